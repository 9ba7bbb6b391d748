import { askShots } from "./ask/shots.js";
import { catalogueShots } from "./catalogue/shots.js";
import { importShots } from "./import/shots.js";
import { proofShots } from "./proof/shots.js";
import type { Shot } from "./shot.js";

/** Every picture. A screen enters its own here. */
export const shots: readonly Shot[] = [
  ...askShots,
  ...proofShots,
  ...importShots,
  ...catalogueShots,
];
