import type { Status } from "@cleartitle/norms";

/** Dark enough on white to be read; the word stands beside it, so that nothing is told by color alone. */
export const statusColor: Readonly<Record<Status, string>> = { cleared: "#1b6e3c", conditional: "#7a5200", unresolved: "#4a4a8a", blocked: "#a31621" };
