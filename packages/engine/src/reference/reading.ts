import { isA, type FactValue } from "@cleartitle/norms";
import { currentStatements } from "@cleartitle/title";
import type { Bearer } from "@cleartitle/norms";
import { publishedOn } from "./anchor.js";
import type { Env, Scene } from "./scene.js";
import { reservationFact } from "./reservation.js";
import { factsOfDerivation, factsOfParty, fromRecords, kindsOfParty } from "./told.js";

/** Values that current statements give a fact of an asset: several where sources differ, none where nobody said. */
export function assetFact(env: Env, asset: string, fact: string, date: string | null): FactValue[] {
  const { concluded, candidates } = currentStatements(env.world.graph, {
    about: { kind: "asset", id: asset }, what: `fact:${fact}`, part: null, scope: null, asOf: date ?? env.asOf, knownAt: env.knownAt,
  });
  const found = concluded === null ? candidates : [concluded];
  return found.flatMap((s) => (s.value === null ? [] : [s.value]));
}

/** Facts that are read off the graph instead of being asked. */
function derivedFact(scene: Scene, fact: string): FactValue[] {
  const { act, env } = scene;
  if (fact === "actor.kind") return [...kindsOfParty(env, act.actor, act.date)];
  if (fact === "multimodal") {
    const modality = env.lines.assets.get(scene.source)?.modality ?? [];
    return modality.length === 0 ? [] : [modality.length > 1];
  }
  if (fact === "work.published" || fact === "ts.secret") {
    const on = publishedOn(env, scene.source);
    if (on === null || act.date === null || on > act.date) return [];
    return [fact === "work.published"];
  }
  if (fact === "source.infringing_copy") {
    const state = scene.history(scene.source, "copyright");
    return state === null || state === "unknown" ? [] : [state === "open"];
  }
  if (fact === "purpose.non_commercial" || fact === "purpose.scientific_research") {
    if (act.purposes.length === 0) return [];
    const wanted = fact === "purpose.non_commercial" ? "non-commercial" : "scientific-research";
    return [act.purposes.every((p) => purposeIs(env, p, wanted))];
  }
  return reservationFact(scene, fact);
}

/** A use states all its purposes: one that is not of the kind wanted is of another. */
function purposeIs(env: Env, purpose: string, wanted: string): boolean {
  return isA(env.world.catalogue.taxonomies.purposes, purpose, wanted);
}

/**
 * All values recorded for a fact, nearest bearer first: the act itself, then what is acted on and the nodes on the path, then the source,
 * then the actor. A named bearer narrows where to look, but what the act records about itself always counts for the act.
 */
export function factValues(scene: Scene, fact: string, bearer: Bearer | undefined): FactValue[] {
  const { env, act } = scene;
  const date = act.date;
  const onAct = fromRecords(act.facts, fact, date);
  const onDerivation = act.derivation === null ? [] : fromRecords(factsOfDerivation(env, act.derivation), fact, date);
  const party = () => fromRecords(factsOfParty(env, act.actor), fact, date);
  const onSource = () => assetFact(env, scene.source, fact, date);
  const onObjects = () => {
    // What came of a past act bears its facts too: whether the trained model memorizes, whether the system generates.
    const result = act.tense === "past" ? (act.derivation?.to ?? null) : null;
    for (const node of [...scene.path.toReversed().slice(1), ...(result === null ? [] : [result])]) {
      const values = assetFact(env, node, fact, date);
      if (values.length > 0) return values;
    }
    return scene.path.length <= 1 && result === null ? onSource() : [];
  };
  const places: Record<Bearer, readonly (() => FactValue[])[]> = {
    act: [() => onAct, () => onDerivation, onSource, onObjects],
    use: [() => onAct, () => onDerivation, onObjects, onSource],
    // What an act records speaks of the thing acted on, not of everything that went into it.
    source: scene.path.length <= 1 ? [onSource, () => onAct, () => onDerivation] : [onSource],
    object: [onObjects, () => onAct, () => onDerivation],
    // What was recorded with the act is the actor's fact of that act, and nearer than what is recorded of the party.
    actor: [() => onAct, () => onDerivation, party],
    group: [() => onAct, () => onDerivation, party],
    licensor: [onSource],
    recipient: [() => onAct],
  };
  const order = places[bearer ?? defaultBearer(env, fact)];
  for (const look of order) {
    const values = look();
    if (values.length > 0) return values;
  }
  return derivedFact(scene, fact);
}

export function defaultBearer(env: Env, fact: string): Bearer {
  const of = env.world.catalogue.taxonomies.facts.get(fact)?.of;
  return of === undefined || of === "asset" ? "source" : of;
}
