import type { Screen } from "../shell/screen.js";
import { agreementScreens } from "./agreements/screen.js";
import { askScreen } from "./ask/screen.js";
import { assetScreen } from "./asset/screen.js";
import { assetsScreen } from "./assets/screen.js";
import { findingScreens } from "./findings/screen.js";
import { negotiationScreens } from "./negotiations/screen.js";
import { noticesScreen } from "./notices/screen.js";
import { catalogueScreens } from "./catalogue/screen.js";
import { chainScreen } from "./chain/screen.js";
import { contractScreens } from "./contracts/screen.js";
import { historyScreen } from "./history/screen.js";
import { importScreen } from "./import/screen.js";
import { profileScreen } from "./profile/screen.js";
import { portfolioScreen } from "./portfolio/screen.js";
import { obligationsScreen } from "./obligations/screen.js";
import { proofScreen } from "./proof/screen.js";
import { questionsScreen } from "./questions/screen.js";
import { releaseScreens } from "./releases/screen.js";
import { reviewScreens } from "./review/screen.js";
import { settingsScreen } from "./settings/screen.js";

/** Every screen, in the order of the navigation. A new one is entered here. */
export const screens: readonly Screen[] = [
  askScreen,
  proofScreen,
  ...releaseScreens,
  ...findingScreens,
  questionsScreen,
  obligationsScreen,
  ...reviewScreens,
  noticesScreen,
  assetsScreen,
  assetScreen,
  chainScreen,
  ...agreementScreens,
  ...negotiationScreens,
  ...contractScreens,
  portfolioScreen,
  importScreen,
  historyScreen,
  ...catalogueScreens,
  settingsScreen,
  profileScreen,
];
