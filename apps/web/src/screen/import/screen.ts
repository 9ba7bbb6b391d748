import type { Screen } from "../../shell/screen.js";

export const importScreen: Screen = { path: "import", title: "Import", group: "records", needs: "imports:write", load: () => import("./import.js") };
