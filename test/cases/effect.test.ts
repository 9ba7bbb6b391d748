import { readFileSync } from "node:fs";
import { join } from "node:path";
import { effectOf, readDeal, type Effect } from "@cleartitle/agreements";
import { defaultCatalogueDir } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { readYaml } from "@cleartitle/norms";
import { readTitleValue } from "@cleartitle/title";
import { expect, test } from "vitest";
import { asWritten, catalogue, compiledOf, library } from "./clause-house.js";

type Answers = Readonly<Record<string, string>>;
type Taken = Readonly<Record<string, unknown>>;
type Topics = Readonly<Record<string, Taken>>;

interface Effects {
  readonly deal: { readonly topics: Topics };
  readonly title: { readonly uses: object };
  readonly answers: Answers;
  readonly together: readonly { readonly row: string; readonly uses?: object; readonly topics: Topics; readonly becomes: Readonly<Record<string, { readonly after: string; readonly alone?: readonly string[]; readonly together?: readonly string[] }>>; readonly undone: Readonly<Record<string, readonly string[]>> }[];
  readonly rows: readonly { readonly row: string; readonly topic: string; readonly with?: Taken; readonly beside?: Topics; readonly events?: readonly unknown[]; readonly changes: Readonly<Record<string, Answers>> }[];
}

const file = join(defaultCatalogueDir()!, "clauses", "effects.yaml");
const effects = readYaml(readFileSync(file, "utf8"), { file }).document!.value as Effects;

const dealOf = (deal: unknown) => {
  const { file: read, problems } = readDeal(JSON.stringify(deal, null, 1), { file: "deal.yaml", library, taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  return read!;
};

const recorded = asWritten(compiledOf(effects.deal).compiled!);

interface Around {
  readonly events?: readonly unknown[] | undefined;
  readonly uses?: object | undefined;
  readonly title?: object;
}

function asked(before: unknown, after: unknown, { events = [], uses = {}, title = {} }: Around = {}, options: object = {}): ReturnType<typeof effectOf> {
  const whole = { ...effects.title, uses: { ...effects.title.uses, ...uses }, instruments: [recorded], events, ...title };
  const { graph, problems } = readTitleValue(whole, { file: "title.yaml", taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  return effectOf(dealOf(before), dealOf(after), { graph: graph!, catalogue }, { library, file: "title.yaml", decide, ...options });
}

function effect(...args: Parameters<typeof asked>): Effect {
  const { effect: found, problems } = asked(...args);
  expect(problems).toEqual([]);
  return found!;
}

const changed = (topics: Topics, deal: Effects["deal"] = effects.deal): Effects["deal"] => ({ ...deal, topics: { ...deal.topics, ...topics } });
const answersOf = ({ uses }: Effect): Answers => Object.fromEntries(uses.filter((use) => use.places.length > 0).map((use) => [use.use, use.after]));
const sorted = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What every row says of each of its versions, as a change of the row's neutral one. */
const single = effects.rows.flatMap(({ row, topic, with: fields, beside = {}, events, changes }) => {
  const isNeutral = changes["neutral"] !== undefined;
  const taken = (version: string): Taken => ({ ...effects.deal.topics[topic], ...(fields === undefined ? {} : { with: fields }), version });
  const before = changed(isNeutral ? { ...beside, [topic]: taken("neutral") } : beside);
  const was = { ...effects.answers, ...changes["neutral"] };
  return Object.entries(changes).filter(([version]) => version !== "neutral").map(([version, become]) => {
    const is = { ...effects.answers, ...become };
    return { row, topic, version, events, before, after: changed({ [topic]: taken(version) }, before), becomes: sorted(Object.fromEntries(Object.entries(is).filter(([use, answer]) => was[use] !== answer))) };
  });
});

test.each(single)("$row, $version: the one clause that is changed changes these answers, and no others", ({ topic, before, after, events, becomes }) => {
  const found = effect(before, after, { events });
  expect(sorted(answersOf(found))).toEqual(becomes);
  expect(found.clauses.map((clause) => clause.id)).toEqual([topic]);
  for (const { because } of found.uses.flatMap((use) => use.places)) {
    expect(because).toMatchObject({ alone: [topic], together: [] });
    expect(because.sentences.length).toBeGreaterThan(0);
    for (const sentence of because.sentences) expect(sentence.topic).toBe(topic);
  }
});

test.each(effects.together)("$row: which clause does what, alone and together", ({ uses, topics, becomes, undone }) => {
  const found = effect(effects.deal, changed(topics), { uses });
  const causes = found.uses.flatMap((use) => use.places.map(({ after, because }) => [use.use, { after, alone: because.alone, together: because.together }] as const));
  expect(Object.fromEntries(causes)).toEqual(Object.fromEntries(Object.entries(becomes).map(([use, said]) => [use, { alone: [], together: [], ...said }])));
  const taken = found.clauses.map((clause) => [clause.id, clause.alone!.filter((each) => !each.holds).map((each) => each.use)] as const);
  expect(Object.fromEntries(taken.filter(([, list]) => list.length > 0))).toEqual(undone);
});

test("the sentence that does it is the one that the reason cites", () => {
  const found = effect(effects.deal, changed({ outputs: { version: "licensor" }, confidentiality: { version: "licensor" } }));
  const publish = found.uses.find((use) => use.use === "publish")!;
  expect(publish.places[0]!.stands).toMatchObject([{ instrument: "deal", cite: "3.1", outcome: "prohibited" }]);
  expect(publish.places[0]!.because.sentences).toEqual([{ topic: "outputs", cite: "3.1", before: null, after: "What the models put out stays within Acme, which may run or use it, make copies, modify or build a derivative work, keep copies and test or measure with it for these ends: inside the organization only and to find something out." }]);
  expect(publish.exposure).toContainEqual({ act: "d2", action: "run", asset: "scans", layer: "copyright", before: "covered", after: "unknown", why: "not recorded: purpose.competing_substitute" });
  expect(found.uses.find((use) => use.use === "hand-on")!.obligations).toMatchObject([{ change: "new", do: "secrecy", cite: "17.1" }]);
  expect(found.worsened).toBe("blocked");
});

test("duties, days, bans and what no norm carries are told as they were and as they are", () => {
  const price = (fields: object) => changed({ price: { version: "neutral", with: fields }, "term-and-renewal": { version: "neutral", with: { from: "2026-01-01", initial: "P2Y" } } });
  const { terms, uses, worsened } = effect(price({ fee: "EUR 100", statement: "P30D" }), changed({ "term-and-renewal": { version: "neutral", with: { from: "2026-01-01", initial: "P3Y" } }, outputs: { version: "licensor" } }, price({ fee: "EUR 100", statement: "P45D" })));
  expect(terms.dates.map(({ what, before, after }) => [what, before, after])).toContainEqual(["last day of the first term", "2027-12-31", "2028-12-31"]);
  expect(terms.duties).toMatchObject([{ change: "changed", topic: "price", before: expect.stringContaining("P30D"), after: expect.stringContaining("P45D") }]);
  expect(terms.bans.every((ban) => ban.change === "new" && ban.topic === "outputs")).toBe(true);
  expect(terms.bans.length).toBeGreaterThan(0);
  expect(uses.find((use) => use.use === "train-later")).toMatchObject({ before: "blocked", after: "cleared", change: "better" });
  expect(worsened).toBe("blocked");
});

test("drafts are asked as if they were signed, and it is said", () => {
  const { signed: _signed, ...draft } = effects.deal as Effects["deal"] & { readonly signed?: unknown };
  const change = { "field-of-use": { version: "licensee" } };
  const drafted = effect({ ...draft, written: "2025-12-20" }, changed(change, { ...draft, id: "deal-2", written: "2026-03-03" } as never));
  const signed = effect(effects.deal, changed(change));
  expect(drafted.asIfSigned).toEqual({ before: true, after: true });
  expect(signed.asIfSigned).toEqual({ before: false, after: false });
  expect(drafted.clauses.map((clause) => clause.id)).toEqual(["field-of-use"]);
  expect(drafted.uses).toEqual(signed.uses);
});

const turned = (deal: Effects["deal"]) => ({ ...deal, topics: Object.fromEntries(Object.entries(deal.topics).toReversed()) });

test("the same is said whatever the order in which a deal names its topics", () => {
  const change = { "field-of-use": { version: "licensee" }, outputs: { version: "licensor" } };
  expect(effect(turned(effects.deal), turned(changed(change)))).toEqual(effect(effects.deal, changed(change)));
});

test("what was not asked is named", () => {
  const change = changed({ "field-of-use": { version: "licensee" }, outputs: { version: "licensor" } });
  const { cut, uses } = effect(effects.deal, change, {}, { budget: 2 });
  expect(cut!.uses).toContain("train-for-war");
  expect(uses.length).toBeLessThanOrEqual(2);
  const few = effect(effects.deal, change, {}, { clauseBudget: 10 });
  expect(few.cut).toMatchObject({ uses: [], clauses: ["outputs", "field-of-use"], causes: expect.arrayContaining(["publish", "train-for-war"]) });
  expect(few.clauses.every((clause) => clause.alone === null && clause.why !== null)).toBe(true);
  expect(effect(effects.deal, change).cut).toBeNull();
});

test("a title file that knows nobody of the deal, or nothing of it, cannot say what it does", () => {
  const foreign = { ...effects.deal, parties: [{ id: "mkaer", role: "licensor" }, { id: "acme", role: "licensee" }], assets: [{ id: "songs", kind: "dataset", layers: ["copyright"] }], topics: {} };
  expect(asked(foreign, foreign).problems).toMatchObject([{ code: "dangling-reference", file: "title.yaml", hint: expect.stringContaining("maker") }, { code: "dangling-reference", message: expect.stringContaining("songs") }]);
});

const ends = (on: string) => ({ own: { text: [`It ends on ${on}.`], dates: [{ id: "end", at: 1, what: "it ends", on, sets: "end" }] } });

test("a deal that contradicts itself is told, and one that only alone does is told as such", () => {
  const both = changed({ delivery: ends("2027-01-01") });
  expect(asked(effects.deal, both).problems).toMatchObject([{ code: "contradiction", pointer: "/topics/delivery" }]);
  const { "term-and-renewal": _term, ...rest } = effects.deal.topics;
  const found = effect(effects.deal, { ...effects.deal, topics: { ...rest, delivery: ends("2028-06-30") } });
  expect(found.clauses.find((clause) => clause.id === "delivery")).toMatchObject({ alone: null, why: expect.stringContaining("ends on") });
});


