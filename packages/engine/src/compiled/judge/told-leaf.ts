import { and, ancestors, or, truthOf, type Bearer, type Condition, type FactValue, type Hierarchy, type Layer, type Taxonomies, type Truth } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { Reading } from "../request-test.js";
import { dateAt } from "./anchor.js";
import { nodeOf, type Core, type Spot, type Told } from "./spot.js";
import { bearerOf, isReadOffThings, stated, valuesAt } from "./told-fact.js";

export type Leaf = Exclude<Condition, boolean | "unknown" | { all: Condition[] } | { any: Condition[] } | { none: Condition[] } | { position: string; options: Record<string, Condition> }>;
type LeafTeller = (spot: Spot) => Told;

const told = (truth: Truth, { reads, of, is, needs }: Omit<Premise, "result">, kept: Truth = truth): Told => ({ truth, kept, premises: [{ reads, of, is, needs, result: truth }] });

/** One test, compiled. */
export function toldLeaf(test: Leaf, reading: Reading, { purposes, fields, recipients, partyKinds, facts }: Taxonomies): LeafTeller {
  if ("purpose" in test) return named("purpose", ({ act }) => act.purposes, under(purposes, test.purpose), { reading, promised: true, needs: test.purpose });
  if ("field" in test) return named("field", ({ act }) => act.fields, under(fields, test.field), { reading, promised: true, needs: test.field });
  if ("recipient" in test) return named("recipient", ({ act }) => act.recipients, under(recipients, test.recipient), { reading, promised: true, needs: test.recipient });
  if ("actor" in test) {
    return named("actor.kind", actorKind, under(partyKinds, test.actor), { reading, promised: false, needs: test.actor });
  }
  if ("place" in test) {
    return (spot) => {
      const asked = placesAsked(spot, test.of);
      return told(insideOf(spot, asked, test, reading), { reads: placeOf(test.of ?? "act"), of: null, is: asked.length === 0 ? null : asked.join(", "), needs: test.place.join(" or ") });
    };
  }
  if ("quantity" in test) return boundedQuantity(test);
  if ("fact" in test) return recordedFact(test, reading, test.of ?? bearerOf(facts, test.fact));
  if ("date" in test) {
    return (spot) => {
      const date = dateAt(spot, test.date);
      const truth: Truth = date === null ? "unknown" : truthOf((test.from ?? date) <= date && date <= (test.to ?? date));
      return told(truth, { reads: `date of ${test.date}`, of: null, is: date, needs: `${test.from ?? ""}/${test.to ?? ""}` });
    };
  }
  return ofThing(test);
}

const placeOf = (which: string): string => `place (${which})`;

/** Places of which there is one for each judgment; where something is hosted or somebody lives is recorded. */
const judged: ReadonlySet<string> = new Set(["act", "offered", "used", "output-shown"].map(placeOf));

/** Whether a premise says for which place something is judged. */
export const isOfPlace = ({ reads, is }: Premise): boolean => is !== null && judged.has(reads);

/** Anchors of dates that are the act's own. */
const ofTheAct: readonly string[] = ["act", "use", "continuously"];
/** Bearers of facts that are the act's, and who takes part in it. */
const inTheAct: readonly string[] = ["act", "use", "actor", "group", "recipient"];

/** Facts that a test asks of the act, where it reads nothing of the things whose rights are in question unless somebody stated these of one; null: it does. */
export function factsOfAct(test: Leaf, { facts }: Taxonomies): readonly string[] | null {
  if ("purpose" in test || "field" in test || "recipient" in test || "actor" in test || "derivation" in test) return [];
  if ("place" in test) return test.members === undefined ? [] : null;
  if ("kind" in test) return test.of === "object" ? [] : null;
  if ("date" in test) return ofTheAct.includes(test.date) ? [] : null;
  if (!("fact" in test) || isReadOffThings(test.fact)) return null;
  return inTheAct.includes(test.of ?? bearerOf(facts, test.fact)) ? [test.fact] : null;
}

/** Facts that a test asks of the thing whose right is in question, where it reads nothing else, whatever the act and the day unless somebody stated these; null: it does. */
export function factsOfThing(test: Leaf, { facts }: Taxonomies): readonly string[] | null {
  if ("kind" in test) return test.of === "object" ? null : [];
  if (!("fact" in test) || isReadOffThings(test.fact)) return null;
  return (test.of ?? bearerOf(facts, test.fact)) === "source" ? [test.fact] : null;
}

/** Where words differ it is one of them, and nobody knows which. */
function actorKind({ act, core, at }: Spot): readonly string[] {
  const kinds = core.state.told.kindsOf(act.actor, at.date);
  return kinds.length > 1 ? [] : kinds;
}

function ofThing(test: Extract<Leaf, { kind: string[] } | { derivation: string[] } | { asserted: string } | { exposure: string }>): LeafTeller {
  if ("kind" in test) {
    return ({ core, path, source }) => {
      const id = (test.of === "object" ? path[0] : source) ?? "";
      const kinds = kindsOf(core, nodeOf(core, id));
      const truth: Truth = kinds.length === 0 ? "unknown" : truthOf(kinds.some((kind) => test.kind.includes(kind)));
      return told(truth, { reads: `kind of ${test.of ?? "source"}`, of: id, is: kinds.length === 0 ? null : kinds.join(", "), needs: test.kind.join(" or ") });
    };
  }
  if ("derivation" in test) {
    return ({ act: { derivation } }) =>
      told(truthOf(derivation !== null && test.derivation.includes(derivation.by)), { reads: "derivation", of: derivation?.id ?? null, is: derivation?.by ?? null, needs: test.derivation.join(" or ") });
  }
  if ("asserted" in test) {
    return (spot) => {
      const truth = truthOf(isAsserted(spot, test.asserted));
      return told(truth, { reads: `somebody speaks of ${test.asserted}`, of: spot.source, is: truth, needs: "true" });
    };
  }
  return ({ standpoint, source }) => {
    const state = standpoint.stateOf(source, test.exposure as Layer);
    return told(state === null ? "false" : state === "unknown" ? "unknown" : truthOf(test.oneOf.includes(state)), { reads: `earlier acts (${test.exposure})`, of: source, is: state, needs: test.oneOf.join(" or ") });
  };
}

/** Whether a term lies under one of the names; one that is outside the vocabulary is unknown, never a refusal or a grant. */
function under(terms: Hierarchy, names: readonly string[]): (id: string) => Truth {
  const complete = names.every((name) => terms.has(name));
  const kept = new Map<string, Truth>();
  return (id) => {
    let truth = kept.get(id);
    if (truth === undefined) {
      const above = ancestors(terms, id);
      kept.set(id, (truth = names.some((name) => above.has(name)) ? "true" : complete && terms.has(id) ? "false" : "unknown"));
    }
    return truth;
  };
}

/** `promised`: what we will do and have not said is ours to promise; what was done and not recorded is unknown. */
function named(reads: string, asked: (spot: Spot) => readonly string[], isUnder: (id: string) => Truth, { reading, promised, needs }: { reading: Reading; promised: boolean; needs: readonly string[] }): LeafTeller {
  const said = needs.join(" or ");
  return (spot) => {
    const ids = asked(spot);
    const premise = { reads: `use.${reads}`, of: null, is: ids.length === 0 ? null : ids.join(", "), needs: said };
    if (ids.length === 0) return told("unknown", premise, promised && spot.act.tense === "present" ? truthOf(reading === "permit") : "unknown");
    const each = ids.map(isUnder);
    return told(reading === "permit" ? and(each) : or(each), premise);
  };
}

function placesAsked({ act, atom, core }: Spot, of: string | undefined): readonly string[] {
  if (of === "hosted") return act.hosted;
  if (of !== "domicile" && of !== "headquarters") return [atom];
  const place = core.world.graph.parties.get(act.actor)?.[of] ?? null;
  return place === null ? [] : [place];
}

/** Whether the places asked lie inside one of the named groups or territories. */
function insideOf(spot: Spot, asked: readonly string[], { place: groups, members }: { place: readonly string[]; members?: string | undefined }, reading: Reading): Truth {
  if (asked.length === 0) return "unknown";
  const on = (members === "at-signature" ? (dateAt(spot, "acceptance") ?? spot.text?.inForce?.from ?? null) : spot.at.date) ?? spot.asOf;
  const each = asked.map((place) => or(groups.map((group) => spot.core.of.places.contains(group, place, on))));
  return reading === "permit" ? and(each) : or(each);
}

function boundedQuantity(test: Extract<Leaf, { quantity: string }>): LeafTeller {
  const bounds = [["at most", test.atMost], ["below", test.below], ["above", test.above], ["at least", test.atLeast]] as const;
  const needs = bounds.map(([word, value]) => (value === undefined ? "" : `${word} ${value}`)).join("");
  return (spot) => {
    const { act, at, core, node, text } = spot;
    const { truth, is } = core.state.quantities.of(test, { node, at, party: act.actor, scale: act.scale, text: text?.id ?? null, date: dateAt(spot, test.at ?? "act") });
    return told(truth, { reads: test.quantity, of: bearerName(spot, test.of), is, needs });
  };
}

function recordedFact(test: Extract<Leaf, { fact: string }>, reading: Reading, bearer: Bearer): LeafTeller {
  const wanted = test.oneOf ?? [test.is!];
  const needs = wanted.join(" or ");
  return (spot) => {
    const premise = (is: string | null): Omit<Premise, "result"> => ({ reads: test.fact, of: bearerName(spot, bearer), is, needs });
    const values = valuesAt(spot, test.fact, bearer);
    if (values.length > 0) {
      const held = values.filter((value) => wanted.includes(value)).length;
      return told(held === 0 ? "false" : held === values.length ? "true" : "unknown", premise(values.join(" or ")));
    }
    if (test.recorded === true) return told("false", premise(null));
    const presumed = presumedAt(spot, test.fact);
    if (presumed !== null) return told(truthOf(wanted.includes(presumed)), premise(`${presumed} (presumed)`));
    // What we will do can be promised; what was done cannot.
    const undertaking = spot.act.tense === "present" && spot.core.of.taxonomies.facts.get(test.fact)?.control === "undertaking";
    return told("unknown", premise(null), undertaking ? truthOf(reading === "permit") : "unknown");
  };
}

/** What a rule that is in force in the place presumes of an unknown fact. */
function presumedAt(spot: Spot, fact: string): FactValue | null {
  const presumptions = spot.core.of.presumptions.get(fact);
  if (spot.plain === true || presumptions === undefined || !spot.standpoint.presumes()) return null;
  for (const { law, norm } of presumptions) {
    if (insideOf(spot, [spot.atom], { place: [law.jurisdiction] }, "permit") !== "true") continue;
    if (spot.core.of.telling.tell(norm.if, { ...spot, text: law, plain: true }, "permit").truth !== "true") continue;
    spot.standpoint.notePresumed(law, fact, String(norm.presume.is));
    return norm.presume.is;
  }
  return null;
}

/** Whose fact or amount it is, for the reader of a premise. */
function bearerName({ act, path, source }: Spot, bearer: string): string {
  if (bearer === "source" || bearer === "licensor") return source;
  if (bearer === "actor" || bearer === "group") return act.actor;
  if (bearer !== "object") return act.id;
  const result = act.tense === "past" ? (act.derivation?.to ?? null) : null;
  return path.at(-2) ?? result ?? path[0] ?? source;
}

/** What a node is, none where nobody described it; some things, into which certain others went, are products of these besides. */
export function kindsOf({ graph: { assetKinds, derivationKinds, edges, kind }, of: { taxonomies } }: Core, node: number): string[] {
  if (node < 0 || kind[node] === 0) return [];
  const own = assetKinds[kind[node]!]!;
  const contents = taxonomies.assetKinds.get(own)?.productWith;
  if (contents === undefined) return [own];
  for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
    const into = derivationKinds[edges.kind[edges.into[i]!]!]!;
    if (contents.includes(assetKinds[kind[edges.inSource[i]!]!] ?? "") && taxonomies.derivationKinds.get(into)?.unsaid === "product") return [own, "product"];
  }
  return [own];
}

/** Somebody speaks of a layer: a claim or a recorded fact of the source itself. What an act did to be safe asserts nothing. */
function isAsserted(spot: Spot, layer: string): boolean {
  const { core, source } = spot;
  if (core.state.titles.isClaimed(source, layer as Layer)) return true;
  return (core.of.factsByLayer.get(layer) ?? []).some(({ id }) => stated(spot, source, id).some((value) => value !== false && value !== "none"));
}
