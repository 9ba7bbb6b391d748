import { ancestors, and, canGrant, type Instrument, listsBy, type Norm, type NormOf, or, type Truth } from "@cleartitle/norms";
import type { Derivation } from "@cleartitle/title";
import { survivalsOf } from "../state/lives.js";
import { momentOf } from "../state/moment.js";
import { speaksOn } from "./law-book.js";
import { actsIn } from "./past-acts.js";
import { platformsIn, type Clause } from "./platforms.js";
import { nodeOf, publisherAt, type Core, type Spot } from "./spot.js";

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
  const owner = licensor ?? publisherAt(spot);
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

const done = new WeakMap<Core["state"], ReadonlyMap<string, readonly Derivation[]>>();

/** What each party is recorded to have done, whether or not it left a result. */
function deedsIn({ state, graph }: Core): ReadonlyMap<string, readonly Derivation[]> {
  let known = done.get(state);
  if (known === undefined) done.set(state, (known = listsBy([...graph.derivations, ...state.endings.all], (deed) => [deed.who])));
  return known;
}

/** Whether a group has done, not surely later than the act at hand, an act by which a clause is set off. */
function givenUp(spot: Spot, group: ReadonlySet<string>, { text: id, norm }: Clause): Truth {
  const { core, at, asOf } = spot;
  const known = deedsIn(core);
  let truth: Truth = "false";
  for (const deed of [...group].flatMap((party) => known.get(party) ?? [])) {
    const { from } = deed.during;
    if (at.date !== null && from !== null && from > at.date) continue;
    for (const { act } of actsIn(deed, at.date ?? asOf, core)) {
      if (!act.actions.some((action) => isAny(core, action, norm.when ?? []))) continue;
      const under = underText({ ...spot, act, at: momentOf(act.date, asOf), node: nodeOf(core, act.object), source: act.object, path: [act.object] }, id, norm);
      truth = or([truth, and([under, at.date === null || from === null ? "unknown" : "true"])]);
    }
  }
  return truth;
}

/** Whether an act was done under the text of a clause, by who was bound by it while it stood, and as the clause asks. What is not surely so is unknown. */
function underText(spot: Spot, id: string, norm: Clause["norm"]): Truth {
  const { core: { state, of }, act, at, node } = spot;
  if (node < 0 || !speaksOn(norm, at.date)) return "false";
  return or(state.licenses.textsOf(node, at).map((recorded): Truth => {
    const text = state.lines.versionFor(recorded, act.actor, at.date);
    if (text.id !== id || state.bonds.of(act.actor, text, at) === null) return "false";
    const surely = state.licenses.isUnder(node, recorded.id, at) && isSurelySaid(spot, text, norm);
    return and([of.telling.tell(norm.if, { ...spot, text }, "permit").truth, standsFor(spot, text, norm), surely ? "true" : "unknown"]);
  }));
}

/** Whether somebody read the text, it stood on the day, and nothing that norms cannot say may touch the clause. */
function isSurelySaid({ core, at }: Spot, text: Instrument, { verified, reciprocate }: Clause["norm"]): boolean {
  if (!canGrant(verified ?? text.verified) || (text.inForce?.from ?? "") > (at.date ?? "")) return false;
  return (text.unsupported ?? []).every(({ actions }) => actions !== undefined && !reciprocate.actions.some((action) => isAny(core, action, actions)));
}

/** Whether the text was in force for who acted, or the clause outlasts its end. */
function standsFor(spot: Spot, text: Instrument, norm: Clause["norm"]): Truth {
  const { core: { state, of }, act, at } = spot;
  const life = state.lives.of(text, act.actor, at.date, null, publisherAt(spot));
  if (life.state === "ended") return or(survivalsOf(text, norm.id, life.by).map((clause) => of.telling.tell(clause.if, { ...spot, text }, "permit").truth));
  return life.state === "in-force" ? "true" : life.state === "unsure" ? "unknown" : "false";
}
