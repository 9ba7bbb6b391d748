import type { Screen } from "../../shell/screen.js";

export const findingScreens: readonly Screen[] = [
  { path: "findings", title: "Findings", group: "decide", needs: "records:read", load: () => import("./findings.js") },
  { path: "waivers", title: "Waivers", group: "decide", needs: "records:read", load: () => import("./waivers.js") },
];
