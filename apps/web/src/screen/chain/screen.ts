import type { Screen } from "../../shell/screen.js";

export const chainScreen: Screen = { path: "chain", title: "Chain of title", group: "records", needs: "records:read", load: () => import("./chain.js") };
