import type { Screen } from "../../shell/screen.js";

export const questionsScreen: Screen = { path: "questions", title: "Questions", group: "decide", needs: "decisions:ask", load: () => import("./questions.js") };
