import type { Screen } from "../../shell/screen.js";

export const catalogueScreens: readonly Screen[] = [
  { path: "catalogue", title: "Catalogue", group: "knowledge", needs: "catalogue:read", load: () => import("./catalogue.js") },
  { path: "catalogue/compare", title: "Two texts compared", group: null, needs: "catalogue:read", load: () => import("./compare.js") },
  { path: "catalogue/$kind/$id", title: "Record of the catalogue", group: null, needs: "catalogue:read", load: () => import("./record.js") },
];
