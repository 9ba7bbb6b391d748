import type { LicenseReading } from "../../judgment/license-reading.js";
import type { Endings } from "./endings.js";
import { assetAt, type Ground } from "./ground.js";
import type { Licenses } from "./licenses.js";
import type { Moment } from "./moment.js";
import { type ActedOn, partyActs, type PartyActs } from "./party-acts.js";
import type { Titles } from "./titles.js";

/** What was found before some changes, and the assets whose record or whose acts are others since. */
export interface ReliedBefore {
  readonly relied: Relied;
  readonly changed: ReadonlySet<string>;
}

/** By text, the first day from which a party has relied on it; what changes with the day of the question is asked each time. */
export interface Reliances {
  readonly since: ReadonlyMap<string, string>;
  /** By text, the assets by which it is relied on, first day first. */
  readonly through: ReadonlyMap<string, readonly ActedOn[]>;
  readonly changing: readonly ActedOn[];
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
    return changing.some((each) => (at.date === null || each.since <= at.date) && soleBases(this.#licenses.of(each.node, this.#licenses.whole(each.node), at)).has(text));
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
    const since = new Map(own.since);
    for (const [text, assets] of was.through) {
      const first = assets.find(({ asset }) => !changed.has(asset))?.since;
      if (first !== undefined && first < (since.get(text) ?? "~")) since.set(text, first);
    }
    return { since, through: none, changing: [...was.changing.filter(({ asset }) => !changed.has(asset)), ...own.changing] };
  }

  /** What a party did to some things, found from each of these. */
  #actedOnAgain(party: string, assets: ReadonlySet<string>): ActedOn[] {
    return [...assets].flatMap((asset): ActedOn[] => {
      const [node, since] = [this.#ground.graph.numberOf.get(asset), this.#actsOn(asset).get(party)];
      return node === undefined || since === undefined ? [] : [{ asset, node, since }];
    });
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

  #through(party: string, all: readonly ActedOn[], day: string): Reliances {
    const through = new Map<string, ActedOn[]>();
    const changing: ActedOn[] = [];
    for (const acted of all) {
      if (this.#titles.names(this.#ground.graph.nodes[acted.node]!, party)) continue;
      if (!this.#licenses.isLasting(acted.node, day)) {
        changing.push(acted);
        continue;
      }
      for (const text of soleBases(this.#licenses.of(acted.node, this.#licenses.whole(acted.node), { date: null, day }))) {
        const assets = through.get(text);
        if (assets === undefined) through.set(text, [acted]);
        else assets.push(acted);
      }
    }
    for (const assets of through.values()) assets.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
    return { since: new Map([...through].map(([text, [first]]) => [text, first!.since] as const)), through, changing };
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
