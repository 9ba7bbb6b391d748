export { type AskedModel, askedModel, type Question } from "./asked-model.js";
export { configuredModel } from "./configured-model.js";
