import type { Screen } from "../../shell/screen.js";

export const noticesScreen: Screen = { path: "notices", title: "Notices", group: "decide", needs: "notifications:read", load: () => import("./notices.js") };
