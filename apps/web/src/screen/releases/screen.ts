import type { Screen } from "../../shell/screen.js";

export const releaseScreens: readonly Screen[] = [
  { path: "releases", title: "Releases", group: "decide", needs: "decisions:read", load: () => import("./releases.js") },
  { path: "releases/$use", title: "Release", group: null, needs: "decisions:read", load: () => import("./release.js") },
];
