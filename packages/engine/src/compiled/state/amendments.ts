import { type Instrument, listsBy } from "@cleartitle/norms";
import { isBy, type TitleGraph } from "@cleartitle/title";
import { countUntil } from "./date-classes.js";

export const beginOf = (text: Instrument): string => text.inForce?.from ?? "";

/** A text with what is known to be missing of it. */
export const lacking = (text: Instrument, what: string, cite: string): Instrument => {
  const known = text.unsupported ?? [];
  return known.some((each) => each.what === what && each.cite === cite) ? text : { ...text, unsupported: [...known, { what, cite }] };
};

/** Days on which texts are recorded as amended, by what was known at an instant. */
export class Amendments {
  readonly #days: ReadonlyMap<string, readonly string[]>;
  readonly #made = new Map<Instrument, Map<string, Instrument>>();

  constructor({ events }: TitleGraph, knownAt: string) {
    const known = events.filter((event) => event.kind === "amended" && isBy(event.recordedAt, knownAt));
    this.#days = new Map([...listsBy(known, (event) => [event.of])].map(([id, list]) => [id, list.map((event) => event.on).toSorted()] as const));
  }

  /** Whether any of these versions was ever amended. */
  touch(versions: readonly Instrument[]): boolean {
    return this.#days.size > 0 && versions.some((version) => this.#days.has(version.id));
  }

  /**
   * A version as of a date. Once an amendment is recorded the version that begins with it speaks; where nobody recorded what the text has said since,
   * all that it could touch is unknown.
   */
  upToDate(versions: readonly Instrument[], version: Instrument, date: string | null): Instrument {
    if (!this.touch(versions)) return version;
    let last: string | null = null;
    for (const { id } of versions) {
      const days = this.#days.get(id) ?? [];
      const day = days[date === null ? days.length - 1 : countUntil(days, date, true) - 1];
      if (day !== undefined && (last === null || day > last)) last = day;
    }
    if (last === null) return version;
    const since = versions.filter((each) => beginOf(each) >= last && (date === null || beginOf(each) <= date)).at(-1);
    return since ?? this.#unknownSince(version, last);
  }

  #unknownSince(version: Instrument, day: string): Instrument {
    let made = this.#made.get(version);
    if (made === undefined) this.#made.set(version, (made = new Map()));
    let unknown = made.get(day);
    if (unknown === undefined) made.set(day, (unknown = lacking(version, `what \`${version.id}\` says since it was amended on ${day} is not recorded`, `amendment of ${day}`)));
    return unknown;
  }
}
