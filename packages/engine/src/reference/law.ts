import { or, type Law, type Layer, type Norm } from "@cleartitle/norms";
import type { Raised } from "../judgment/raised.js";
import { judgeCondition } from "./condition.js";
import { isAction, normInForce, putsInQuestion } from "./covering.js";
import { indexOf } from "./graph-index.js";
import { placesOf } from "./places.js";
import type { Env, Scene } from "./scene.js";

const cache = new WeakMap<Env["world"], Map<string, readonly Law[]>>();

/** Rules of law of a territory that are in force on the date, in order of id. Guidance, proposals and what is pending are never among them. */
export function lawsIn(env: Env, territory: string, date: string | null): readonly Law[] {
  let kept = cache.get(env.world);
  if (kept === undefined) cache.set(env.world, (kept = new Map()));
  const key = `${territory}\u0000${date ?? ""}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const places = placesOf(env.world);
  const laws = [...env.world.catalogue.laws.values()]
    .filter((law) => isLaw(law) && places.contains(law.jurisdiction, territory, date ?? env.asOf) === "true")
    .filter((law) => date === null || ((law.inForce?.from ?? date) <= date && date <= (law.inForce?.to ?? date)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  kept.set(key, laws);
  return laws;
}

/** An unsettled or pending rule still speaks through a position; by itself guidance and a proposal say nothing. */
const isLaw = (law: Law): boolean => law.authorityKind !== "guidance" && law.authorityKind !== "proposal" && law.confidence !== "pending" && law.confidence !== "unsettled";

export interface LawNorm<K extends Norm["kind"]> {
  readonly law: Law;
  readonly norm: Norm & { kind: K };
}

const byKind = new WeakMap<readonly Law[], Map<string, readonly LawNorm<Norm["kind"]>[]>>();

export function lawNorms<K extends Norm["kind"]>(scene: Scene, kind: K): readonly LawNorm<K>[] {
  // The list of laws is one for each place and date, so that it stands for both.
  const laws = lawsIn(scene.env, scene.territory, scene.act.date);
  let kept = byKind.get(laws);
  if (kept === undefined) byKind.set(laws, (kept = new Map()));
  let norms = kept.get(kind) as readonly LawNorm<K>[] | undefined;
  if (norms === undefined) {
    norms = laws.flatMap((law) => law.norms.filter((n): n is Norm & { kind: K } => n.kind === kind && normInForce(n, scene.act.date)).map((norm) => ({ law, norm })));
    kept.set(kind, norms);
  }
  return norms;
}

/** A layer is in question always, or when a rule of the place raises it, the act itself does or somebody asserts it. */
export function raisedBy(scene: Scene, layer: Layer, action: string): Raised {
  const rules = lawNorms(scene, "raise").filter(({ norm }) => norm.raise.layer === layer);
  const judged = rules
    .filter(({ norm }) => norm.raise.actions === undefined || isAction(scene.env, action, norm.raise.actions))
    .map(({ law, norm }) => ({ law, norm, judged: judgeCondition(norm.if, { ...scene, instrument: law }, "prohibit") }));
  const claimed = (indexOf(scene.env.world.graph).claimsOn.get(scene.source) ?? []).some((c) => c.layer === layer);
  const told = scene.env.world.catalogue.taxonomies.layers.get(layer);
  const truth = told?.always === true || claimed || putsInQuestion(scene.env, action, layer) ? "true" : or(judged.map((j) => j.judged.truth));
  const telling = judged.find((j) => j.judged.truth === truth);
  const as = judged.find((j) => j.judged.truth !== "false")?.norm.raise.as ?? rules[0]?.norm.raise.as ?? told?.unsaid ?? "reserved";
  return { truth, as, covered: rules.length > 0, premises: told?.always === true ? [] : (telling?.judged.premises ?? []), law: telling?.law ?? null };
}
