import { and, canGrant, or, type Instrument, type Norm, type NormOf, type Truth } from "@cleartitle/norms";
import type { Derivation } from "@cleartitle/title";
import { judgeCondition } from "./condition.js";
import { isAction, normInForce } from "./covering.js";
import { indexOf } from "./graph-index.js";
import { publisherOf } from "./licensor.js";
import { lifeOf, survivors } from "./life.js";
import { instrumentsAt, isUnder } from "./license-reading.js";
import { boundHow } from "./party.js";
import { actsIn } from "./past-act.js";
import { groupOf } from "./quantities.js";
import type { Env, Scene } from "./scene.js";
import { versionFor } from "./version.js";

/** Acts that somebody may no longer forbid whoever acts, by what it did itself under the terms of that one. */
interface Yielded {
  readonly actions: readonly string[];
  readonly truth: Truth;
}

type Reciprocity = NormOf<"reciprocate"> & Norm;

/** A text without the bans that its licensor gave up toward who acts, by acts of its own under texts of theirs. What may be given up, may still bind. */
export function withoutYielded(scene: Scene, instrument: Instrument): Instrument {
  if (!instrument.norms.some((n) => n.kind === "prohibit")) return instrument;
  const yielded = yieldedTo(scene, instrument);
  if (yielded.length === 0) return instrument;
  const given = (action: string): Truth => or(yielded.filter((y) => isAction(scene.env, action, y.actions)).map((y) => y.truth));
  const norms = instrument.norms.flatMap((norm): Norm[] => {
    if (norm.kind !== "prohibit") return [norm];
    const only = (truth: Truth): Reciprocity["reciprocate"]["actions"] => norm.prohibit.actions.filter((a) => given(a) === truth);
    const [left, open] = [only("false"), only("unknown")];
    if (left.length === norm.prohibit.actions.length) return [norm];
    const about = (actions: string[]): Norm & { kind: "prohibit" } => ({ ...norm, prohibit: { ...norm.prohibit, actions } });
    return [...(left.length === 0 ? [] : [about(left)]), ...(open.length === 0 ? [] : [{ ...about(open), if: { all: [norm.if ?? true, "unknown" as const] } }])];
  });
  return { ...instrument, norms };
}

function yieldedTo(scene: Scene, instrument: Instrument): Yielded[] {
  const { env, act } = scene;
  const owner = instrument.licensor ?? publisherOf(scene);
  const group = groupOf(env, act.actor, act.date);
  if (owner === null || group.has(owner)) return [];
  const { catalogue, graph } = env.world;
  return [...catalogue.instruments.values(), ...graph.instruments.values()].filter((t) => t.licensor !== undefined && group.has(t.licensor)).flatMap((terms) =>
    terms.norms.flatMap((norm): Yielded[] => {
      if (norm.kind !== "reciprocate" || !norm.reciprocate.texts.some((kind) => kind === instrument.kind)) return [];
      const truth = or(deedsOf(env, groupOf(env, owner, act.date), act.date).map((deed) => isDoneUnder(deed, terms.id, norm, scene)));
      return truth === "false" ? [] : [{ actions: norm.reciprocate.actions, truth }];
    }));
}

/** Recorded derivations of a group that are not surely later than a date. */
const deedsOf = (env: Env, group: ReadonlySet<string>, date: string | null): Derivation[] =>
  [...group].flatMap((party) => indexOf(env.world.graph).derivationsBy.get(party) ?? []).filter((d) => date === null || d.during.from === null || d.during.from <= date);

/** Whether a derivation was an act by which a norm is set off, under the text of the norm. */
function isDoneUnder(deed: Derivation, terms: string, norm: Reciprocity, scene: Scene): Truth {
  const { env } = scene;
  const dated = scene.act.date !== null && deed.during.from !== null;
  return or(actsIn(deed, scene.act.date ?? env.asOf, env).filter(({ act }) => act.actions.some((a) => isAction(env, a, norm.when ?? []))).flatMap(({ act }) =>
    instrumentsAt(env, act.object, act.date).map((recorded): Truth => {
      const text = versionFor(env, recorded, act.actor, act.date);
      if (text.id !== terms || !normInForce(norm, act.date) || boundHow(env, act.actor, text, act.date) === null) return "false";
      const under: Scene = { ...scene, act, source: act.object, path: [act.object], instrument: text };
      const surely = dated && isUnder(env, act.object, recorded.id, act.date) && isSurelySaid(env, text, norm, act.date);
      return and([judgeCondition(norm.if, under, "permit").truth, isStanding(under, text, norm), surely ? "true" : "unknown"]);
    })));
}

/** Whether a text that was read, and of which nothing is lacking, says it on a date. */
const isSurelySaid = (env: Env, text: Instrument, norm: Reciprocity, date: string | null): boolean =>
  canGrant(norm.verified ?? text.verified) && (text.inForce?.from ?? "") <= (date ?? "") &&
  !(text.unsupported ?? []).some(({ actions }) => actions === undefined || norm.reciprocate.actions.some((a) => isAction(env, a, actions)));

/** Whether the text was in force for who acted, or the norm outlasts its end. */
function isStanding(scene: Scene, text: Instrument, norm: Reciprocity): Truth {
  const life = lifeOf(scene.env, text, scene.act.actor, scene.act.date, null, publisherOf(scene));
  if (life.state === "in-force") return "true";
  if (life.state === "unsure") return "unknown";
  return life.state === "not-yet" ? "false" : or(survivors(text, norm, life.by).map((s) => judgeCondition(s.if, scene, "permit").truth));
}
