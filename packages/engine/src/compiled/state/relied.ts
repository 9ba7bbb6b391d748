import type { LicenseReading } from "../../judgment/license-reading.js";
import { Acted } from "./acted.js";
import type { Endings } from "./endings.js";
import { assetAt, type Ground } from "./ground.js";
import type { Licenses } from "./licenses.js";
import type { Moment } from "./moment.js";
import { partyActs, type PartyActs } from "./party-acts.js";
import type { Titles } from "./titles.js";

/** What was found before some changes, and the assets whose record or whose acts are others since. */
export interface ReliedBefore {
  readonly relied: Relied;
  readonly changed: ReadonlySet<string>;
}

/** By text, the first day from which a party has relied on it; what changes with the day of the question is asked each time. */
export interface Reliances {
  readonly since: ReadonlyMap<string, string>;
  /** By text, the things by which it is relied on, first day first. */
  readonly through: ReadonlyMap<string, Acted>;
  readonly changing: Acted;
}

/** Parties that acted on a thing for which no other basis than one text is recorded. */
export class Relied {
  readonly #ground: Ground;
  readonly #licenses: Licenses;
  readonly #titles: Titles;
  readonly #endings: Endings;
  /** Of what did not change since, all is read there. */
  readonly #before: ReliedBefore | null;
  readonly #acts: PartyActs;
  readonly #known = new Map<string, Reliances>();

  constructor(ground: Ground, { licenses, titles, endings }: { licenses: Licenses; titles: Titles; endings: Endings }, before: ReliedBefore | null = null) {
    this.#ground = ground;
    this.#licenses = licenses;
    this.#titles = titles;
    this.#endings = endings;
    this.#before = before;
    this.#acts = before === null ? partyActs(ground, endings) : before.relied.#acts;
  }

  /** Whether a party relied on a text by a date. */
  relies(party: string, text: string, at: Moment): boolean {
    const { since, changing } = this.#of(party, at.day);
    const first = since.get(text);
    if (first !== undefined && (at.date === null || first <= at.date)) return true;
    for (const [node, from] of changing) {
      if ((at.date === null || from <= at.date) && soleBases(this.#licenses.of(node, this.#licenses.whole(node), at)).has(text)) return true;
    }
    return false;
  }

  /** What each party that ever acted relies on. */
  all(day: string): Map<string, Reliances> {
    const parties = new Set([...this.#acts.parties(), ...[...(this.#before?.changed ?? [])].flatMap((asset) => [...this.#actsOn(asset).keys()])]);
    return new Map([...parties].map((party) => [party, this.#of(party, day)] as const));
  }

  #of(party: string, day: string): Reliances {
    let known = this.#known.get(party);
    if (known === undefined) this.#known.set(party, (known = this.#find(party, day)));
    return known;
  }

  #find(party: string, day: string): Reliances {
    if (this.#before === null) return this.#through(party, this.#acts.of(party), day);
    const { relied, changed } = this.#before;
    const [was, own] = [relied.#of(party, day), this.#through(party, this.#actedOnAgain(party, changed), day)];
    const [since, changing] = [new Map(own.since), new Acted()];
    const changedNodes = new Set([...changed].flatMap((asset) => this.#ground.graph.numberOf.get(asset) ?? []));
    for (const [text, things] of was.through) {
      const first = things.first((node) => !changedNodes.has(node));
      if (first !== undefined && first < (since.get(text) ?? "~")) since.set(text, first);
    }
    for (const [node, from] of was.changing) if (!changedNodes.has(node)) changing.add(node, from);
    for (const [node, from] of own.changing) changing.add(node, from);
    return { since, through: none, changing };
  }

  /** What a party did to some things, found from each of these. */
  #actedOnAgain(party: string, assets: ReadonlySet<string>): Acted {
    const found = new Acted();
    for (const asset of assets) {
      const [node, since] = [this.#ground.graph.numberOf.get(asset), this.#actsOn(asset).get(party)];
      if (node !== undefined && since !== undefined) found.add(node, since);
    }
    return found;
  }

  /** Who acted on a thing, each with its first day. */
  #actsOn(asset: string): Map<string, string> {
    const { graph } = this.#ground;
    const first = new Map<string, string>();
    const acted = (who: string, on: string): void => {
      const before = first.get(who);
      if (before === undefined || on < before) first.set(who, on);
    };
    const node = graph.numberOf.get(asset);
    if (node === undefined) return first;
    const { outStart, derivation } = graph.edges;
    for (let edge = outStart[node]!; edge < outStart[node + 1]!; edge++) {
      const { from, who, during } = graph.derivations[derivation[edge]!]!;
      if (from.includes(asset)) acted(who, during.from ?? "");
    }
    for (const { who, during } of this.#endings.at(node)) acted(who, during.from ?? "");
    for (const each of assetAt(this.#ground, node)?.acquired ?? []) acted(each.who, each.on ?? "");
    return first;
  }

  #through(party: string, all: Acted, day: string): Reliances {
    const [through, changing] = [new Map<string, Acted>(), new Acted()];
    for (const [node, since] of all) {
      if (this.#titles.names(this.#ground.graph.nodes[node]!, party)) continue;
      if (!this.#licenses.isLasting(node, day)) {
        changing.add(node, since);
        continue;
      }
      for (const text of soleBases(this.#licenses.of(node, this.#licenses.whole(node), { date: null, day }))) {
        let things = through.get(text);
        if (things === undefined) through.set(text, (things = new Acted()));
        things.add(node, since);
      }
    }
    const byDay = new Map([...through].map(([text, things]) => [text, things.byDay()] as const));
    return { since: new Map([...byDay].map(([text, things]) => [text, things.first()!] as const)), through: byDay, changing };
  }
}

const none: Reliances["through"] = new Map();

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
