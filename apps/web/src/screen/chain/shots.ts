import type { Shot } from "../shot.js";

export const chainShots: readonly Shot[] = [
  { name: "chain", at: "chain?asset=tuned&use=launch", ready: ".thing" },
  { name: "chain-table", at: "chain?asset=tuned&use=launch&view=table", ready: "#steps" },
  { name: "chain-beginning", at: "chain", ready: ".empty" },
];
