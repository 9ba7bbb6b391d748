export * from "./check-proof.js";
export * from "./compiled/index.js";
export * from "./decision.js";
export * from "./engine-version.js";
export * from "./proof.js";
export { decide, judgeUse } from "./reference/decide.js";
export * from "./waiver.js";
export * from "./words/say-decision.js";
export * from "./world.js";
