import type { Shot } from "../shot.js";

export const contractShots: readonly Shot[] = [
  { name: "contracts", at: "contracts", ready: ".table" },
  { name: "contract", at: "contracts/1?field=governing-law.1", ready: ".contract mark.chosen" },
  { name: "contract-refused", at: "contracts/2", ready: ".empty" },
];
