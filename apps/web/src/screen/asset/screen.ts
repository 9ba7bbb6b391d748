import type { Screen } from "../../shell/screen.js";

/** Below the list, where one comes from. */
export const assetScreen: Screen = { path: "assets/$id", title: "Asset", group: null, needs: "records:read", load: () => import("./asset.js") };
