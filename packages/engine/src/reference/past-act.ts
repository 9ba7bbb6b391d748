import { isBy, type Derivation } from "@cleartitle/title";
import type { Act } from "../act.js";
import { indexOf } from "./graph-index.js";
import { stepsOf } from "./lines.js";
import { ownEntry } from "./own-entry.js";
import type { Env } from "./scene.js";
import { factsOfDerivation } from "./told.js";

/** A recorded act with the places in which it may have been done. */
export interface PastAct {
  readonly act: Act;
  readonly places: readonly string[];
  /** Copies that the act made. */
  readonly results: readonly string[];
}

/** A derivation as acts: what each of its steps implies on its sources, and what is recorded besides. */
export function actsIn(derivation: Derivation, at: string, env: Env): PastAct[] {
  const kinds = env.world.catalogue.taxonomies.derivationKinds;
  const implied = stepsOf(env.world, derivation).flatMap(({ kind, sources, result }) => sources.map((source): PastAct => {
    const acts = kinds.get(kind)?.implies ?? {};
    const actions = ownEntry(acts, env.lines.assets.get(source)?.kind ?? "") ?? acts["any"] ?? [];
    return { act: { ...baseAct({ ...derivation, by: kind, to: result }, env), object: source, actions }, places: derivation.in, results: result === null ? [] : [result] };
  }));
  const spoken = derivation.acts.flatMap((a) => datesOf(a, derivation, at, env).map((date): PastAct => ({
    act: { ...baseAct(derivation, env), object: a.of, actions: [a.act], date }, places: derivation.in, results: [],
  })));
  return [...implied, ...spoken].filter(({ act }) => act.actions.length > 0);
}

/** When a recorded act is judged: once; one that lasts also at its end, which is a recorded deletion or else the day of the answer. */
function datesOf(record: Derivation["acts"][number], derivation: Derivation, at: string, env: Env): (string | null)[] {
  const start = derivation.during.from;
  if (env.world.catalogue.taxonomies.actions.get(record.act)?.lasting !== true || start === null) return [start];
  const deleted = (indexOf(env.world.graph).eventsOf.get(record.of) ?? []).filter((e) => e.kind === "deleted" && e.on >= start && isBy(e.recordedAt, env.knownAt)).map((e) => e.on).toSorted()[0];
  const ends = [record.until, deleted ?? null, at].filter((d): d is string => d !== null).toSorted()[0]!;
  return ends > start ? [start, ends] : [start];
}

function baseAct(derivation: Derivation, env: Env): Act {
  return {
    id: derivation.id, tense: "past", object: "", actions: [], actor: derivation.who, date: derivation.during.from, purposes: derivation.purpose, fields: derivation.field,
    recipients: [], hosted: [], facts: factsOfDerivation(env, derivation), scale: [], derivation, named: null,
  };
}
