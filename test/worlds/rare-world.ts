import { Anchor, layers, roles, type Condition } from "@cleartitle/norms";
import { acquisitionName, eventKinds, isToldApart } from "@cleartitle/title";
import * as fc from "fast-check";
import { condition } from "./norm-arbitrary.js";
import { actions, dates, derivationKinds, facts, groups, maybe, one, openOptions, openQuestions, places, record, restrictions, some } from "./vocabulary.js";
import { asked, randomWorld, type RandomWorld, type TitleText } from "./world-arbitrary.js";
import { wholeWorld } from "./whole-world.js";
import type { StrangeWorld } from "./world-asked.js";

type Raw = Record<string, unknown>;

const source = [{ what: "a random world", where: "test/differential", section: "1", retrieved: "2026-01-01" }];
const layer = one(layers);
const anchor = one(Anchor.options);
const place = one([...places, ...groups]);
const parties = ["us", "party-1", "party-2"] as const;
const party = one(parties);

/** Tests in words that hardly any text uses. */
const rareTest = fc.oneof(
  fc.tuple(one(["monthly-active-users", "annual-revenue"]), one(["atMost", "below", "above", "atLeast"]), record({ of: one(["use", "actor", "group", "licensor", "recipient"]), at: anchor, unit: maybe(one(["USD", "EUR"])), per: maybe(one(["year", "month"])), sticky: maybe(fc.boolean()) }))
    .map(([quantity, bound, rest]) => ({ quantity, ...rest, [bound]: 10 })),
  record({ date: anchor, from: maybe(one(dates)), to: maybe(one(dates)) }),
  record({ place: fc.uniqueArray(place, { minLength: 1, maxLength: 2 }), of: one(["act", "offered", "hosted", "used", "output-shown", "domicile", "headquarters"]) }),
  record({ exposure: layer, oneOf: some(["covered", "cured", "released", "open"], 3) }), layer.map((asserted) => ({ asserted })),
  record({ kind: some(["persona", "workflow", "document"]), of: maybe(one(["source", "object"])) }),
) as fc.Arbitrary<Condition>;
const when = maybe(fc.oneof(rareTest, condition));
const general = { if: when, on: maybe(some(roles, 4)), note: maybe(fc.constant("said apart")), quote: maybe(fc.constant("as it is written")), inForce: maybe(record({ from: maybe(one(dates)), to: maybe(one(dates)) })) };

const clause = fc.oneof(
  record({ permit: record({ actions: some(actions, 5), layers: maybe(some(layers, 3)), vests: maybe(anchor), scope: maybe(some(["metadata", "content"])), duties: maybe(fc.constant(["duty"])), irrevocable: maybe(fc.boolean()) }), ...general }),
  record({ prohibit: record({ actions: some(actions), layers: maybe(some(layers, 2)) }), ...general }),
  record({ oblige: record({ do: one(["attribute", "keep-notices"]), text: maybe(fc.constant("as follows")), creditor: maybe(party), evidence: maybe(fc.constant(["a log"])), outbound: maybe(record({ mustPermit: some(["run", "distribute"]), mustImpose: maybe(some(restrictions)), extent: maybe(one(["work", "part"])) })) }), when: some(actions, 3), ...general }),
  record({ assign: record({ what: one(["output", "derivative", "improvement"]), to: one(["licensee", "licensor"]), vests: maybe(anchor), ifCompliant: maybe(fc.boolean()) }), ...general }),
  record({ contribute: record({ actions: some(actions, 4), layers: maybe(some(layers, 3)), scope: maybe(some(["metadata", "content"])) }), ...general }),
  record({ reciprocate: record({ texts: some(["license", "terms", "reservation"]), actions: some(actions, 3) }), when: some(actions, 3), ...general }),
  record({ terminate: record({ on: one(["breach", "litigation", "cap", "withdrawal", "convenience"]), how: one(["automatic", "notice"]), claims: maybe(some(layers, 2)), ends: maybe(some(layers, 3)), reaches: maybe(some(roles, 4)) }) }),
  record({ define: fc.constant({ term: "Outputs", means: "what is generated" }) }),
) as fc.Arbitrary<Raw>;

/** What a text says of itself besides its norms. */
const property = fc.oneof(
  one(["consent", "reservation", "policy"]).map((kind) => ({ kind })), fc.constant({ bindsBy: ["signature"] }), some(restrictions).map((imposes) => ({ imposes })), one(["MIT", "LicenseRef-i0", "LicenseRef-i1"]).map((id) => ({ compatible: [id] })),
  one(dates).map((reviewBy) => ({ reviewBy })), record({ from: maybe(one(dates)), to: maybe(one(dates)) }).map((inForce) => ({ inForce })), one(["silent" as const, [{ law: "England", for: "all", forum: "courts", cite: "s. 1", verified: "primary" as const }]]).map((governingLaw) => ({ governingLaw })),
  fc.constant({ approval: { osi: "approved", osaid: "compatible" } }), fc.constant({ names: ["a name in the wild"], spdx: "LicenseRef-wild" }), fc.constant({ note: "a note", noted: { warranty: "a word that no norm of ours carries" }, parameters: { cap: "ten" } }),
  some(actions).map((touched) => ({ unsupported: [{ what: "half a sentence", actions: touched, cite: "s. 8" }] })),
  fc.constant({ points: [{ about: "something to know of it", why: "nothing in a decision turns on it" }] }),
  fc.tuple(one(openQuestions), fc.array(one([...roles, "silent"]), { minLength: 3, maxLength: 3 }), one(derivationKinds)).map(([position, cells, by]) => ({ reach: { materials: { [by]: { position, options: Object.fromEntries(openOptions.map((each, i) => [each, cells[i]])) } } } })),
) as fc.Arbitrary<Raw>;

const rule = record({
  verified: one(["primary", "primary", "partial"]), jurisdiction: place, authorityKind: one(["statute", "guidance", "proposal", "treaty"]), confidence: one(["settled", "contested", "pending"]), confirmFirst: maybe(fc.boolean()), fromMemory: maybe(fc.constant("the second sentence")),
  inForce: maybe(record({ from: maybe(one(dates)), to: maybe(one(dates)) })), reviewBy: maybe(one(dates)), watch: maybe(record({ on: maybe(one(dates)) }).map((each) => [{ what: "a judgment", ...each }])), position: maybe(one(openQuestions)),
  norm: fc.oneof(
    record({ raise: record({ layer, as: one(["reserved", "free"]), actions: maybe(some(actions, 4)) }), ...general }), record({ unprotect: record({ layer, actions: maybe(some(actions, 4)) }), ...general }),
    record({ override: record({ instruments: some(["license", "agreement", "terms", "reservation"]), actions: some(actions, 4) }), ...general }), record({ taint: record({ layer, through: some(derivationKinds, 5) }), ...general }),
    record({ permit: record({ actions: some(actions, 5), layers: maybe(some(layers, 3)) }), ...general }), record({ prohibit: record({ actions: some(actions), layers: maybe(some(layers, 2)) }), ...general }),
  ),
});
/** Law of the layers that the other worlds leave alone, of every standing. */
const rules = fc.array(rule, { maxLength: 4 }).map((list) => list.map(({ norm, ...each }, i): Raw => ({
  id: `rare-${i}`, kind: "statute", title: "a rule", source, reviewed: "2026-01-01", authority: ["Act"], ...each, norms: [{ id: "n", cite: "s. 1", ...(norm as Raw) }],
})));

const amount = fc.oneof(one([5, 500]), record({ atLeast: fc.constant(5), atMost: maybe(one([8, 800])), unit: maybe(one(["USD", "EUR"])) }), fc.constant([{ atMost: 500, unit: "USD" }, { atLeast: 1, unit: "EUR" }]));
const recorded = (title: TitleText) => {
  const assets = title.assets.map((each) => String(each["id"]));
  const acts = title.derivations.map((each) => String(each["id"]));
  const about = fc.oneof(one(assets), one(assets).map((asset) => ({ asset })), fc.tuple(one(assets), one(["acquired1", "c0", "c1"])).map(([asset, copy]) => ({ acquisition: `${asset}#${copy}` })), one(["LicenseRef-i0", "LicenseRef-i1"]).map((instrument) => ({ instrument })));
  return fc.record({
    parties: fc.array(fc.tuple(party, record({ headquarters: maybe(place), domicile: maybe(one(places)), facts: maybe(fc.record({ "annual-revenue": amount.map((each) => (typeof each === "number" ? { atMost: each, unit: "USD" } : each)) })) })), { maxLength: 2 }),
    assets: fc.array(fc.tuple(one(assets), fc.oneof(
      fc.constant({ version: "2" }), fc.constant({ placeholder: true }), one(["persona", "workflow", "document"]).map((kind) => ({ kind })), one(["metadata", "database"]).map((scope) => ({ parts: [{ id: "docs", scope, license: "MIT" }] })),
      fc.tuple(fc.boolean(), fc.array(record({ who: party, in: maybe(one(places)), on: maybe(one(dates)), purpose: maybe(fc.constant("commercial")) }), { minLength: 1, maxLength: 2 })).map(([isNamed, acquired]) => ({ acquired: acquired.map((copy, i) => (isNamed ? { id: `c${i}`, ...copy } : copy)) })),
    )), { maxLength: 2 }),
    statements: fc.array(record({
      about, says: fc.oneof(fc.tuple(one(facts), fc.boolean()).map(([fact, value]) => ({ what: `fact:${fact}`, value })), one(["complete", "partial", "undisclosed"]).map((value) => ({ what: "upstream", value })), party.map((value) => ({ what: "licensor", value })), one(["MIT", "LicenseRef-i1", "NONE"]).map((value) => ({ what: "license", value, raw: "as found" }))),
      scope: maybe(one(["metadata", "database", "weights"])), rung: one(["declared", "detected", "concluded"]), valid: maybe(one(dates)), recordedAt: maybe(one(dates)), source: maybe(fc.constant({ system: "a hub", locator: "a place", sha256: "00", retrieved: "2026-01-01" })),
    }), { maxLength: 3 }).map((list) => list.map(({ says, ...each }, i): Raw => ({ id: `rare-${i}`, ...each, ...(says as Raw) }))),
    title: fc.array(record({ asset: one(assets), layer, to: party, from: maybe(party), how: one(["creation", "employment", "commission", "assignment"]), on: maybe(one(dates)), in: maybe(place) }), { maxLength: 2 }),
    claims: fc.array(record({ asset: one(assets), by: fc.constant("jane"), layer, says: fc.constant("author"), settled: maybe(fc.boolean()) }), { maxLength: 2 }),
    events: fc.array(one(eventKinds).chain((kind) => record({
      kind: fc.constant(kind), of: one(kind === "erasure-requested" || kind === "deleted" ? assets : [...assets, ...acts, ...parties, "LicenseRef-i0", "LicenseRef-i1"]), part: maybe(fc.constant("docs")), party: maybe(party), on: one(dates), recordedAt: maybe(one(dates)),
      claims: maybe(some(layers, 2)), against: maybe(party), evidence: maybe(fc.constant("a letter")),
    })), { maxLength: 3 }).map((list) => list.map((each, i): Raw => ({ id: `rare-${i}`, ...each }))),
    findings: fc.array(record({ kind: fc.constant("dangling"), asset: maybe(one(assets)), detail: fc.constant("seen and not settled"), settle: maybe(fc.constant("look")) }), { maxLength: 1 }),
    waivers: fc.array(record({ use: maybe(fc.constant(asked)), kind: fc.constant("blocked"), reason: fc.constant("for a time"), by: fc.constant("counsel"), until: one(dates) }), { maxLength: 1 }),
    scale: maybe(fc.record({ "annual-revenue": amount })),
    positions: fc.array(fc.tuple(one(openQuestions), record({ by: maybe(fc.constant("counsel")), on: maybe(one(dates)), US: one(openOptions), EU: maybe(one(openOptions)) })), { maxLength: 1 }),
  });
};

/** A whole world with words that texts and records seldom use: each layer, each moment, each property, each kind of record that there is. */
export const rareWorld: fc.Arbitrary<StrangeWorld> = wholeWorld.chain((strange) => {
  const { title } = strange.world;
  const { instruments } = title;
  return fc.record({
    clauses: fc.array(fc.tuple(fc.nat({ max: instruments.length - 1 }), clause), { maxLength: 6 }), properties: fc.array(fc.tuple(fc.nat({ max: instruments.length - 1 }), property), { maxLength: 4 }), rules, more: recorded(title),
  }).map(({ clauses, properties, rules: law, more }) => ({
    ...strange, laws: [...strange.laws, ...law],
    world: { ...strange.world, title: withRecords({ ...title, instruments: instruments.map((text, i) => withWords(text, clauses.filter(([of]) => of === i).map(([, each]) => each), properties.filter(([of]) => of === i).map(([, each]) => each))) }, more) },
  }));
});

function withWords(text: Raw, clauses: readonly Raw[], properties: readonly Raw[]): Raw {
  const duty = clauses.some((each) => (each["permit"] as Raw | undefined)?.["duties"] !== undefined) ? [{ id: "duty", cite: "s. d", oblige: { do: "attribute" }, when: ["run", "distribute"] }] : [];
  return { ...text, ...Object.assign({}, ...properties), norms: [...(text["norms"] as Raw[]), ...duty, ...clauses.map((each, i) => ({ id: `rare${i}`, cite: `s. rare ${i}`, ...each }))] };
}

const changed = (list: readonly Raw[], by: readonly (readonly [string, Raw])[]): Raw[] => list.map((each) => ({ ...each, ...Object.assign({}, ...by.filter(([id]) => id === each["id"]).map(([, more]) => more)) }));
const digested = (list: readonly Raw[]): Raw[] => list.map((each) => (each["version"] === undefined ? each : { ...each, digest: `sha256:${String(each["id"])}` }));

type More = ReturnType<typeof recorded> extends fc.Arbitrary<infer T> ? T : never;
function withRecords(title: TitleText, { parties: whose, assets, statements, title: links, claims, events, findings, waivers, scale, positions }: More): TitleText {
  // Of several copies without ids a statement cannot tell which it speaks of.
  const acquired = new Set(changed(title.assets, assets).flatMap(({ id, acquired: got = [] }) => {
    const copies = [got].flat() as { readonly id?: string }[];
    return copies.flatMap((copy, index) => (isToldApart(copy, copies.length) ? [acquisitionName(id as string, copy, index)] : []));
  }));
  const sound = statements.flatMap((statement) => {
    const { about } = statement;
    if (typeof about !== "object" || about === null || !("acquisition" in about)) return [statement];
    // Only an asset has scopes.
    return acquired.has(about.acquisition as string) ? [{ ...statement, scope: undefined }] : [];
  });
  return {
    ...title, parties: changed(title.parties, whose), assets: digested(changed(title.assets, assets)), statements: [...title.statements, ...sound], title: [...title.title, ...links], claims: [...title.claims, ...claims], events: [...title.events, ...events],
    positions: { ...title.positions, ...Object.fromEntries(positions) }, uses: { [asked]: { ...title.uses[asked], ...(scale === undefined ? {} : { scale }) } },
    ...({ findings, waivers } as object),
  };
}

/** A plain random world, or one of three times a rare one with all that was put beside its title and law in them. */
export const anyWorld: fc.Arbitrary<RandomWorld> = fc.oneof(
  { arbitrary: randomWorld, weight: 2 },
  {
    arbitrary: rareWorld.map(({ world: { title, laws }, laws: more, derivations, said, positions }): RandomWorld => ({
      laws: [...laws, ...more],
      title: { ...title, derivations: [...title.derivations, ...derivations], statements: [...title.statements, ...said], positions: { ...title.positions, ...positions } },
    })),
    weight: 1,
  },
);
