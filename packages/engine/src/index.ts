export * from "./decision.js";
export * from "./words.js";
