import type { Screen } from "../../shell/screen.js";

export const historyScreen: Screen = { path: "history", title: "History", group: "records", needs: "records:read", load: () => import("./history.js") };
