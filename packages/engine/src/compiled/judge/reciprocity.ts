import { ancestors, and, or, type Instrument, type Norm, type NormOf, type Truth } from "@cleartitle/norms";
import { momentOf } from "../state/moment.js";
import { actsIn } from "./past-acts.js";
import { platformsIn, type Clause } from "./platforms.js";
import { assetOf, nodeOf, type Core, type Spot } from "./spot.js";

interface Yielded {
  readonly actions: readonly string[];
  readonly truth: Truth;
}

const made = new WeakMap<Instrument, Map<string, Instrument>>();

/** A text without the bans that its licensor gave up toward who acts, by acts of its own under texts of theirs. What may be given up, may still bind. */
export function withoutYielded(spot: Spot, text: Instrument): Instrument {
  const all = platformsIn(spot.core.world).clauses;
  if (all.length === 0 || !text.norms.some((norm) => norm.kind === "prohibit")) return text;
  const yielded = yieldedAt(spot, text, all);
  if (yielded.length === 0) return text;
  const key = yielded.map(({ actions, truth }) => `${truth[0]} ${actions.join()}`).join(";");
  let by = made.get(text);
  if (by === undefined) made.set(text, (by = new Map()));
  let left = by.get(key);
  if (left === undefined) by.set(key, (left = { ...text, norms: text.norms.flatMap((norm) => (norm.kind === "prohibit" ? leftOf(norm, yielded, spot.core) : [norm])) }));
  return left;
}

const isAny = ({ of }: Core, action: string, named: readonly string[]): boolean => {
  const kinds = ancestors(of.taxonomies.actions, action);
  return named.some((name) => kinds.has(name));
};

function yieldedAt(spot: Spot, { kind, licensor }: Instrument, all: readonly Clause[]): Yielded[] {
  const { core: { state }, act, at } = spot;
  const group = state.groups.of(act.actor, at.date);
  const owner = licensor ?? assetOf(spot, spot.source)?.licensor ?? null;
  if (owner === null || group.has(owner)) return [];
  return all.flatMap((clause): Yielded[] => {
    const { reciprocate: { texts, actions } } = clause.norm;
    if (!group.has(clause.licensor) || !texts.some((each) => each === kind)) return [];
    const truth = givenUp(spot, state.groups.of(owner, at.date), clause);
    return truth === "false" ? [] : [{ actions, truth }];
  });
}

/** What is left of a ban, and apart from it what may be left. */
function leftOf(norm: NormOf<"prohibit"> & Norm, yielded: readonly Yielded[], core: Core): Norm[] {
  const truths = norm.prohibit.actions.map((action): Truth => or(yielded.filter(({ actions }) => isAny(core, action, actions)).map(({ truth }) => truth)));
  if (truths.every((truth) => truth === "false")) return [norm];
  const parts: Norm[] = [];
  for (const kept of ["false", "unknown"] as const) {
    const actions = norm.prohibit.actions.filter((_, i) => truths[i] === kept);
    if (actions.length > 0) parts.push({ ...norm, prohibit: { ...norm.prohibit, actions }, ...(kept === "false" ? {} : { if: { all: [norm.if ?? true, "unknown"] } }) });
  }
  return parts;
}

/** Whether a group has done, not surely later than the act at hand, an act by which a clause is set off. */
function givenUp(spot: Spot, group: ReadonlySet<string>, { text: id, norm }: Clause): Truth {
  const { core, at, asOf } = spot;
  let truth: Truth = "false";
  for (const deed of core.graph.derivations) {
    if (!group.has(deed.who) || (at.date !== null && deed.during.from !== null && deed.during.from > at.date)) continue;
    for (const { act } of actsIn(deed, at.date ?? asOf, core)) {
      if (!act.actions.some((action) => isAny(core, action, norm.when ?? []))) continue;
      truth = or([truth, underText({ ...spot, act, at: momentOf(act.date, asOf), node: nodeOf(core, act.object), source: act.object, path: [act.object] }, id, norm)]);
    }
  }
  return truth;
}

/** Whether an act was done under the text of a clause, by who was bound by it, and as the clause asks. */
function underText(spot: Spot, id: string, norm: Clause["norm"]): Truth {
  const { core: { state, of }, act, at, node } = spot;
  const text = node < 0 ? undefined : state.licenses.textsOf(node, at).find((each) => each.id === id);
  const { from, to } = norm.inForce ?? {};
  if (text === undefined || (at.date !== null && ((from ?? at.date) > at.date || at.date > (to ?? at.date)))) return "false";
  if (state.bonds.of(act.actor, text, at) === null) return "false";
  return and([of.telling.tell(norm.if, { ...spot, text }, "permit").truth, at.date === null ? "unknown" : "true"]);
}
