import type { Screen } from "../../shell/screen.js";

export const agreementScreens: readonly Screen[] = [
  { path: "agreements", title: "Agreements", group: "records", needs: "agreements:read", load: () => import("./agreements.js") },
  { path: "agreements/draft", title: "Draft", group: null, needs: "decisions:ask", load: () => import("./draft.js") },
  { path: "agreements/$id", title: "Agreement", group: null, needs: "agreements:read", load: () => import("./agreement.js") },
  { path: "agreements/$id/compare", title: "Two versions compared", group: null, needs: "agreements:read", load: () => import("./compare-versions.js") },
  { path: "agreements/$id/returned", title: "A document that came back", group: null, needs: "agreements:read", load: () => import("./returned.js") },
];
