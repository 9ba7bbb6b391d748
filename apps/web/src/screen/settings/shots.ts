import type { Shot } from "../shot.js";

export const settingsShots: readonly Shot[] = [
  { name: "settings", at: "settings?position=model_weights_as_copy", ready: "#adopt" },
  { name: "settings-notices", at: "settings?show=notices", ready: "#subscribe" },
  { name: "settings-alone", at: "settings?show=people", ready: ".empty" },
];
