import type { Shot } from "../shot.js";

export const findingShots: readonly Shot[] = [
  { name: "findings", at: "findings", ready: ".table" },
  { name: "waivers-none", at: "waivers", ready: ".empty" },
];
