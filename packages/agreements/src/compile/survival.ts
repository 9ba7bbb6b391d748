import { type Condition, isKind, type Norm, type NormOf, type Reach, type Role } from "@cleartitle/norms";
import type { CompiledNorm } from "./deal-norms.js";

type Survive = NormOf<"survive"> & Norm;

const isTerm = (norm: Norm): boolean => norm.kind === "prohibit" || norm.kind === "oblige";

const rolesOf = (norm: Norm): readonly Role[] => norm.on ?? ["materials"];

/** Roles, and all that things in them come to play along derivations. */
function reachedFrom(roles: readonly Role[], reach: Reach): ReadonlySet<Role> {
  const reached = new Set(roles);
  for (const role of reached)
    for (const cell of Object.values(reach[role] ?? {}))
      for (const next of typeof cell === "string" ? [cell] : Object.values(cell.options)) if (next !== "silent") reached.add(next);
  return reached;
}

const actsOf = (norm: Norm): readonly string[] => (norm.kind === "prohibit" ? norm.prohibit.actions : norm.kind === "oblige" ? (norm.when ?? []) : []);

interface Ending {
  readonly reach: Reach;
  /** Last day of the term; null: it has none. */
  readonly end: string | null;
  /** Clauses contradict each other on what outlasts the deal. */
  readonly unsettled: boolean;
}

/** An early end gives no more than the whole term: what survives it goes on to the last day of the term, and beyond as far as a clause lets the same outlast that. */
function noLonger({ survive }: Survive, permits: readonly Norm[], all: readonly Norm[], end: string | null): Condition[] {
  if (end === null || permits.length === 0 || survive.after.includes("term")) return [];
  const beyond = all.filter(isKind("survive")).filter((each) => each.survive.after.includes("term") && permits.every(({ id }) => each.survive.norms.includes(id)));
  return beyond.some((each) => each.if === undefined) ? [] : [{ any: [{ date: "act", to: end }, ...beyond.flatMap((each) => each.if ?? [])] }];
}

/** What is permitted beyond the end is so as before: under the bans and duties on it, and on what comes of it. Of what is kept and no more nothing comes. */
function asBefore(norm: Survive, all: readonly Norm[], { reach, end, unsettled }: Ending): Survive {
  const permits = all.filter(isKind("permit")).filter((permit) => norm.survive.norms.includes(permit.id));
  const [done, kept] = [permits.filter(({ permit }) => permit.actions.some((act) => act !== "keep")), permits.filter(({ permit }) => permit.actions.every((act) => act === "keep"))];
  const [reached, lying] = [reachedFrom(done.flatMap(rolesOf), reach), new Set(kept.flatMap(rolesOf))];
  const terms = all.filter((each) => isTerm(each) && rolesOf(each).some((role) => reached.has(role) || (lying.has(role) && actsOf(each).includes("keep")))).map((each) => each.id);
  const tests: Condition[] = [...(norm.if === undefined ? [] : [norm.if]), ...(unsettled && permits.length > 0 ? ["unknown" as const] : []), ...noLonger(norm, permits, all, end)];
  return { ...norm, ...(tests.length === 0 ? {} : { if: tests.length === 1 ? tests[0]! : { all: tests } }), survive: { ...norm.survive, norms: [...new Set([...norm.survive.norms, ...terms])] } };
}

/**
 * Norms with what outlasts the deal. The engine lets bans end with a terminated text that has a clause on survival, since such a clause would name
 * them; those of the house speak of permits, so that here every ban and duty stays after an end before the term.
 */
export function outlasting(norms: readonly CompiledNorm[], ending: Ending): readonly CompiledNorm[] {
  const all = norms.map((each) => each.norm);
  const clauses = norms.filter(({ norm }) => norm.kind === "survive");
  const terms = all.filter(isTerm).map((norm) => norm.id);
  const carried = norms.map(({ topic, norm }): CompiledNorm => ({ topic, norm: norm.kind === "survive" ? asBefore(norm, all, ending) : norm }));
  const [first] = clauses;
  if (first === undefined || terms.length === 0) return carried;
  const stay: Survive = { id: "terms-after-end", kind: "survive", cite: [...new Set(clauses.map(({ norm }) => norm.cite))].join("; "), survive: { norms: terms, after: ["termination", "withdrawal"] } };
  return [...carried, { topic: first.topic, norm: stay }];
}
