import { agreementShots } from "./agreements/shots.js";
import { askShots } from "./ask/shots.js";
import { assetShots } from "./asset/shots.js";
import { assetsShots } from "./assets/shots.js";
import { findingShots } from "./findings/shots.js";
import { negotiationShots } from "./negotiations/shots.js";
import { noticeShots } from "./notices/shots.js";
import { catalogueShots } from "./catalogue/shots.js";
import { chainShots } from "./chain/shots.js";
import { contractShots } from "./contracts/shots.js";
import { historyShots } from "./history/shots.js";
import { importShots } from "./import/shots.js";
import { profileShots } from "./profile/shots.js";
import { portfolioShots } from "./portfolio/shots.js";
import { obligationsShots } from "./obligations/shots.js";
import { proofShots } from "./proof/shots.js";
import { questionShots } from "./questions/shots.js";
import { releaseShots } from "./releases/shots.js";
import { reviewShots } from "./review/shots.js";
import { settingsShots } from "./settings/shots.js";
import type { Shot } from "./shot.js";

/** Every picture. A screen enters its own here. */
export const shots: readonly Shot[] = [
  ...askShots,
  ...proofShots,
  ...releaseShots,
  ...findingShots,
  ...questionShots,
  ...reviewShots,
  ...noticeShots,
  ...assetsShots,
  ...assetShots,
  ...chainShots,
  ...agreementShots,
  ...negotiationShots,
  ...contractShots,
  ...portfolioShots,
  ...obligationsShots,
  ...importShots,
  ...historyShots,
  ...catalogueShots,
  ...profileShots,
  ...settingsShots,
];
