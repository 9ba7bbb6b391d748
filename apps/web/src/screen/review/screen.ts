import type { Screen } from "../../shell/screen.js";

export const reviewScreens: readonly Screen[] = [
  { path: "review", title: "Review", group: "decide", needs: "proposals:read", load: () => import("./review.js") },
  { path: "review/$number", title: "Proposal", group: null, needs: "proposals:read", load: () => import("./proposal.js") },
];
