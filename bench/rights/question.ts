import { placeIndex, type Catalogue } from "@cleartitle/catalogue";
import { Instrument, ancestors, type Hierarchy } from "@cleartitle/norms";

/** A norm in plain words, from which each evaluator gets its own form. Names in the plain form mean all that lies under them. */
export interface PlainNorm {
  readonly id: string;
  readonly effect: "permit" | "prohibit" | "oblige";
  readonly actions: readonly string[];
  /** A permit covers all purposes asked, a prohibition fires on any. null: whatever the purpose. */
  readonly purposes: readonly string[] | null;
  readonly places: readonly string[] | null;
  /** For prohibitions: they fire outside of `places`. */
  readonly outside: boolean;
  readonly from: string | null;
}

export interface PlainText {
  readonly id: string;
  readonly norms: readonly PlainNorm[];
}

export interface Question {
  readonly text: string;
  readonly action: string;
  readonly purposes: readonly string[];
  readonly places: readonly string[];
  readonly on: string;
}

/** What an evaluator says: whether it may be done, and the norms that decide. */
export interface Verdict {
  readonly allowed: boolean;
  readonly norms: readonly string[];
}

const actions = ["reproduce", "adapt", "distribute", "sell", "make-available", "display"];
const purposes = ["commercial", "research", "non-commercial-research", "personal"];
const places = ["US", "DE", "FR", "JP", "IT", "CA", "BR", "IN"];
const lands = [["EU"], ["US", "JP"], ["EU", "US", "CA"], ["DE"], [...places, "EU"]];

const oneOf = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)]!;
const someOf = <T>(list: readonly T[], most: number, next: () => number): T[] => [...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, () => oneOf(list, next)))];

/** Texts of `size` norms: two of five permits, two of five prohibitions, the rest duties. The permits of a text share its territory, as those of licenses do. */
export function plainTexts(howMany: number, size: number, next: () => number): PlainText[] {
  return Array.from({ length: howMany }, (_, t) => {
    const territory = oneOf(lands, next);
    const norms = Array.from({ length: size }, (_each, i): PlainNorm => {
      const effect = i % 5 < 2 ? "permit" : i % 5 < 4 ? "prohibit" : "oblige";
      const permits = effect === "permit";
      return {
        id: `n${i}`, effect, actions: someOf(actions, permits ? 4 : 1, next), purposes: next() < (permits ? 0.4 : 0.7) ? someOf(purposes, 2, next) : null,
        places: permits ? territory : next() < 0.6 ? oneOf(lands, next) : null, outside: !permits && next() < 0.3, from: next() < 0.3 ? `202${2 + Math.floor(next() * 4)}-01-01` : null,
      };
    });
    return { id: `LicenseRef-t${t}`, norms };
  });
}

/** Each asks for one act, one or two purposes, one to six places, one day. */
export function questionsTo(texts: readonly PlainText[], howMany: number, next: () => number): Question[] {
  return Array.from({ length: howMany }, () => ({ text: oneOf(texts, next).id, action: oneOf(actions, next), purposes: someOf(purposes, 2, next), places: someOf(places, 6, next), on: `202${2 + Math.floor(next() * 5)}-06-01` }));
}

function conditionOf({ purposes: named, places: lying, outside }: PlainNorm) {
  const parts = [...(named === null ? [] : [{ purpose: named }]), ...(lying === null ? [] : [outside ? { none: [{ place: lying }] } : { place: lying }])];
  return parts.length === 0 ? true : parts.length === 1 ? parts[0] : { all: parts };
}

/** The same text in the language of the catalogue. */
export function instrumentOf({ id, norms }: PlainText): Instrument {
  return Instrument.parse({
    id, kind: "license", title: id, source: [{ what: "seeded", where: "bench/rights/question.ts" }], reviewed: "2026-01-01", verified: "primary", rest: "reserved",
    speaksOf: { training: true, outputs: true, weights: true }, bindsBy: ["reliance"], reach: {},
    norms: norms.map((norm) => ({
      id: norm.id, cite: norm.id, if: conditionOf(norm), ...(norm.from === null ? {} : { inForce: { from: norm.from } }),
      ...(norm.effect === "permit" ? { permit: { actions: norm.actions } } : norm.effect === "prohibit" ? { prohibit: { actions: norm.actions } } : { oblige: { do: "attribute" }, when: norm.actions }),
    })),
  });
}

const under = (names: readonly string[], terms: Hierarchy): string[] => [...terms.keys()].filter((term) => names.some((name) => ancestors(terms, term).has(name)));

/** The same norm with every name written out, for evaluators that know no hierarchy: what they would look up is given to them. */
export function writtenOut(norm: PlainNorm, catalogue: Catalogue): PlainNorm {
  const { taxonomies } = catalogue;
  const index = placeIndex(catalogue);
  return {
    ...norm, actions: under(norm.actions, taxonomies.actions), purposes: norm.purposes === null ? null : under(norm.purposes, taxonomies.purposes),
    places: norm.places === null ? null : [...new Set(norm.places.flatMap((place) => [...(index.atomsOf(place, "2026-06-01") ?? [])]))],
  };
}
