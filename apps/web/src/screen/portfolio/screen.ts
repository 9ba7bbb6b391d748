import type { Screen } from "../../shell/screen.js";

export const portfolioScreen: Screen = { path: "portfolio", title: "Portfolio", group: "records", needs: "agreements:read", load: () => import("./portfolio.js") };
