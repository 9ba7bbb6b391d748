import type { Screen } from "../../shell/screen.js";

export const obligationsScreen: Screen = { path: "obligations", title: "Obligations", group: "decide", needs: "decisions:read", load: () => import("./obligations.js") };
