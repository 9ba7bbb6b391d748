import type { Screen } from "../../shell/screen.js";

export const assetsScreen: Screen = { path: "assets", title: "Assets", group: "records", needs: "records:read", load: () => import("./assets.js") };
