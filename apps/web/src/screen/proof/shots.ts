import type { Shot } from "../shot.js";

export const proofShots: readonly Shot[] = [
  { name: "proof", at: "proof?use=launch&node=r1.1.3", ready: ".proof-source blockquote" },
  { name: "proof-nothing-chosen", at: "proof", ready: ".empty" },
];
