import { permissions } from "@cleartitle/access";
import type { Identify } from "./caller.js";

/** The one person on whose machine the server runs, who may do everything. Only for a server that answers to names of its own machine. */
export const localUser = (actor: string): Identify => {
  const all = new Set(permissions);
  return async (_, workspace) => ({ actor, by: "local", workspace, heldTo: null, permissions: all });
};
