import { type FactValue, listsBy } from "@cleartitle/norms";
import type { Observation } from "@cleartitle/title";
import { countUntil } from "./date-classes.js";
import { assetAt, type Ground } from "./ground.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byTime = (a: Observation, b: Observation): number => compare(a.at, b.at) || compare(a.id, b.id);
const dayOf = (observation: Observation): string => observation.at.slice(0, 10);

/** What was seen of one thing, in time order. */
interface Series {
  readonly seen: readonly Observation[];
  readonly days: readonly string[];
}

/** Reservations as they were observed, of assets and of where they come from. */
export class Observations {
  readonly #ground: Ground;
  readonly #of: ReadonlyMap<string, readonly Observation[]>;
  readonly #series = new Map<number, Series>();

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#of = listsBy(ground.world.graph.observations, (each) => [each.of]);
  }

  /** Values of a fact that reservations answer; none where nothing is known on the date. */
  fact(node: number, fact: string, date: string | null): readonly FactValue[] {
    const observation = date === null || this.#of.size === 0 ? null : this.#standing(node, date);
    if (observation === null) return none;
    const reserved = observation.value === "reserved";
    switch (fact) {
      case "reservation.expressed": return [reserved];
      case "reservation.machine_readable": return [reserved && observation.form === "machine-readable"];
      case "reservation.form": return [reserved ? observation.mechanism : "none"];
      case "reservation.checked_at": return [dayOf(observation)];
      default: return none;
    }
  }

  /** The observation of that very day, or the last one before it where the next one says the same. */
  #standing(node: number, date: string): Observation | null {
    const { seen, days } = this.#seriesOf(node);
    const next = countUntil(days, date, true);
    const [before, after] = [seen[next - 1], seen[next]];
    if (before === undefined) return null;
    if (days[next - 1] === date) return before;
    return after !== undefined && after.value === before.value && after.form === before.form ? before : null;
  }

  #seriesOf(node: number): Series {
    let series = this.#series.get(node);
    if (series === undefined) {
      const source = assetAt(this.#ground, node)?.source ?? null;
      const names = new Set([this.#ground.graph.nodes[node]!, ...(source === null ? [] : [source])]);
      const seen = [...names].flatMap((name) => this.#of.get(name) ?? []).toSorted(byTime);
      this.#series.set(node, (series = { seen, days: seen.map(dayOf) }));
    }
    return series;
  }
}

const none: readonly FactValue[] = [];
