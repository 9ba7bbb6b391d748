export { compileGraph, type CompiledGraph } from "./graph.js";
export { defaultBudget, OverBudget, type Budget } from "./over-budget.js";
export { descendantsOf, upstreamOf, type Reached } from "./reach.js";
export { kindsPassed, RoleProfiles, type RoleProfile, type RolePlayed } from "./role-profile.js";
export { RolesPlayed } from "./roles.js";
export { CompiledText, type GrantGiven, type GrantRequest } from "./text.js";
