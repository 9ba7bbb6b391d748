import type { Screen } from "../../shell/screen.js";

export const profileScreen: Screen = { path: "profile", title: "Profile", group: null, needs: "catalogue:read", load: () => import("./profile.js") };
