import type { Screen } from "../../shell/screen.js";

export const proofScreen: Screen = { path: "proof", title: "Proof", group: null, needs: "decisions:ask", load: () => import("./proof.js") };
