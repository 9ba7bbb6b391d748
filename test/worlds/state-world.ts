import * as fc from "fast-check";
import { condition } from "./norm-arbitrary.js";
import { dates, maybe, one, period, places, record, some } from "./vocabulary.js";
import { strangeWorld, type StrangeWorld } from "./world-asked.js";

type Raw = Record<string, unknown>;

/** When something was recorded: on a day, or at an instant of it. */
const learned = fc.oneof(one(dates), one(dates).map((day) => `${day}T09:30:00Z`));

/** Names that the records of this room share, so that what one says another speaks of. */
const texts = ["LicenseRef-v1", "LicenseRef-v2", "LicenseRef-v3", "LicenseRef-i0", "LicenseRef-i1"] as const;
const parties = ["us", "party-1", "party-2", "party-3"] as const;
const versions = ["1", "2", "9"] as const;
const source = [{ what: "a random world", where: "test/differential" }];

const numbered = (norms: readonly Raw[]): Raw[] => norms.map((norm, i) => ({ id: `n${i}`, cite: `s. ${i}`, ...norm }));
const ids = fc.uniqueArray(one(["n0", "n1", "n2"]), { minLength: 1, maxLength: 2 });
const general = { if: maybe(condition), inForce: maybe(record({ from: one(dates) })) };
const clause = fc.oneof(
  record({ permit: record({ actions: some(["run", "reproduce", "distribute"]) }), ...general }),
  record({ prohibit: record({ actions: some(["run", "train-on"]) }), ...general }),
  record({ oblige: record({ do: one(["attribute", "keep-notices"]) }), when: some(["run", "distribute"]), ...general }),
  record({ waive: record({ norms: ids }), ...general }),
  record({ contribute: record({ actions: some(["run", "reproduce", "distribute", "train-on", "sublicense"], 5), layers: maybe(some(["copyright", "related"])) }), ...general }),
  record({ reciprocate: record({ texts: some(["license", "terms", "agreement"], 3), actions: some(["run", "train-on"]) }), when: some(["reproduce", "train-on", "run"], 2), ...general }),
  record({ modify: record({ base: one([...texts, "LicenseRef-nobody"]), drop: maybe(ids) }), ...general }),
  record({ incorporate: record({ document: one([...texts, "LicenseRef-nobody"]), mode: one(["static", "dynamic", "pinned"]), snapshot: maybe(one(dates)) }) }),
  record({ assign: record({ what: one(["output", "derivative"]), to: one(["licensor", "licensee"]), ifCompliant: maybe(fc.boolean()), vests: maybe(fc.constant("generation")) }), ...general }),
  record({ convert: fc.oneof(record({ on: one(dates), to: one(["MIT", "LicenseRef-v1"]) }), record({ after: one(["P1Y", "P2Y"]), to: one(["MIT", "LicenseRef-v2"]) })) }),
  record({ terminate: record({
    on: one(["breach", "litigation", "cap", "convenience"]), how: one(["automatic", "automatic", "notice"]), cure: maybe(one(["P30D", "P400D"])), after: maybe(one(["P30D", "P400D"])), reinstates: maybe(fc.boolean()),
    claims: maybe(some(["patent", "copyright"])), against: maybe(one(["licensor", "anyone"])), sparesDefense: maybe(fc.boolean()), ends: maybe(fc.constant(["patent"])),
    reaches: maybe(some(["materials", "modification", "derivative", "extracted"], 3)),
  }) }),
  record({ survive: record({ norms: ids, after: some(["term", "termination", "withdrawal"], 3) }), ...general }),
) as fc.Arbitrary<Raw>;

/** Texts that take each other in, change, revise, waive and outlast one another. */
const textsOver = (assets: readonly string[]): fc.Arbitrary<Raw[]> => fc.tuple(...texts.slice(0, 3).map((id, i) => record({
  id: fc.constant(id), kind: one(["license", "agreement", "terms", "policy"]), title: fc.constant(id), source: fc.constant(source), reviewed: fc.constant("2026-01-01"),
  verified: one(["primary", "secondary", "memory"]), rest: one(["reserved", "silent"]), norms: fc.array(clause, { minLength: 1, maxLength: 5 }).map(numbered), reach: fc.constant({ materials: { train: "extracted" } }),
  speaksOf: fc.constant({ training: true, outputs: true, weights: true }), bindsBy: some(["reliance", "acceptance", "affiliate", "employer", "flow-down"], 3),
  licensor: maybe(one(parties)), licensee: maybe(one(parties)), term: maybe(record({ from: maybe(one(dates)), to: maybe(one(dates)) })), covers: maybe(some(assets)),
  inForce: maybe(record({ from: one(dates) })), version: maybe(one(versions)), termsVersion: maybe(one(["as-accepted", "as-of-act", "as-changed"])), supersedes: i === 0 ? fc.constant(undefined) : maybe(one(texts.slice(0, i))),
  unsupported: maybe(fc.constant([{ what: "a word nobody understands", cite: "s. 9" }])),
}))) as fc.Arbitrary<Raw[]>;

const control = fc.array(fc.tuple(one(parties), one(parties), maybe(one(dates)), maybe(one(dates))), { maxLength: 5 });
const partiesWith = (records: readonly Raw[]): fc.Arbitrary<Raw[]> => control.map((chains) => [...records, { id: "party-3" }].map((party) => {
  const above = chains.filter(([below, over]) => below === party["id"] && below !== over).map(([, over, a, b]) => ({ party: over, ...(a === undefined ? {} : { from: a }), ...(b === undefined || (a !== undefined && b < a) ? {} : { to: b }) }));
  return { ...party, ...(party["id"] === "party-2" ? { kind: "individual" } : {}), ...(above.length === 0 ? {} : { controlledBy: above }) };
}));

const named = fc.oneof(one([...texts, "MIT", "GPL-3.0-or-later", "LicenseRef-nobody", "NONE", "Apache License 2.0"]), fc.tuple(one(texts), one(["OR", "AND"]), one(["MIT", "LicenseRef-v3"])).map(([a, operator, b]) => `${a} ${operator} ${b}`));
const statementsOver = (assets: readonly string[]): fc.Arbitrary<Raw[]> => fc.array(record({
  about: one(assets), what: fc.constant("license"), value: fc.oneof(named, fc.uniqueArray(named, { minLength: 2, maxLength: 3 })), rung: one(["declared", "detected", "concluded"]), part: maybe(fc.constant("docs")),
  scope: maybe(one(["weights", "content", "code"])), valid: maybe(period), recordedAt: maybe(learned), supersedes: maybe(fc.constant(true)),
}), { maxLength: 5 }).map((list) => list.map(({ supersedes, ...each }, i) => ({ id: `m-${i}`, ...each, ...(supersedes === undefined || i === 0 ? {} : { supersedes: `m-${i - 1}` }) })));

const eventsOver = (assets: readonly string[]): fc.Arbitrary<Raw[]> => fc.array(fc.oneof(
  record({ kind: one(["terminated", "breach-concluded", "breach-concluded", "breach-alleged", "withdrawn", "litigation", "reinstated", "cured"]), of: one(texts), party: maybe(one(parties)), on: one(dates), recordedAt: maybe(learned) }),
  record({ kind: one(["noticed", "amended"]), of: one(texts), party: maybe(one(parties)), on: one(dates), recordedAt: maybe(learned) }),
  record({ kind: one(["converted", "gone-public"]), of: fc.oneof(one(texts), one(assets)), on: one(dates), recordedAt: maybe(learned) }),
  record({ kind: fc.constant("litigation"), of: one(texts), party: maybe(one(parties)), on: one(dates), claims: maybe(some(["patent", "copyright"])), against: maybe(one(parties)), defensive: maybe(fc.boolean()) }),
  record({ kind: fc.constant("crossed"), quantity: fc.constant("monthly-active-users"), of: fc.oneof(one(texts), one(assets), one(parties)), party: maybe(one(parties)), on: one(dates), recordedAt: maybe(learned) }),
), { maxLength: 9 }).map((list) => list.map((each, i) => ({ id: `x-${i}`, ...each })));

const titleOver = (assets: readonly string[]): fc.Arbitrary<Raw[]> => fc.array(record({
  asset: one(assets.slice(0, 2)), layer: one(["copyright", "copyright", "copyright", "related"]), to: one(parties), from: maybe(one(parties)), how: one(["creation", "creation", "employment", "assignment", "order"]), on: maybe(one(dates)),
  in: maybe(one([...places, "EU", "WORLD"])), share: maybe(one([1, 0.5, 0.25])), evidence: maybe(fc.constant("deed")),
}), { maxLength: 5 });

const observationsOver = (assets: readonly string[]): fc.Arbitrary<Raw[]> => fc.array(record({
  of: fc.oneof(one(assets), fc.constant("example.org")), at: one(dates), mechanism: one(["robots", "tdm-rep"]), value: one(["reserved", "open", "absent"]), form: one(["machine-readable", "natural-language"]),
}), { maxLength: 5 }).map((list) => list.map((each, i) => ({ id: `seen-${i}`, ...each })));

/** A strange world in which much stands on dates and parties: versions, overlays, waivers, ends, control, title, what was known when. */
export const stateWorld: fc.Arbitrary<StrangeWorld> = strangeWorld.chain((strange) => {
  const { title } = strange.world;
  const assets = title.assets.map((asset) => String(asset["id"]));
  return fc.record({
    texts: textsOver(assets), parties: partiesWith(title.parties), statements: statementsOver(assets), events: eventsOver(assets), title: titleOver(assets), observations: observationsOver(assets),
    acceptances: fc.array(record({ instrument: one(texts), party: one(parties), on: maybe(one(dates)), version: maybe(one(versions)) }), { maxLength: 5 }),
    from: some(assets, 3), published: fc.array(one(dates), { minLength: assets.length, maxLength: assets.length }),
  }).map((more) => ({
    ...strange,
    world: {
      ...strange.world,
      title: {
        ...title, parties: more.parties, instruments: [...title.instruments, ...more.texts], statements: [...title.statements, ...more.statements], events: [...title.events, ...more.events],
        title: [...title.title, ...more.title], acceptances: [...title.acceptances, ...more.acceptances], observations: [...title.observations, ...more.observations],
        assets: title.assets.map((asset, i) => ({ parts: [{ id: "docs" }], ...asset, ...(more.from.includes(String(asset["id"])) ? { source: "example.org", published: more.published[i] } : {}) })),
      },
    },
  }));
});

/** Every day that records speak of, some between them, and none. */
export const days: readonly (string | null)[] = [null, "2020-01-01", ...dates, "2024-03-30", "2025-12-31"];
export const everyParty = [...parties, "nobody"] as const;
