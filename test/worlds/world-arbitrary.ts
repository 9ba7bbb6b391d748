import type { World } from "@cleartitle/engine";
import { readTitleFile, readTitleValue, type TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { catalogueWith, instrumentOf, laws, realLicenses, realTaxonomies } from "./catalogue-arbitrary.js";
import { actions, assetKinds, dates, derivationKinds, facts, fields, groups, maybe, one, openOptions, openQuestions, partyKinds, period, places, purposes, recipients, record, some } from "./vocabulary.js";

type Raw = Record<string, unknown>;

/** A title file as values, so that a property can change it before it is read. Every list is there, and every record has an id. */
export interface TitleText {
  us: string;
  profile: string;
  parties: Raw[];
  assets: Raw[];
  derivations: Raw[];
  statements: Raw[];
  instruments: Raw[];
  title: Raw[];
  claims: Raw[];
  acceptances: Raw[];
  events: Raw[];
  observations: Raw[];
  positions: Raw;
  uses: Record<string, Raw>;
}

/** What a random world is made of. `asked` is the name of the use that every property asks. */
export interface RandomWorld {
  readonly laws: Raw[];
  readonly title: TitleText;
}

export const asked = "asked";
const most = 8;
const ids = (word: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${word}-${i}`);
const each = <T>(n: number, arbitrary: (i: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.tuple(...Array.from({ length: n }, (_, i) => arbitrary(i)));
const partyIds = ["us", "party-1", "party-2"] as const;
const party = one(partyIds);
const instrumentIds = ["LicenseRef-i0", "LicenseRef-i1", "LicenseRef-i2"] as const;
const factTable = fc.dictionary(one(facts), fc.oneof(fc.boolean(), fc.record({ value: fc.boolean(), during: period })), { maxKeys: 2 });

/** A name, an expression, a list with no operator, `NONE`, or a name that nobody knows. */
const license = fc.oneof(
  { arbitrary: one([...instrumentIds, ...realLicenses]), weight: 5 },
  { arbitrary: fc.tuple(one([...instrumentIds, ...realLicenses]), one(["OR", "AND"]), one([...instrumentIds, "MIT"])).map(([a, operator, b]) => `${a} ${operator} ${b}`), weight: 2 },
  fc.constantFrom("NONE", "LicenseRef-nobody-knows-it", "other"),
);
const licenses = fc.oneof({ arbitrary: license, weight: 4 }, fc.uniqueArray(license, { minLength: 2, maxLength: 2 }));

const parties = fc.tuple(...partyIds.map((id, i) => record({
  id: fc.constant(id), kind: maybe(one(partyKinds)), domicile: maybe(one(places)),
  controlledBy: i === 0 ? fc.constant(undefined) : maybe(fc.tuple(record({ party: one(partyIds.slice(0, i)), from: maybe(one(dates)) }))),
  facts: maybe(fc.record({ "monthly-active-users": record({ atMost: one([5, 100, 5000]), during: maybe(period) }) })),
})));

const assetOf = (id: string): fc.Arbitrary<Raw> => record({
  id: fc.constant(id), kind: one(assetKinds), license: maybe(licenses), licensor: maybe(party), upstream: maybe(one(["complete", "partial", "undisclosed"])), published: maybe(one(dates)),
  facts: maybe(factTable), acquired: maybe(record({ who: party, in: maybe(one(places)), on: maybe(one(dates)) })), modality: maybe(some(["text", "image"])),
  parts: maybe(fc.tuple(record({ id: fc.constant("docs"), license: maybe(license) }))),
});

/** Edges mostly from an earlier asset to a later one; now and then back, so that there are cycles, and now and then to nowhere. */
const derivationOf = (id: string, assets: readonly string[]): fc.Arbitrary<Raw> => fc.tuple(
  fc.uniqueArray(one(assets), { minLength: 2, maxLength: 3 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 5 }),
  record({ id: fc.constant(id), by: one(derivationKinds), who: party, on: maybe(fc.oneof(one(dates), period)), in: maybe(some(places)), purpose: maybe(some(purposes)), field: maybe(some(fields, 1)), facts: maybe(factTable) }),
  maybe(fc.tuple(one(["keep", "evaluate"]), maybe(one(dates)))),
).map(([touched, back, ends, rest, act]) => {
  const sorted = touched.toSorted();
  const [to, ...from] = back === 0 ? sorted : sorted.toReversed();
  const acts = act === undefined ? {} : { acts: [{ act: act[0], of: from[0], ...(act[1] === undefined ? {} : { until: act[1] }) }] };
  return { ...rest, from, ...(ends === 0 ? {} : { to }), ...acts };
});

/** What is told of an act or a party after its record: it corrects what the record says, an earlier word, or stands beside. */
const toldOf = (i: number, acts: readonly string[]): fc.Arbitrary<Raw> => fc.tuple(
  fc.oneof(one(["us", "party-1"]).map((who) => ({ party: who })), ...(acts.length === 0 ? [] : [one(acts).map((derivation) => ({ derivation }))])),
  fc.oneof(
    fc.tuple(one(facts), fc.boolean()).map(([fact, value]) => ({ what: `fact:${fact}`, value })),
    one(["company", "individual"]).map((value) => ({ what: "fact:actor.kind", value })),
    one(["..5", "50..100", "1000.."]).map((value) => ({ what: "quantity:monthly-active-users", value })),
  ),
  record({ rung: one(["declared", "concluded"]), valid: maybe(period), recordedAt: maybe(one(dates)) }), one(["nothing", "record", "before"]),
).map(([about, says, rest, corrects]): Raw => {
  const ofParty = "party" in about;
  const { what, value } = !ofParty && says.what.startsWith("quantity:") ? { what: "fact:actor.kind", value: "company" } : says;
  const supersedes = corrects === "record" ? `${Object.values(about)[0] as string}:${what}` : corrects === "before" && i > 0 ? `t-${i - 1}` : undefined;
  return { id: `t-${i}`, about, what, value, ...rest, ...(supersedes === undefined ? {} : { supersedes }) };
});

const statementOf = (i: number, assets: readonly string[]): fc.Arbitrary<Raw> => fc.tuple(
  fc.oneof(licenses.map((value) => ({ what: "license", value })), fc.tuple(one(facts), fc.boolean()).map(([fact, value]) => ({ what: `fact:${fact}`, value }))),
  record({ about: one(assets), rung: one(["declared", "detected", "concluded"]), by: maybe(one(["counsel"])), valid: maybe(period), recordedAt: maybe(one(dates)), supersedes: i === 0 ? fc.constant(undefined) : maybe(fc.constant(`s-${i - 1}`)) }),
).map(([says, rest]) => ({ id: `s-${i}`, ...says, ...rest }));

const eventOf = (id: string, assets: readonly string[], acts: readonly string[]): fc.Arbitrary<Raw> => fc.oneof(
  fc.tuple(one(["terminated", "breach-concluded", "withdrawn", "litigation", "reinstated", "cured", "breach-alleged"]), one(instrumentIds)),
  fc.tuple(one(["erasure-requested", "deleted", "released", "cured"]), one(assets)),
  fc.tuple(one(["cured", "released", "fulfilled", "paid"]), one(acts.length === 0 ? assets : acts)),
).chain(([kind, of]) => record({ id: fc.constant(id), kind: fc.constant(kind), of: fc.constant(of), party: maybe(party), on: one(dates), recordedAt: maybe(one(dates)) }));

const useOf = (assets: readonly string[]): fc.Arbitrary<Raw> => record({
  of: one(assets.slice(-3)), actions: some(actions, 2), actor: maybe(one(["us", "party-1"])), purpose: maybe(some(purposes)), field: maybe(some(fields, 1)), in: some([...places, "EU"], 3).map((list) => (list.includes("EU") ? ["DE", "FR", ...list.filter((p) => p === "US")] : list)),
  on: one(dates.slice(3)), as: maybe(one([...realLicenses])), named: maybe(one(["Llama tuned", "Tuned"])), hosted: maybe(some(places, 1)), facts: maybe(fc.dictionary(one(facts), fc.boolean(), { maxKeys: 2 })),
  recipients: maybe(fc.tuple(record({ role: one(recipients), in: maybe(some(places, 1)) }))), scale: maybe(fc.record({ "monthly-active-users": one([1, 50, 2000]) })),
});

function titleOf(nAssets: number, nDerivations: number): fc.Arbitrary<TitleText> {
  const assets = ids("asset", nAssets);
  const acts = ids("d", nDerivations);
  const few = <T>(arbitrary: (i: number) => fc.Arbitrary<T>, max: number): fc.Arbitrary<T[]> => fc.integer({ min: 0, max }).chain((n) => each(n, arbitrary));
  return fc.record({
    us: fc.constant("us"), profile: one(["cautious", "cautious", "strict", "permissive"]), parties, assets: each(nAssets, (i) => assetOf(assets[i]!)), derivations: each(nDerivations, (i) => derivationOf(acts[i]!, assets)),
    statements: fc.tuple(few((i) => statementOf(i, assets), 3), few((i) => toldOf(i, acts), 2)).map((lists) => lists.flat()), events: few((i) => eventOf(`e-${i}`, assets, acts), 2),
    instruments: fc.tuple(...instrumentIds.map((id) => fc.tuple(instrumentOf(id), fc.uniqueArray(one(assets), { maxLength: 1 })).map(([text, covers]) => ({ ...text, ...(covers.length === 0 ? {} : { covers }) })))),
    title: few(() => record({ asset: one(assets), layer: fc.constant("copyright"), to: party, from: maybe(party), how: one(["creation", "assignment"]), on: maybe(one(dates)), share: maybe(one([1, 0.5])) }), 2),
    claims: few(() => record({ asset: one(assets), by: one(["jane", "party-2"]), layer: one(["copyright", "personal-data"]), says: fc.constant("author"), settled: maybe(fc.boolean()) }), 1),
    acceptances: few(() => record({ instrument: one(instrumentIds), party, on: maybe(one(dates)) }), 2),
    observations: few((i) => record({ id: fc.constant(`o-${i}`), of: one(assets), at: one(dates), mechanism: fc.constant("robots"), value: one(["reserved", "open", "absent"]), form: fc.constant("machine-readable") }), 1),
    positions: fc.dictionary(one(openQuestions), fc.oneof(one(openOptions), fc.dictionary(one([...places, ...groups]), one(openOptions), { minKeys: 1, maxKeys: 2 })), { maxKeys: 2 }),
    uses: useOf(assets).map((use) => ({ [asked]: use })),
  }) as fc.Arbitrary<TitleText>;
}

/** Small random worlds: at most 8 assets, every kind of derivation, random instruments and law over the real taxonomies. */
export const randomWorld: fc.Arbitrary<RandomWorld> = fc.tuple(fc.integer({ min: 2, max: most }), fc.integer({ min: 0, max: 7 }))
  .chain(([assets, derivations]) => fc.record({ laws, title: titleOf(assets, derivations) }));

/** The text of a title file: JSON is YAML. `lines`: one value a line, as people write it. */
export const textOf = (title: TitleText, lines = false): string => JSON.stringify(title, null, lines ? 1 : undefined);

/** Reads a title as the product would; a problem is a fault of the generator. */
export function graphOf(title: TitleText, lines = false): TitleGraph {
  const options = { file: "random", taxonomies: realTaxonomies() };
  const { graph, problems } = lines ? readTitleFile(textOf(title, lines), options) : readTitleValue(title, options);
  if (graph === null) throw new Error(`the reader refused a generated world: ${problems.map((p) => `${p.pointer} ${p.message}`).join("; ")}`);
  return graph;
}

export const worldOf = ({ laws: own, title }: RandomWorld): World => ({ graph: graphOf(title), catalogue: catalogueWith(own) });
