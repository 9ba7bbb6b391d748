import type { Place } from "./document/place.js";
import { keysOf } from "./document/party.js";
import type { Term } from "./document/term.js";
import { type EffectiveTerm, type Family, sideOf, termOn } from "./family/family.js";

/** What is looked for; everything that is given must hold. */
export interface PortfolioQuery {
  /** Words that all stand in one clause. */
  readonly words?: string;
  readonly form?: Family["form"];
  /** A party by name or id, or a part of a name. */
  readonly party?: string;
  /** A place whose law governs; a country takes in its states. */
  readonly law?: string;
  /** A place in which a deal gives rights. */
  readonly place?: string;
  readonly endsBy?: string;
  readonly endsFrom?: string;
  /** A topic of the house, or a kind of clause. */
  readonly topic?: string;
  /** Only agreements in which nothing was found on the topic. */
  readonly notFound?: boolean;
}

/** A clause that fits. */
interface Hit {
  readonly topic: string;
  readonly kind: string | null;
  /** `replaced`: it counts no more. */
  readonly state: EffectiveTerm["state"] | "replaced";
  readonly place: Place;
}

interface Found {
  readonly family: string;
  readonly title: string | null;
  readonly hits: readonly Hit[];
}

interface Facet {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** Agreements of which it is not known. */
  readonly unknown: number;
}

export interface PortfolioSearch {
  readonly query: PortfolioQuery;
  readonly found: readonly Found[];
  /** Agreements of which it is not known whether they fit; they are no misses. */
  readonly unknown: readonly { readonly family: string; readonly why: string }[];
  readonly facets: readonly Facet[];
}

/** Taken apart once for each search, since thousands of clauses are asked. */
const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{L}\d]+/u).filter((word) => word !== "");

const lawOf = (family: Family): readonly string[] | null => {
  const term = termOn(family, "governing-law");
  const value = term?.state === "found" ? term.term?.values.find(({ name }) => name === "law")?.value : null;
  return Array.isArray(value) ? value : null;
};

const hasTopic = ({ topic, kind }: { readonly topic: string; readonly kind: string | null }, asked: string): boolean => topic === asked || kind === asked;

/** true, false, or null where it is not known. */
type Test = (family: Family) => boolean | null;

export interface SearchHouse {
  /** Whether a place lies in another, or is it. */
  readonly isWithin: (place: string, group: string) => boolean;
}

function placesOf(family: Family): readonly string[] | "all" | null {
  const term = termOn(family, "territory");
  if (family.deal === null) return null;
  if (term === null) return "all";
  if (term.state === "open" || term.term === null || term.term.version === "own") return null;
  const places = term.term.values.find(({ name }) => name === "places")?.value;
  return term.term.version === "licensor" && Array.isArray(places) ? places : "all";
}

function tests(query: PortfolioQuery, { isWithin }: SearchHouse): readonly { readonly what: string; readonly test: Test }[] {
  const { form, party, law, place, endsBy, endsFrom, topic, notFound } = query;
  const ends: Test = ({ days: { to } }) => (to.isNone ? false : to.on === null ? null : (endsBy === undefined || to.on <= endsBy) && (endsFrom === undefined || to.on >= endsFrom));
  const keys = party === undefined ? [] : keysOf({ name: party, id: null });
  const all: (readonly [unknown, string, Test])[] = [
    [form, "its form", (family) => family.form === form],
    [party, "its parties", ({ parties }) => (parties.some((each) => keysOf(each).some((key) => keys.some((asked) => key.includes(asked)))) ? true : parties.length < 2 ? null : false)],
    [law, "its law", (family) => lawOf(family)?.some((each) => each === law || each.startsWith(`${law}-`)) ?? null],
    [place, "its places", (family) => {
      const places = placesOf(family);
      return places === null ? null : places === "all" || places.some((each) => isWithin(place!, each));
    }],
    [endsBy ?? endsFrom, "its end", ends],
    [topic, "whether it speaks of it", ({ terms, takenOut }) => {
      const speaks = terms.some((term) => hasTopic(term, topic!));
      return notFound === true ? !speaks : speaks || takenOut.some(({ value }) => value === topic);
    }],
  ];
  return all.flatMap(([given, what, test]) => (given === undefined ? [] : [{ what, test }]));
}

function hitsIn(family: Family, { words, topic, notFound }: PortfolioQuery): Hit[] {
  const asked = wordsOf(words ?? "");
  const fits = (place: Place): boolean => {
    const said = new Set(wordsOf(place.quote));
    return asked.every((word) => said.has(word));
  };
  if (notFound === true || (words === undefined && topic === undefined)) return [];
  return family.terms.filter((term) => topic === undefined || hasTopic(term, topic)).flatMap((term) => {
    const of = (state: Hit["state"], each: Term): Hit => ({ topic: term.topic, kind: term.kind, state, place: each.place });
    const current = [...(term.term === null ? [] : [of(term.state, term.term)]), ...term.also.map((each) => of(term.state, each)), ...term.against.map((place): Hit => ({ topic: term.topic, kind: term.kind, state: "open", place }))];
    return [...current, ...term.before.map((each) => of("replaced", each))].filter(({ place }) => fits(place));
  });
}

function facet(name: string, families: readonly Family[], valuesOf: (family: Family) => readonly string[] | null): Facet {
  const counts = new Map<string, number>();
  let unknown = 0;
  for (const family of families) {
    const values = valuesOf(family);
    if (values === null) unknown += 1;
    for (const value of new Set(values ?? [])) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return { name, unknown, values: [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)) };
}

const facetsOf = (families: readonly Family[]): readonly Facet[] => [
  facet("form", families, ({ form }) => [form]),
  facet("party", families, ({ parties }) => (parties.length === 0 ? null : parties.map(({ name }) => name))),
  facet("licensor", families, (family) => (sideOf(family, "licensor") === null ? null : [sideOf(family, "licensor")!.name])),
  facet("law", families, lawOf),
  facet("place", families, (family) => {
    const places = placesOf(family);
    return places === "all" ? ["WORLD"] : places;
  }),
  facet("ends", families, ({ days: { to } }) => (to.isNone ? ["never"] : to.on === null ? null : [to.on.slice(0, 4)])),
  facet("topic", families, ({ terms }) => terms.map(({ topic }) => topic)),
];

/** Looks through a portfolio. What is not known is told beside what was found. */
export function searchPortfolio(families: readonly Family[], query: PortfolioQuery, house: SearchHouse): PortfolioSearch {
  const asked = tests(query, house);
  const found: { readonly family: Family; readonly hits: readonly Hit[] }[] = [];
  const unknown: PortfolioSearch["unknown"][number][] = [];
  for (const family of families) {
    const results = asked.map(({ what, test }) => ({ what, is: test(family) }));
    if (results.some(({ is }) => is === false)) continue;
    const hits = hitsIn(family, query);
    if (query.words !== undefined && hits.length === 0) continue;
    const open = results.filter(({ is }) => is === null).map(({ what }) => what);
    if (open.length > 0) unknown.push({ family: family.id, why: `${open.join(" and ")} is not known` });
    else found.push({ family, hits });
  }
  return { query, found: found.map(({ family: { id, title }, hits }) => ({ family: id, title: title?.value ?? null, hits })), unknown, facets: facetsOf(found.map(({ family }) => family)) };
}
