import type { Screen } from "../../shell/screen.js";

export const negotiationScreens: readonly Screen[] = [
  { path: "negotiations", title: "Negotiations", group: "records", needs: "negotiations:read", load: () => import("./negotiations.js") },
  { path: "negotiations/begin", title: "Prepare a negotiation", group: null, needs: "negotiations:write", load: () => import("./begin.js") },
  { path: "negotiations/$id", title: "Negotiation", group: null, needs: "negotiations:read", load: () => import("./negotiation.js") },
];
