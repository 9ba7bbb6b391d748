import type { Screen } from "../../shell/screen.js";

export const contractScreens: readonly Screen[] = [
  { path: "contracts", title: "Contracts", group: "records", needs: "agreements:read", load: () => import("./contracts.js") },
  { path: "contracts/$number", title: "A contract that was read", group: null, needs: "agreements:read", load: () => import("./contract.js") },
];
