import type { Shot } from "../shot.js";

export const assetShots: readonly Shot[] = [
  { name: "asset", at: "assets/notes", ready: "#history" },
  { name: "asset-not-there", at: "assets/nothing", ready: ".problem-box" },
];
