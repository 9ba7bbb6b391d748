import type { TitleGraph } from "./graph.js";

/** Whether anything in a graph is said of what must be agreed to before access is given. Most have none, and need not be looked at for it. */
export const hasGate = (graph: TitleGraph): boolean => graph.statements.some((each) => each.what.startsWith("gate"));
