import type { Screen } from "../../shell/screen.js";

export const askScreen: Screen = { path: "ask", title: "Ask", group: "decide", needs: "decisions:ask", load: () => import("./ask.js") };
