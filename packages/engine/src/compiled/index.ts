export { demandsIn, type CompiledDemand } from "./demands.js";
export { compileGraph, type CompiledGraph } from "./graph.js";
export { defaultBudget, OverBudget, type Budget } from "./over-budget.js";
