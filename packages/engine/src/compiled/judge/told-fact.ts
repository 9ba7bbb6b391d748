import { isA, type Bearer, type FactValue, type Taxonomies } from "@cleartitle/norms";
import { recordedOn } from "../state/told.js";
import { assetOf, nodeOf, type Spot } from "./spot.js";

type Values = readonly FactValue[];
const none: Values = [];

/** Whose fact it is unless a test says otherwise. */
export function bearerOf(facts: Taxonomies["facts"], fact: string): Bearer {
  const of = facts.get(fact)?.of;
  return of === undefined || of === "asset" ? "source" : of;
}

/** Where values of a fact are looked for, by bearer, nearest first. What an act records about itself always counts for the act. */
const looks: Readonly<Record<Bearer, readonly Look[]>> = {
  act: ["act", "derivation", "source", "objects"],
  use: ["act", "derivation", "objects", "source"],
  source: ["source", "act beside", "derivation beside"],
  object: ["objects", "act", "derivation"],
  actor: ["act", "derivation", "party"],
  group: ["act", "derivation", "party"],
  licensor: ["source"],
  recipient: ["act"],
};
type Look = "act" | "derivation" | "source" | "objects" | "party" | "act beside" | "derivation beside";

/** All values recorded for a fact at the nearest bearer that has any. */
export function valuesAt(spot: Spot, fact: string, bearer: Bearer): Values {
  for (const look of looks[bearer]) {
    const values = looked(spot, fact, look);
    if (values.length > 0) return values;
  }
  return derived(spot, fact);
}

function looked(spot: Spot, fact: string, look: Look): Values {
  const { act, core, path, at: { date } } = spot;
  switch (look) {
    case "act": return recordedOn(act.facts, fact, date);
    case "derivation": return act.derivation === null ? none : recordedOn(core.state.told.ofDerivation(act.derivation), fact, date);
    case "party": return recordedOn(core.state.told.ofParty(act.actor), fact, date);
    case "source": return stated(spot, spot.source, fact);
    case "objects": return ofObjects(spot, fact);
    // What an act records speaks of the thing acted on, not of everything that went into it.
    case "act beside": return path.length > 1 ? none : recordedOn(act.facts, fact, date);
    case "derivation beside": break;
  }
  return path.length > 1 || act.derivation === null ? none : recordedOn(core.state.told.ofDerivation(act.derivation), fact, date);
}

/** What statements give a fact of an asset on the day of the act. */
export function stated({ core, at }: Spot, asset: string, fact: string): Values {
  const node = nodeOf(core, asset);
  return node < 0 ? none : core.state.stated.fact(node, fact, at.day);
}

/** Of the nodes from the source to what is acted on and, of a past act, to what came of it, the first that has any. */
function ofObjects(spot: Spot, fact: string): Values {
  const { act, path, core } = spot;
  if (!core.state.stated.isSaid(fact)) return none;
  const result = act.tense === "past" ? (act.derivation?.to ?? null) : null;
  for (let at = path.length - 2; at >= 0; at--) {
    const values = stated(spot, path[at]!, fact);
    if (values.length > 0) return values;
  }
  if (result !== null) return stated(spot, result, fact);
  return path.length <= 1 ? stated(spot, spot.source, fact) : none;
}

/** Whether a thing was out by the day of the act: what then holds. */
function published({ core, node, at }: Spot, holds: FactValue): Values {
  const on = node < 0 ? null : core.state.licenses.published(node);
  return on === null || at.date === null || on > at.date ? none : [holds];
}

/** Facts that are read off what is recorded of the thing whose right is in question. */
const offThings: Readonly<Record<string, (spot: Spot) => Values>> = {
  multimodal: (spot) => {
    const modality = assetOf(spot, spot.source)?.modality ?? [];
    return modality.length === 0 ? none : [modality.length > 1];
  },
  "work.published": (spot) => published(spot, true),
  "ts.secret": (spot) => published(spot, false),
  "source.infringing_copy": ({ standpoint, source }) => {
    const state = standpoint.stateOf(source, "copyright");
    return state === null || state === "unknown" ? none : [state === "open"];
  },
};
const isObserved = (fact: string): boolean => fact.startsWith("reservation.");

/** Whether a fact may be read off what is recorded of a thing, though nobody stated it. */
export const isReadOffThings = (fact: string): boolean => Object.hasOwn(offThings, fact) || isObserved(fact);

/** Facts that are read off the records instead of being asked. */
function derived(spot: Spot, fact: string): Values {
  const { act, core, node, at } = spot;
  if (Object.hasOwn(offThings, fact)) return offThings[fact]!(spot);
  switch (fact) {
    case "actor.kind": return core.state.told.kindsOf(act.actor, at.date);
    case "purpose.non_commercial": return purposesAre(spot, "non-commercial");
    case "purpose.scientific_research": return purposesAre(spot, "scientific-research");
  }
  return node < 0 || !isObserved(fact) ? none : core.state.observations.fact(node, fact, at.date);
}

/** A use states all its purposes: one that is not of the kind wanted is of another. */
const purposesAre = ({ act, core }: Spot, wanted: string): Values =>
  act.purposes.length === 0 ? none : [act.purposes.every((purpose) => isA(core.of.taxonomies.purposes, purpose, wanted))];
