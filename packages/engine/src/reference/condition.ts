import { and, not, or, truthOf, type Condition, type FactValue, type Truth } from "@cleartitle/norms";
import type { Premise } from "../decision.js";
import { factsByLayer } from "../facts-by-layer.js";
import { dateOfAnchor } from "./anchor.js";
import { presumptionsIn } from "./catalogue-index.js";
import { indexOf } from "./graph-index.js";
import { isUnder, placeTruth } from "./naming.js";
import { ownEntry } from "./own-entry.js";
import { quantityTruth } from "./quantities.js";
import { assetFact, defaultBearer, factValues } from "./reading.js";
import type { Reading, Scene } from "./scene.js";
import { kindsOfParty } from "./told.js";

/** A condition judged: its truth as things stand, its truth if every undertaking is kept, and what it rests on. */
export interface Judged {
  readonly truth: Truth;
  /** With every unknown undertaking taken as kept in our favor. */
  readonly kept: Truth;
  readonly premises: readonly Premise[];
}

const flip = (reading: Reading): Reading => (reading === "permit" ? "prohibit" : "permit");
const leaf = (truth: Truth, { reads, of, is, needs }: Omit<Premise, "result">, kept: Truth = truth): Judged => ({ truth, kept, premises: [{ reads, of, is, needs, result: truth }] });
const bare = (truth: Truth): Judged => ({ truth, kept: truth, premises: [] });

const always: Judged = bare("true");

/** Judges a condition in a scene. Total: a name that nothing is known of is `unknown`, never an error. */
export function judgeCondition(condition: Condition | undefined, scene: Scene, reading: Reading): Judged {
  if (condition === undefined) return always;
  if (typeof condition === "boolean") return bare(truthOf(condition));
  if (condition === "unknown") return leaf("unknown", { reads: "law", of: null, is: null, needs: "the law is open" });
  if ("all" in condition) return combine(judgeUntil(condition.all, "false", scene, reading), and);
  if ("any" in condition) return combine(judgeUntil(condition.any, "true", scene, reading), or);
  if ("none" in condition) {
    const inner = combine(judgeUntil(condition.none, "true", scene, flip(reading)), or);
    return { truth: not(inner.truth), kept: not(inner.kept), premises: inner.premises.map((p) => ({ ...p, needs: `not ${p.needs}`, result: not(p.result) })) };
  }
  if ("position" in condition) return judgePosition(condition, scene, reading);
  return judgeLeaf(condition, scene, reading);
}

/** A position is asked for only where what is settled leaves the answer open: no question is in play that cannot matter. */
function judgeUntil(parts: readonly Condition[], deciding: Truth, scene: Scene, reading: Reading): Judged[] {
  const settled = parts.filter((c) => !turnsOnPosition(c)).map((c) => judgeCondition(c, scene, reading));
  if (settled.some((j) => j.truth === deciding)) return settled;
  return [...settled, ...parts.filter(turnsOnPosition).map((c) => judgeCondition(c, scene, reading))];
}

function turnsOnPosition(condition: Condition): boolean {
  if (typeof condition !== "object") return false;
  if ("position" in condition) return true;
  if ("all" in condition) return condition.all.some(turnsOnPosition);
  if ("any" in condition) return condition.any.some(turnsOnPosition);
  return "none" in condition && condition.none.some(turnsOnPosition);
}

/** Keeps the premises that carry the outcome, so that an explanation does not drown in what did not matter. */
function combine(parts: readonly Judged[], by: (values: Iterable<Truth>) => Truth): Judged {
  const truth = by(parts.map((p) => p.truth));
  const kept = by(parts.map((p) => p.kept));
  return { truth, kept, premises: parts.filter((p) => p.truth === truth).flatMap((p) => p.premises) };
}

function judgePosition(condition: { position: string; options: Record<string, Condition> }, scene: Scene, reading: Reading): Judged {
  // In the order of the position, not of the record: what is told does not hang on how a file was written.
  const ids = scene.env.world.catalogue.positions.get(condition.position)?.options.map((o) => o.id) ?? [];
  const rows = ids.map((id) => ownEntry(condition.options, id));
  const all = rows.map((row) => (row === undefined ? bare("unknown") : judgeCondition(row, scene, reading)));
  const [first] = all;
  // Where every option says the same, the question does not arise.
  if (first !== undefined && !rows.includes(undefined) && all.every((j) => j.truth === first.truth && j.kept === first.kept)) return first;
  const option = scene.env.position(condition.position, scene.territory);
  if (scene.env.untaken?.has(condition.position) === true) {
    const same = (of: "truth" | "kept"): Truth => (new Set(all.map((j) => j[of])).size === 1 && !rows.includes(undefined) ? first![of] : "unknown");
    return { truth: same("truth"), kept: same("kept"), premises: [] };
  }
  const judged = all[ids.indexOf(option ?? "")] ?? bare("unknown");
  const premise: Premise = { reads: `position ${condition.position}`, of: scene.territory, is: option, needs: "as the position says", result: judged.truth };
  return { truth: judged.truth, kept: judged.kept, premises: [premise, ...judged.premises] };
}

type Leaf = Exclude<Condition, boolean | "unknown" | { all: Condition[] } | { any: Condition[] } | { none: Condition[] } | { position: string; options: Record<string, Condition> }>;

function judgeLeaf(test: Leaf, scene: Scene, reading: Reading): Judged {
  const { act } = scene;
  const taxonomies = scene.env.world.catalogue.taxonomies;
  // What we will do and have not said is ours to promise; what was done and not recorded is unknown.
  const ours = act.tense === "present";
  if ("purpose" in test) return judgeNames("purpose", act.purposes, test.purpose, taxonomies.purposes, reading, ours);
  if ("field" in test) return judgeNames("field", act.fields, test.field, taxonomies.fields, reading, ours);
  if ("recipient" in test) return judgeNames("recipient", act.recipients, test.recipient, taxonomies.recipients, reading, ours);
  if ("actor" in test) {
    const kinds = kindsOfParty(scene.env, act.actor, act.date);
    // Where words differ it is one of them, and nobody knows which.
    return judgeNames("actor.kind", kinds.length > 1 ? [] : kinds, test.actor, taxonomies.partyKinds, reading, false);
  }
  if ("place" in test) {
    const { truth, is } = placeTruth(scene, test, reading);
    return leaf(truth, { reads: `place (${test.of ?? "act"})`, of: null, is, needs: test.place.join(" or ") });
  }
  if ("quantity" in test) {
    const { truth, is, needs } = quantityTruth(scene, test);
    return leaf(truth, { reads: test.quantity, of: bearerName(scene, test.of), is, needs });
  }
  if ("fact" in test) return judgeFact(test, scene, reading);
  if ("date" in test) {
    const date = dateOfAnchor(scene, test.date);
    const needs = `${test.from ?? ""}/${test.to ?? ""}`;
    const truth: Truth = date === null ? "unknown" : truthOf((test.from === undefined || test.from <= date) && (test.to === undefined || date <= test.to));
    return leaf(truth, { reads: `date of ${test.date}`, of: null, is: date, needs });
  }
  if ("kind" in test) {
    const id = (test.of === "object" ? scene.path[0] : scene.source) ?? "";
    const kinds = kindsOf(scene, id);
    const truth: Truth = kinds.length === 0 ? "unknown" : truthOf(kinds.some((k) => test.kind.includes(k)));
    return leaf(truth, { reads: `kind of ${test.of ?? "source"}`, of: id, is: kinds.length === 0 ? null : kinds.join(", "), needs: test.kind.join(" or ") });
  }
  if ("derivation" in test) {
    const by = act.derivation?.by ?? null;
    return leaf(truthOf(by !== null && test.derivation.includes(by)), { reads: "derivation", of: act.derivation?.id ?? null, is: by, needs: test.derivation.join(" or ") });
  }
  if ("asserted" in test) {
    const truth = truthOf(isAsserted(scene, test.asserted));
    return leaf(truth, { reads: `somebody speaks of ${test.asserted}`, of: scene.source, is: truth, needs: "true" });
  }
  const state = scene.history(scene.source, test.exposure as Parameters<Scene["history"]>[1]);
  const truth: Truth = state === null ? "false" : state === "unknown" ? "unknown" : truthOf(test.oneOf.includes(state));
  return leaf(truth, { reads: `earlier acts (${test.exposure})`, of: scene.source, is: state, needs: test.oneOf.join(" or ") });
}

/** What an asset is; some things, into which certain others went, are products of these besides. */
function kindsOf({ env }: Scene, id: string): string[] {
  const kind = env.lines.assets.get(id)?.kind;
  if (kind === undefined) return [];
  const { assetKinds, derivationKinds } = env.world.catalogue.taxonomies;
  const contents = assetKinds.get(kind)?.productWith ?? [];
  const isProduct = (env.lines.into.get(id) ?? []).some((e) => derivationKinds.get(e.kind)?.unsaid === "product" && contents.includes(env.lines.assets.get(e.source)?.kind ?? ""));
  return isProduct ? [kind, "product"] : [kind];
}

function judgeNames(reads: string, asked: readonly string[], named: readonly string[], terms: ReadonlyMap<string, { isA?: string[] | undefined }>, reading: Reading, ours: boolean): Judged {
  const premise = { reads: `use.${reads}`, of: null, is: asked.length === 0 ? null : asked.join(", "), needs: named.join(" or ") };
  if (asked.length === 0) return leaf("unknown", premise, ours ? truthOf(reading === "permit") : "unknown");
  const each = asked.map((a) => isUnder(terms, a, named));
  return leaf(reading === "permit" ? and(each) : or(each), premise);
}

function judgeFact(test: Extract<Leaf, { fact: string }>, scene: Scene, reading: Reading): Judged {
  const wanted = test.oneOf ?? [test.is!];
  const holds = (value: FactValue): boolean => wanted.includes(value);
  const bearer = test.of ?? defaultBearer(scene.env, test.fact);
  const premise = (is: string | null): Omit<Premise, "result"> => ({ reads: test.fact, of: bearerName(scene, bearer), is, needs: wanted.join(" or ") });
  const values = factValues(scene, test.fact, test.of);
  if (values.length > 0) {
    const each = new Set(values.map(holds));
    return leaf(each.size > 1 ? "unknown" : truthOf(each.has(true)), premise(values.join(" or ")));
  }
  if (test.recorded === true) return leaf("false", premise(null));
  const presumed = scene.env.presume ? presumption(scene, test.fact) : null;
  if (presumed !== null) return leaf(truthOf(holds(presumed)), premise(`${presumed} (presumed)`));
  // What we will do can be promised; what was done cannot.
  const undertaking = scene.act.tense === "present" && scene.env.world.catalogue.taxonomies.facts.get(test.fact)?.control === "undertaking";
  return leaf("unknown", premise(null), undertaking ? truthOf(reading === "permit") : "unknown");
}

/** Source or asset whose fact it is, for the reader of a premise. */
function bearerName(scene: Scene, bearer: string): string {
  if (bearer === "source" || bearer === "licensor") return scene.source;
  const result = scene.act.tense === "past" ? (scene.act.derivation?.to ?? null) : null;
  if (bearer === "object") return scene.path.at(-2) ?? result ?? scene.path[0] ?? scene.source;
  return bearer === "actor" || bearer === "group" ? scene.act.actor : scene.act.id;
}

/** A rebuttable presumption in force here for an unknown fact. */
function presumption(scene: Scene, fact: string): FactValue | null {
  // What is presumed rests on what is known, never on another presumption or on itself.
  const withoutPresumptions = { ...scene.env, presume: false };
  for (const { law, norm } of presumptionsIn(scene.env.world.catalogue).get(fact) ?? []) {
    if (placeTruth(scene, { place: [law.jurisdiction] }, "permit").truth !== "true") continue;
    if (norm.if !== undefined && judgeCondition(norm.if, { ...scene, env: withoutPresumptions, instrument: law }, "permit").truth !== "true") continue;
    scene.env.presumed(law, fact, String(norm.presume.is));
    return norm.presume.is;
  }
  return null;
}

/** Somebody speaks of a layer: a claim or a recorded fact of the source itself. What an act did to be safe asserts nothing. */
function isAsserted(scene: Scene, layer: string): boolean {
  const { graph, catalogue } = scene.env.world;
  if (indexOf(graph).claimsOn.get(scene.source)?.some((c) => c.layer === layer) === true) return true;
  return (factsByLayer(catalogue.taxonomies).get(layer) ?? []).some((f) => assetFact(scene.env, scene.source, f.id, scene.act.date).some((v) => v !== false && v !== "none"));
}
