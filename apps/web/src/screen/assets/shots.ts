import type { Shot } from "../shot.js";

export const assetsShots: readonly Shot[] = [
  { name: "assets", at: "assets", ready: ".asset-table" },
  { name: "assets-narrowed", at: "assets?kind=dataset&sort=-findings", ready: ".asset-table" },
  { name: "assets-none-like-that", at: "assets?q=nothing+at+all", ready: ".empty" },
];
