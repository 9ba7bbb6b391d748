export type { Io, Rooms } from "./io.js";
export { run } from "./run.js";
