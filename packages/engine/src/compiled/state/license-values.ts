import { options as optionsOf, parseExpression, resolveLicense } from "@cleartitle/norms";
import { licenseExpressions } from "@cleartitle/title";
import type { LicenseReading, Named } from "../../judgment/license-reading.js";
import type { World } from "../../world.js";
import type { WholeTexts } from "./whole-texts.js";

/** Licenses that all apply. */
export type Way = readonly Named[];

export const unrecorded: readonly LicenseReading[] = [{ kind: "unrecorded", says: "no license recorded", options: [] }];

/** Beyond this many ways to take one option of each, the terms of a list are unknown. */
const mostWays = 4096;

/** License records read once for each value: however many assets bear it. */
export class LicenseValues {
  readonly #world: World;
  readonly #texts: WholeTexts;
  readonly #ids: ReadonlySet<string>;
  readonly #named = new Map<string, Named>();
  readonly #read = new Map<string, readonly LicenseReading[]>();

  constructor(world: World, texts: WholeTexts) {
    this.#world = world;
    this.#texts = texts;
    this.#ids = new Set(world.catalogue.instruments.keys());
  }

  /** Every way to read one recorded value: two for a list with no operator. */
  of(value: string): readonly LicenseReading[] {
    let readings = this.#read.get(value);
    if (readings === undefined) this.#read.set(value, (readings = this.#readValue(value)));
    return readings;
  }

  /** The text of a name: of this workspace, of the catalogue, or of the license that the name is known to stand for. */
  named(name: string): Named {
    let known = this.#named.get(name);
    if (known === undefined) this.#named.set(name, (known = this.#find(name)));
    return known;
  }

  #find(name: string): Named {
    const recorded = this.#texts.recorded(name);
    if (recorded !== undefined) return { name, instrument: this.#texts.of(recorded, null) };
    const resolved = resolveLicense(name, this.#world.catalogue.aliases, this.#ids);
    if (resolved.kind !== "id") return { name, instrument: null };
    const text = this.#world.catalogue.instruments.get(resolved.id);
    return { name: resolved.id, instrument: text === undefined ? null : this.#texts.of(text, null) };
  }

  #readValue(value: string): readonly LicenseReading[] {
    const each = licenseExpressions(value).map((expression) => this.#readExpression(expression));
    if (each.length === 0) return unrecorded;
    if (each.length === 1) return each;
    // A list with no operator: all of them apply, or any may be chosen.
    const ways = together(each.map((reading) => reading.options)) ?? [[{ name: value, instrument: null }]];
    return [
      { kind: each.some((reading) => reading.kind === "none") ? "none" : "terms", says: `${value} (all apply)`, options: ways },
      { kind: "terms", says: `${value} (any may be chosen)`, options: each.flatMap((reading) => reading.options) },
    ];
  }

  #readExpression(text: string): LicenseReading {
    if (text.toUpperCase() === "NONE") return { kind: "none", says: "no license (concluded)", options: [] };
    const whole = this.#orLater(text);
    const { expression } = whole.instrument === null ? parseExpression(text) : { expression: null };
    const options = expression === null ? null : optionsOf(expression).options;
    return { kind: "terms", says: text, options: options === null ? [[whole]] : options.map((way) => way.map((name) => this.#orLater(name))) };
  }

  /** "or later" leaves the choice of version to the licensee: the named version is one that may be taken. */
  #orLater(name: string): Named {
    const found = this.named(name);
    const base = name.replace(/\+$/, "").replace(/-or-later$/, "");
    if (found.instrument !== null || base === name) return found;
    return { name, instrument: this.named(`${base}-only`).instrument ?? this.named(base).instrument };
  }
}

/** All ways to take one option of each list, one for each set of licenses; null: too many to be decided. */
function together(lists: readonly (readonly Way[])[]): readonly Way[] | null {
  let ways = new Map<string, Way>([["", []]]);
  for (const options of lists) {
    if (ways.size * options.length > mostWays * 4) return null;
    const joined = new Map<string, Way>();
    for (const way of ways.values()) {
      const names = new Set(way.map((each) => each.name));
      for (const option of options) {
        const both = [...way, ...option.filter((each) => !names.has(each.name))];
        joined.set(both.map((each) => each.name).toSorted().join("\u0000"), both);
      }
    }
    if (joined.size > mostWays) return null;
    ways = joined;
  }
  return [...ways.values()];
}
