import type { Screen } from "../shell/screen.js";
import { askScreen } from "./ask/screen.js";
import { catalogueScreens } from "./catalogue/screen.js";
import { importScreen } from "./import/screen.js";
import { proofScreen } from "./proof/screen.js";

/** Every screen, in the order of the navigation. A new one is entered here. */
export const screens: readonly Screen[] = [
  askScreen,
  proofScreen,
  importScreen,
  ...catalogueScreens,
];
