export { drawingOf, type Drawing, type DrawingOptions } from "./drawing.js";
export { toSvg } from "./drawing-svg.js";
export { toDot, toMermaid } from "./drawing-text.js";
export { serve, type Served } from "./serve.js";
