import { isReading, permissions } from "@cleartitle/access";
import { stopAtPages } from "./access/own-page.js";
import type { Identify } from "./caller.js";

/**
 * The one person on whose machine the server runs, who may do everything. Only for a server that answers to names of its own machine. Any page that the person looks at reaches it by such a name: what
 * is no question of reading is not taken from a page of another origin, though nothing is sent that only this person has.
 */
export const localUser = (actor: string): Identify => {
  const all = new Set(permissions);
  return async (c, workspace) => {
    if (!isReading(c.req.method)) stopAtPages(c, new URL(c.req.url).origin);
    return { actor, by: "local", workspace, heldTo: null, permissions: all };
  };
};
