import { and, type Action, type Instrument, type Layer, type Norm, type Role, type Truth } from "@cleartitle/norms";
import type { Env } from "./scene.js";
import type { Played } from "./roles.js";

/** Is an action one of the named ones, or a kind of one? `needs` is another relation and not asked here. */
export function isAction(env: Env, action: string, named: readonly string[]): boolean {
  const terms = env.world.catalogue.taxonomies.actions;
  const seen = new Set<string>();
  const queue = [action];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (named.includes(id)) return true;
    queue.push(...(terms.get(id)?.isA ?? []));
  }
  return false;
}

export const actionTerm = (env: Env, action: string): Action | undefined => env.world.catalogue.taxonomies.actions.get(action);

/** What the law reserves in a layer when the action is done; null: nothing. */
export const needsOf = (env: Env, action: string, layer: Layer): readonly string[] | null => actionTerm(env, action)?.needs?.[layer] ?? null;

/** Whether an act by itself puts a layer in question, whoever speaks of it. */
export const putsInQuestion = (env: Env, action: string, layer: Layer): boolean => actionTerm(env, action)?.raises?.includes(layer) === true;

const speaksOf = (instrument: Instrument, role: Role | "silent", kind: Norm["kind"]): boolean =>
  role !== "silent" && instrument.norms.some((n) => n.kind === kind && n.on?.includes(role) === true);

/**
 * Does a norm speak of a thing in these roles? A permit must cover each role; where the text grants nothing by the name of a role (a product,
 * what was trained), the matter inside is judged as what it was. A prohibition or duty reaches what is inside a product, and what the
 * text is silent of only where the matter itself is there.
 */
export function speaksOfRoles(instrument: Instrument, norm: Norm, played: readonly Played[], persists: Truth): Truth {
  const on = norm.on ?? ["materials"];
  const each = played.map((p): Truth => {
    if (p.role !== "silent" && on.includes(p.role)) return "true";
    if (norm.kind === "permit" || norm.kind === "except") return !speaksOf(instrument, p.role, norm.kind) && on.includes(p.inner) ? "true" : "false";
    if (p.role === "product") return on.includes(p.inner) ? "true" : "false";
    if (p.role === "silent") return on.includes(p.inner) ? persists : "false";
    return "false";
  });
  if (norm.kind === "permit") return and(each);
  return each.includes("true") ? "true" : each.includes("unknown") ? "unknown" : "false";
}

/** A norm of a record speaks on a date: its own interval, else always. */
export const normInForce = (norm: Norm, date: string | null): boolean =>
  date === null || ((norm.inForce?.from ?? date) <= date && date <= (norm.inForce?.to ?? date));
