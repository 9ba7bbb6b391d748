export { drawingOf, type Drawing, type DrawingOptions } from "./drawing.js";
export { toSvg } from "./drawing-svg.js";
export { toDot, toMermaid } from "./drawing-text.js";
export { serve, type Served } from "./serve.js";
export { type BuiltApi, buildApi } from "./api/app.js";
export type { Backing } from "./api/backing.js";
export { localUser } from "./api/local-user.js";
export { States } from "./api/state.js";
