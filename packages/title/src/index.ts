export * from "./cycle.js";
export * from "./event-kind.js";
export * from "./graph.js";
export * from "./license-claim.js";
export * from "./read-title-file.js";
export { TitleFile } from "./file/title-file.js";
