import { isA, type Bearer, type FactValue } from "@cleartitle/norms";
import type { FactRecord } from "@cleartitle/title";
import type { Setting, Spot } from "./setting.js";
import { stateOf, type State } from "./state/state.js";

type Values = readonly FactValue[];
type Look = (spot: Spot) => Values;
const none: Values = [];

/** Where values of one fact are found, each place looked at once. */
export class RecordedFact {
  readonly #setting: Setting;
  readonly #state: State;
  readonly #fact: string;
  readonly #nearest: (Values | undefined)[] = [];
  readonly #look: readonly Look[];

  constructor(setting: Setting, fact: string, bearer: Bearer) {
    this.#setting = setting;
    this.#state = stateOf(setting.world, setting.graph, setting.knownAt);
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
    return this.#state.stated.fact(node, this.#fact, this.#setting.act.date ?? this.#setting.asOf);
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
      case "work.published": case "ts.secret": {
        const on = this.#state.licenses.published(spot.source);
        return on === null || act.date === null || on > act.date ? none : [this.#fact === "work.published"];
      }
      case "source.infringing_copy": {
        const state = history(asset, "copyright");
        return state === null || state === "unknown" ? none : [state === "open"];
      }
      case "purpose.non_commercial": return this.#purpose("non-commercial");
      case "purpose.scientific_research": return this.#purpose("scientific-research");
    }
    return this.#fact.startsWith("reservation.") ? this.#state.observations.fact(spot.source, this.#fact, act.date) : none;
  }

  /** A use states all its purposes: one that is not of the kind wanted is of another. */
  #purpose(wanted: string): Values {
    const { act, world } = this.#setting;
    return act.purposes.length === 0 ? none : [act.purposes.every((p) => isA(world.catalogue.taxonomies.purposes, p, wanted))];
  }
}

const holdsOn = (period: { from: string | null; to: string | null }, date: string | null): boolean =>
  date === null ? period.from === null && period.to === null : (period.from === null || period.from <= date) && (period.to === null || date <= period.to);
