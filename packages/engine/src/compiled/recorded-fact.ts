import { isA, type Bearer, type FactValue } from "@cleartitle/norms";
import { currentStatements, type FactRecord, type Observation } from "@cleartitle/title";
import type { Setting, Spot } from "./setting.js";

type Values = readonly FactValue[];
type Look = (spot: Spot) => Values;
const none: Values = [];

/** Where values of one fact are found, each place looked at once. */
export class RecordedFact {
  readonly #setting: Setting;
  readonly #fact: string;
  readonly #ofNode = new Map<number, Values>();
  readonly #nearest: (Values | undefined)[] = [];
  readonly #look: readonly Look[];

  constructor(setting: Setting, fact: string, bearer: Bearer) {
    this.#setting = setting;
    this.#fact = fact;
    this.#look = this.#order(bearer);
  }

  /** All values recorded for the fact at a spot, nearest bearer first. */
  at(spot: Spot): Values {
    for (const look of this.#look) {
      const values = look(spot);
      if (values.length > 0) return values;
    }
    return this.#derived(spot);
  }

  /** A named bearer narrows where to look; what the act records about itself always counts for the act. */
  #order(bearer: Bearer): Look[] {
    const { act, world } = this.#setting;
    const inRecords = (records: readonly FactRecord[]): Look => {
      const values = records.filter((r) => r.fact === this.#fact && holdsOn(r.during, act.date)).map((r) => r.value);
      return () => values;
    };
    const onAct = [inRecords(act.facts), inRecords(act.derivation?.facts ?? [])];
    const onSource: Look = (spot) => this.ofNode(spot.source);
    const onObjects: Look = (spot) => this.#onObjects(spot);
    switch (bearer) {
      case "act": return [...onAct, onSource, onObjects];
      case "use": return [...onAct, onObjects, onSource];
      case "object": return [onObjects, ...onAct];
      case "actor": case "group": return [...onAct, inRecords(world.graph.parties.get(act.actor)?.facts ?? [])];
      case "licensor": return [onSource];
      case "recipient": return onAct.slice(0, 1);
      case "source": break;
    }
    // What an act records speaks of the thing acted on, not of everything that went into it.
    const beside = onAct.map((look): Look => (spot) => (spot.way < 0 ? look(spot) : none));
    return [onSource, ...beside];
  }

  /** Values that current statements give the fact of one asset. */
  ofNode(node: number): Values {
    let values = this.#ofNode.get(node);
    if (values === undefined) this.#ofNode.set(node, (values = statedFact(this.#setting, this.#setting.graph.nodes[node]!, this.#fact)));
    return values;
  }

  #onObjects(spot: Spot): Values {
    const { act, graph } = this.#setting;
    const result = act.tense === "past" ? (act.derivation?.to ?? null) : null;
    const near = this.#onWay(spot.way);
    if (near.length > 0) return near;
    if (result !== null) return this.ofNode(graph.numberOf.get(result)!);
    return spot.way < 0 ? this.ofNode(spot.source) : none;
  }

  /** Of the nodes on a way, the values of the one nearest to its end that has any. */
  #onWay(way: number): Values {
    const { node, parent } = this.#setting.trail;
    const passed: number[] = [];
    let at = way;
    let found: Values | undefined;
    for (; at >= 0 && found === undefined; at = parent[at]!) {
      found = this.#nearest[at];
      if (found !== undefined) break;
      const own = this.ofNode(node[at]!);
      if (own.length > 0) found = own;
      passed.push(at);
    }
    for (const each of passed) this.#nearest[each] = found ?? none;
    return found ?? none;
  }

  /** Facts that are read off the graph instead of being asked. */
  #derived(spot: Spot): Values {
    const { act, graph, world, history } = this.#setting;
    const asset = graph.nodes[spot.source]!;
    switch (this.#fact) {
      case "actor.kind": {
        const kind = world.graph.parties.get(act.actor)?.kind ?? null;
        return kind === null ? none : [kind];
      }
      case "multimodal": {
        const modality = world.graph.assets.get(asset)?.modality ?? [];
        return modality.length === 0 ? none : [modality.length > 1];
      }
      case "source.infringing_copy": {
        const state = history(asset, "copyright");
        return state === null || state === "unknown" ? none : [state === "open"];
      }
      case "purpose.non_commercial": return this.#purpose("non-commercial");
      case "purpose.scientific_research": return this.#purpose("scientific-research");
    }
    return this.#fact.startsWith("reservation.") ? this.#reservation(asset) : none;
  }

  /** A use states all its purposes: one that is not of the kind wanted is of another. */
  #purpose(wanted: string): Values {
    const { act, world } = this.#setting;
    return act.purposes.length === 0 ? none : [act.purposes.every((p) => isA(world.catalogue.taxonomies.purposes, p, wanted))];
  }

  #reservation(asset: string): Values {
    const { act, world } = this.#setting;
    if (act.date === null) return none;
    const locator = world.graph.assets.get(asset)?.source ?? null;
    const seen = world.graph.observations.filter((o) => o.of === asset || o.of === locator).toSorted(byTime);
    const observation = standing(seen, act.date);
    if (observation === null) return none;
    const reserved = observation.value === "reserved";
    switch (this.#fact) {
      case "reservation.expressed": return [reserved];
      case "reservation.machine_readable": return [reserved && observation.form === "machine-readable"];
      case "reservation.form": return [reserved ? observation.mechanism : "none"];
      case "reservation.checked_at": return [dayOf(observation)];
    }
    return none;
  }
}

const holdsOn = (period: { from: string | null; to: string | null }, date: string | null): boolean =>
  date === null ? period.from === null && period.to === null : (period.from === null || period.from <= date) && (period.to === null || date <= period.to);

/** Values that current statements give a fact of an asset, as of the act. */
export function statedFact({ world, act, asOf, knownAt }: Setting, asset: string, fact: string): Values {
  const { concluded, candidates } = currentStatements(world.graph, {
    about: { kind: "asset", id: asset }, what: `fact:${fact}`, part: null, scope: null, asOf: act.date ?? asOf, knownAt,
  });
  return (concluded === null ? candidates : [concluded]).flatMap((s) => (s.value === null ? [] : [s.value]));
}

const byTime = (a: Observation, b: Observation): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1);
const dayOf = (o: Observation): string => o.at.slice(0, 10);

/** An observation holds on its own day and from there to the next equal one; between unequal ones nothing is known. */
function standing(seen: readonly Observation[], date: string): Observation | null {
  const before = seen.filter((o) => dayOf(o) <= date).at(-1);
  if (before === undefined) return null;
  if (dayOf(before) === date) return before;
  const after = seen.find((o) => dayOf(o) > date);
  return after !== undefined && after.value === before.value && after.form === before.form ? before : null;
}
