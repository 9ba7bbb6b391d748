export { openEmbedded } from "./connection/embedded.js";
export { openServer } from "./connection/server.js";
export { LiveWorld } from "./live-world.js";
export { StoreRefusal } from "./refusal.js";
export { Store } from "./store.js";
export type { Workspace } from "./workspace/workspace.js";
