import type { Shot } from "../shot.js";

export const historyShots: readonly Shot[] = [
  { name: "history", at: "history", ready: ".table" },
  { name: "history-ledger", at: "history?show=ledger", ready: ".table" },
  { name: "history-verification", at: "history?show=verify", ready: ".verifying" },
];
