import type { Screen } from "../../shell/screen.js";

export const settingsScreen: Screen = { path: "settings", title: "Settings", group: "house", needs: "catalogue:read", load: () => import("./settings.js") };
