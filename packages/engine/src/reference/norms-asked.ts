import type { Instrument, Law, Norm, Truth } from "@cleartitle/norms";
import type { DecideOptions, Premise } from "../decision.js";
import type { World } from "../world.js";
import { judgeCondition, type Judged } from "./condition.js";
import { isAction, needsOf, normInForce } from "./covering.js";
import { placesOf } from "./places.js";
import { questionOf } from "./question.js";
import type { Reading, Scene } from "./scene.js";
import { environment } from "./standpoint.js";

/** Whether one norm answers an act in some places, and why or why not. */
export interface NormAsked {
  readonly record: Law | Instrument;
  readonly norm: Norm;
  readonly places: readonly string[];
  /** `unknown`: it hangs on what nobody recorded. */
  readonly speaks: Truth;
  /** It would speak if we promised what is ours to promise. */
  readonly ifPromised: boolean;
  /** Why it does not, where it is not its condition: `acts`, `date`, `weight` (guidance, pending); null: the condition says it. */
  readonly beside: "acts" | "date" | "weight" | null;
  readonly premises: readonly Premise[];
}

const asPermission = new Set<Norm["kind"]>(["permit", "unprotect", "override", "presume", "release", "assign", "contribute", "reciprocate"]);

/** Acts that a norm names; null: it is about no acts, or about all. */
function actsOf(norm: Norm): readonly string[] | null {
  const body = (norm as unknown as Record<string, { actions?: readonly string[] }>)[norm.kind];
  return norm.when ?? body?.actions ?? null;
}

/** Whether a norm names an act: itself, or, for a license, something that the act needs. */
function names(norm: Norm, actions: readonly string[], scene: Scene, record: Law | Instrument): boolean {
  const named = actsOf(norm);
  if (named === null) return true;
  return actions.some((action) => isAction(scene.env, action, named) || (norm.kind === "permit" && record.kind !== "statute" && (needsOf(scene.env, action, "copyright") ?? []).some((need) => isAction(scene.env, need, named))));
}

const outside = (beside: NormAsked["beside"]): Pick<NormAsked, "speaks" | "ifPromised" | "beside" | "premises"> => ({ speaks: "false", ifPromised: false, beside, premises: [] });

function asked(record: Law | Instrument, norm: Norm, scene: Scene): Pick<NormAsked, "speaks" | "ifPromised" | "beside" | "premises"> {
  const { date } = scene.act;
  if (!names(norm, scene.act.actions, scene, record)) return outside("acts");
  const dated = date === null || ((record.inForce?.from ?? date) <= date && date <= (record.inForce?.to ?? date));
  if (!dated || !normInForce(norm, date)) return outside("date");
  const weightless = record.kind === "statute" && (record.authorityKind === "guidance" || record.authorityKind === "proposal" || record.confidence === "pending" || record.confidence === "unsettled");
  if (weightless) return outside("weight");
  const reading: Reading = asPermission.has(norm.kind) ? "permit" : "prohibit";
  const judged: Judged = judgeCondition(norm.if, { ...scene, instrument: record }, reading);
  return { speaks: judged.truth, ifPromised: judged.truth === "unknown" && judged.kept === (reading === "permit" ? "true" : "false"), beside: null, premises: judged.premises };
}

/**
 * Every norm of the law of the places asked, and of the named instruments, with whether it answers the acts of a use on the thing itself.
 * Read by the same judgment of conditions as a decision; which option is then taken is for `decide` to say.
 */
export function normsAsked(world: World, useName: string, instruments: readonly Instrument[], options: DecideOptions = {}): NormAsked[] {
  const question = questionOf(world, useName, options);
  const { use } = question;
  const env = environment(question, { assignment: new Map(), conservative: false }, new Set(), new Map());
  const places = placesOf(world);
  const found = new Map<string, NormAsked & { places: string[] }>();
  for (const { atom, members } of question.classes) {
    const scene: Scene = { env, act: question.act, territory: atom, source: use.of, path: [use.of], instrument: null, history: () => null };
    const laws = [...world.catalogue.laws.values()].filter((law) => places.contains(law.jurisdiction, atom, use.on) === "true");
    for (const record of [...laws, ...instruments])
      for (const norm of record.norms) {
        const each = asked(record, norm, scene);
        const key = JSON.stringify([record.id, norm.id, each]);
        const known = found.get(key) ?? { record, norm, ...each, places: [] };
        known.places.push(...members);
        found.set(key, known);
      }
  }
  return [...found.values()].toSorted((a, b) => (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : a.record.norms.indexOf(a.norm) - b.record.norms.indexOf(b.norm)));
}
