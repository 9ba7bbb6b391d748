import { comparable, compareQuantity, type Condition, listsBy, type Truth } from "@cleartitle/norms";
import { isBy, type Acceptance, type LifeEvent, type QuantityRecord } from "@cleartitle/title";
import { assetAt, type Ground } from "./ground.js";
import type { Groups } from "./groups.js";
import type { Licensors } from "./licensors.js";
import type { Moment } from "./moment.js";
import type { Told } from "./told.js";

export type QuantityTest = Extract<Condition, { quantity: string }>;

/** Where a bounded quantity is read. */
export interface QuantityAsked {
  readonly node: number;
  /** When the act is done. */
  readonly at: Moment;
  readonly party: string;
  /** The scale that the act itself states. */
  readonly scale: readonly QuantityRecord[];
  readonly text: string | null;
  /** The date of the anchor; null: not recorded. */
  readonly date: string | null;
}

export interface QuantityFound {
  readonly truth: Truth;
  /** What is recorded, for the reader of a premise. */
  readonly is: string | null;
}

interface Records {
  readonly groups: Groups;
  readonly told: Told;
  readonly licensors: Licensors;
}

/** Recorded amounts of parties and what was crossed. A group is read at the top of its chain of control. */
export class Quantities {
  readonly #ground: Ground;
  readonly #groups: Groups;
  readonly #told: Told;
  readonly #licensors: Licensors;
  /** Crossings that were known, by quantity. */
  readonly #crossings: ReadonlyMap<string, readonly LifeEvent[]>;
  /** Acceptances by text. */
  readonly #accepted: ReadonlyMap<string, readonly Acceptance[]>;

  constructor(ground: Ground, { groups, told, licensors }: Records, knownAt: string) {
    this.#ground = ground;
    this.#groups = groups;
    this.#told = told;
    this.#licensors = licensors;
    const { events, acceptances } = ground.world.graph;
    this.#crossings = listsBy(events, (event) => (event.kind === "crossed" && event.quantity !== null && isBy(event.recordedAt, knownAt) ? [event.quantity] : []));
    this.#accepted = listsBy(acceptances, (each) => [each.instrument]);
  }

  /** Three-valued: what is not recorded for the date is unknown. A crossed cap stays crossed where the text says so. */
  of(test: QuantityTest, asked: QuantityAsked): QuantityFound {
    const { date } = asked;
    const records = this.#recordsFor(test, asked).filter((record) => record.quantity === test.quantity);
    if (test.sticky === true && this.#wasCrossed(test, asked, records)) return { truth: isCap(test) ? "false" : "true", is: "crossed" };
    const holding = comparable(records.filter(({ during: { from, to } }) => (date === null ? from === null && to === null : (from ?? date) <= date && date <= (to ?? date))), test);
    if (holding.length === 0) return { truth: "unknown", is: null };
    const merged = narrowest(holding);
    return { truth: compareQuantity(merged, test), is: `${merged.atLeast ?? ""}..${merged.atMost ?? ""}` };
  }

  #recordsFor({ of }: QuantityTest, { node, at, party, scale, date }: QuantityAsked): readonly QuantityRecord[] {
    if (of === "use" || of === "act") return scale;
    const amountsOf = (id: string | null): readonly QuantityRecord[] => (id === null ? [] : this.#told.amountsOf(id));
    if (of === "licensor") return amountsOf(this.#licensors.soleOf(node, at));
    const group = amountsOf(this.#groups.topOf(party, date));
    if (of === "group") return group;
    const own = amountsOf(party);
    // A bound on the whole group bounds each of its members from above.
    return [...own, ...group.filter((record) => !own.includes(record)).map((record) => ({ ...record, atLeast: null }))];
  }

  /** By a crossing on record, or by an amount beyond the bound since the group first had to do with text or thing. */
  #wasCrossed(test: QuantityTest, asked: QuantityAsked, records: readonly QuantityRecord[]): boolean {
    const { node, party, text, date } = asked;
    const group = this.#groups.of(party, date);
    const asset = this.#ground.graph.nodes[node]!;
    const recorded = this.#crossings.get(test.quantity)?.some(({ of, party: whose, on }) =>
      (of === text || of === asset || group.has(of)) && (whose === null || group.has(whose)) && (date === null || on <= date));
    if (recorded === true) return true;
    const began = this.#beganUnder(node, text, group);
    if (began === null) return false;
    const beyond: Truth = isCap(test) ? "false" : "true";
    return records.some((record) => (date === null || (record.during.from ?? date) <= date) && (record.during.to ?? began) >= began && compareQuantity(record, test) === beyond);
  }

  /** The first day on which the group is recorded as having accepted the text, got the thing or made something of it. */
  #beganUnder(node: number, text: string | null, group: ReadonlySet<string>): string | null {
    const { edges, derivations } = this.#ground.graph;
    let first: string | null = null;
    const met = (who: string, on: string | null): void => {
      if (on !== null && (first === null || on < first) && group.has(who)) first = on;
    };
    for (const { party, on } of this.#accepted.get(text ?? "") ?? []) met(party, on);
    for (const { who, on } of assetAt(this.#ground, node)?.acquired ?? []) met(who, on);
    for (let edge = edges.outStart[node]!; edge < edges.outStart[node + 1]!; edge++) {
      const { who, during } = derivations[edges.derivation[edge]!]!;
      met(who, during.from);
    }
    return first;
  }
}

const isCap = (test: QuantityTest): boolean => test.atMost !== undefined || test.below !== undefined;

/** Bounds on the same quantity in one unit narrow each other. */
function narrowest(records: readonly QuantityRecord[]): QuantityRecord {
  const [first, ...others] = records;
  let { atLeast, atMost } = first!;
  for (const each of others) {
    if (each.atLeast !== null && (atLeast === null || each.atLeast > atLeast)) ({ atLeast } = each);
    if (each.atMost !== null && (atMost === null || each.atMost < atMost)) ({ atMost } = each);
  }
  return { ...first!, atLeast, atMost };
}
