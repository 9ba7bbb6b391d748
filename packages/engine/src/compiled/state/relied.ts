import type { Derivation } from "@cleartitle/title";
import type { LicenseReading } from "../../judgment/license-reading.js";
import type { Endings } from "./endings.js";
import { assetAt, type Ground } from "./ground.js";
import type { Licenses } from "./licenses.js";
import type { Moment } from "./moment.js";
import { listsByNode, type NodeLists } from "./node-lists.js";
import type { Titles } from "./titles.js";

/** What a party acted on, with the first day of it ("" where that is not recorded). */
interface ActedOn {
  readonly asset: string;
  readonly node: number;
  readonly since: string;
}

/** By text, the first day from which a party has relied on it; what changes with the day of the question is asked each time. */
export interface Reliances {
  readonly since: ReadonlyMap<string, string>;
  readonly changing: readonly ActedOn[];
}

/** Parties that acted on a thing for which no other basis than one text is recorded. */
export class Relied {
  readonly #ground: Ground;
  readonly #licenses: Licenses;
  readonly #titles: Titles;
  readonly #endings: Endings;
  readonly #numberOf: ReadonlyMap<string, number>;
  readonly #derivations: NodeLists;
  readonly #acquired: NodeLists;
  readonly #known = new Map<string, Reliances>();

  constructor(ground: Ground, { licenses, titles, endings }: { licenses: Licenses; titles: Titles; endings: Endings }) {
    this.#ground = ground;
    this.#licenses = licenses;
    this.#titles = titles;
    this.#endings = endings;
    const { graph } = ground;
    const count = graph.derivations.length + endings.all.length;
    const numbers = new Map<string, number>();
    const numberOf = (party: string): number => {
      let number = numbers.get(party);
      if (number === undefined) numbers.set(party, (number = numbers.size));
      return number;
    };
    for (let at = 0; at < count; at++) numberOf(this.#derivation(at).who);
    for (let node = 0; node < graph.nodes.length; node++) for (const each of assetAt(ground, node)?.acquired ?? []) numberOf(each.who);
    this.#numberOf = numbers;
    this.#derivations = listsByNode(numbers.size, count, (at, add) => add(numberOf(this.#derivation(at).who)));
    this.#acquired = listsByNode(numbers.size, graph.nodes.length, (node, add) => {
      for (const each of assetAt(ground, node)?.acquired ?? []) add(numberOf(each.who));
    });
  }

  /** Whether a party relied on a text by a date. */
  relies(party: string, text: string, at: Moment): boolean {
    const { since, changing } = this.#of(party, at.day);
    const first = since.get(text);
    if (first !== undefined && (at.date === null || first <= at.date)) return true;
    return changing.some((each) => (at.date === null || each.since <= at.date) && soleBases(this.#licenses.of(each.node, this.#licenses.whole(each.node), at)).has(text));
  }

  /** Derivations with a result, then those without. */
  #derivation(at: number): Derivation {
    const { derivations } = this.#ground.graph;
    return derivations[at] ?? this.#endings.all[at - derivations.length]!;
  }

  /** What each party that ever acted relies on. */
  all(day: string): Map<string, Reliances> {
    return new Map([...this.#numberOf.keys()].map((party) => [party, this.#of(party, day)] as const));
  }

  #of(party: string, day: string): Reliances {
    let known = this.#known.get(party);
    if (known === undefined) this.#known.set(party, (known = this.#find(party, day)));
    return known;
  }

  #find(party: string, day: string): Reliances {
    const since = new Map<string, string>();
    const changing: ActedOn[] = [];
    for (const acted of this.#actedOn(party)) {
      if (this.#titles.names(this.#ground.graph.nodes[acted.node]!, party)) continue;
      if (!this.#licenses.isLasting(acted.node, day)) {
        changing.push(acted);
        continue;
      }
      for (const text of soleBases(this.#licenses.of(acted.node, this.#licenses.whole(acted.node), { date: null, day }))) {
        const before = since.get(text);
        if (before === undefined || acted.since < before) since.set(text, acted.since);
      }
    }
    return { since, changing };
  }

  #actedOn(party: string): ActedOn[] {
    const { graph } = this.#ground;
    const number = this.#numberOf.get(party);
    if (number === undefined) return [];
    const since = new Map<number, string>();
    const acted = (node: number | undefined, on: string): void => {
      if (node === undefined) return;
      const before = since.get(node);
      if (before === undefined || on < before) since.set(node, on);
    };
    for (const at of range(this.#derivations, number)) {
      const { from, during } = this.#derivation(at);
      for (const source of from) acted(graph.numberOf.get(source), during.from ?? "");
    }
    for (const node of range(this.#acquired, number)) for (const each of assetAt(this.#ground, node)!.acquired) if (each.who === party) acted(node, each.on ?? "");
    return [...since].map(([node, day]) => ({ asset: graph.nodes[node]!, node, since: day }));
  }
}

const range = ({ start, item }: NodeLists, of: number): Int32Array => item.subarray(start[of], start[of + 1]);

const bases = new WeakMap<readonly LicenseReading[], ReadonlySet<string>>();

/** Texts that stand in every option of every reading: who acts on the thing without another basis relies on them. */
function soleBases(readings: readonly LicenseReading[]): ReadonlySet<string> {
  let known = bases.get(readings);
  if (known === undefined) bases.set(readings, (known = findBases(readings)));
  return known;
}

function findBases(readings: readonly LicenseReading[]): ReadonlySet<string> {
  const ways = readings.flatMap((reading) => (reading.options.length === 0 ? [[]] : reading.options));
  const [first, ...others] = ways.map((way) => new Set(way.flatMap((each) => each.instrument?.id ?? [])));
  return new Set([...(first ?? [])].filter((text) => others.every((way) => way.has(text))));
}
