import type { Span } from "../text/text.js";
import { type NamedPlace, placesIn } from "./jurisdiction.js";

export interface LawValue extends Span {
  /** Codes of ISO 3166: of a state or province where one is named, else of the country. */
  readonly places: readonly string[];
}

/** After these words a place is that of a court, a company or a contract of another kind, not of the law. */
const elsewhere = /\b(?:courts?|court house|venue|jurisdiction of|located|arbitrat\w+|corporation|organized|residing|offices?|without (?:regard|reference|giving|application|recourse)|regardless|irrespective|notwithstanding|exclud\w+|except\w*|conflicts?|choice of|principles|Convention|that would|which would|as (?:applied|if|to)|applicable to|applied|between)\b/i;
const lawsOf = /(?<!\b(?:conflicts?|choice)\s+(?:of\s+)?)\b(?:laws?|statutes|legislation|rules|internal law)\b[^.;]{0,60}?\b(?:of|in(?: force in)?|applicable in|for|from)\b/gi;

/** A country beside one of its own parts says nothing more. */
function narrowed(places: readonly NamedPlace[]): NamedPlace[] {
  return places.filter((place, index) => !places.some((other) => other.code.startsWith(`${place.code}-`)) && places.findIndex((other) => other.code === place.code) === index);
}

function valueOf(places: readonly NamedPlace[], offset: number): LawValue | null {
  const kept = narrowed(places);
  const first = kept[0];
  const last = kept.at(-1);
  return first === undefined || last === undefined ? null : { places: kept.map(({ code }) => code), start: offset + first.start, end: offset + Math.max(last.end, first.end) };
}

function within(text: string, start: number, end: number): readonly NamedPlace[] {
  const window = text.slice(start, end);
  const stop = elsewhere.exec(window)?.index ?? window.length;
  return placesIn(window).filter((place) => place.start < stop).map((place) => ({ ...place, start: place.start + start, end: place.end + start }));
}

/** The law that a clause says governs; null where it names none. `offset` is where the text begins in its document. */
export function lawIn(text: string, offset = 0): LawValue | null {
  const after = [...text.matchAll(lawsOf)].flatMap((match) => within(text, match.index + match[0].length, match.index + match[0].length + 130));
  const named = valueOf(after, offset);
  if (named !== null) return named;
  // `New York law`, `the law of that state` after the state was named.
  const before = placesIn(text).filter(({ end }) => /^['’]?s?\s+(?:State\s+|state\s+|substantive\s+|internal\s+|civil\s+|contract\s+|federal\s+)?[Ll](?:aws?|AWS?)\b/.test(text.slice(end, end + 40)));
  if (before.length > 0) return valueOf(before, offset);
  const first = within(text, 0, text.length)[0] ?? placesIn(text)[0];
  return first === undefined ? null : valueOf([first], offset);
}
