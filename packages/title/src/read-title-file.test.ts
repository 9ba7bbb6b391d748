import type { FactDefinition, Instrument, Taxonomies } from "@cleartitle/norms";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { licenseClaim } from "./license-claim.js";
import { readTitleFile } from "./read-title-file.js";

const terms = (...ids: string[]) => new Map(ids.map((id) => [id, { id, title: id }]));
const plan: FactDefinition = { id: "plan", type: "enum", values: ["free", "pro"], ask: "Which plan?", control: "circumstance", of: "actor" };
const taxonomies: Taxonomies = {
  layers: new Map(),
  actions: terms("host", "keep", "distribute"), purposes: terms("commercial"), fields: terms("customer-support"), recipients: terms("end-user"),
  partyKinds: terms("company"), assetKinds: new Map(["model", "dataset", "product"].map((id) => [id, { id, title: id, scope: "content" }])),
  derivationKinds: new Map(["finetune", "include", "generate", "merge"].map((id) => [id, { id, title: id, implies: {}, downstream: {} }])),
  persistence: [], places: terms("DE", "US", "JP"), groups: new Map([["EU", { id: "EU", title: "EU", members: ["DE"] }]]),
  facts: new Map([["plan", plan]]), duties: new Map(), restrictions: new Map(),
  quantities: new Map([["monthly-active-users", { id: "monthly-active-users", title: "users", unit: "users" }]]),
};
const read = (text: string) => readTitleFile(text, { file: "t.yaml", taxonomies });

const design = `us: acme
parties: [{ id: acme, facts: { monthly-active-users: { atMost: 5000000, during: "2023-01-01/.." }, plan: pro } }]
assets:
  - { id: base, kind: model, license: LicenseRef-Llama-3.1, source: "hf:model/o/n", licensor: meta, upstream: undisclosed, parts: [{ id: docs, license: [MIT, ISC] }] }
  - { id: notes, kind: dataset, license: CC-BY-NC-4.0, facts: { plan: pro }, recordedAt: "2026-02-01" }
  - { id: assistant, kind: product }
derivations:
  - { from: [base, notes], to: tuned, by: finetune, on: "2026-03-01/2026-03-09", in: DE, purpose: commercial, acts: [{ act: keep, of: notes, until: "2026-04-01" }] }
  - { id: d1, from: tuned, to: assistant, by: include }
positions: { weights: { EU: "yes", US: "no", by: counsel, on: "2026-01-01" }, other: x }
uses:
  launch: { of: assistant, actions: [host], purpose: commercial, in: [EU, US, JP], on: "2026-12-01", scale: { monthly-active-users: 2000000 }, recipients: [{ role: end-user, in: EU }] }
`;

const byFirst = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);

describe("shorthand", () => {
  const { graph, problems } = read(design);
  test("has no problems", () => expect(problems).toEqual([]));
  test("numbers derivations around ids that are taken", () => expect([...graph!.derivations.keys()]).toEqual(["d1", "d2"]));
  test("fills in who, and writes lists and periods out", () => {
    expect(graph!.derivations.get("d2")).toEqual({
      id: "d2", from: ["base", "notes"], to: "tuned", by: "finetune", who: "acme", during: { from: "2026-03-01", to: "2026-03-09" }, in: ["DE"],
      purpose: ["commercial"], field: [], facts: [], acts: [{ act: "keep", of: "notes", until: "2026-04-01" }],
    });
  });
  test("tells facts from quantities", () => {
    expect(graph!.parties.get("acme")).toMatchObject({
      quantities: [{ quantity: "monthly-active-users", atLeast: null, atMost: 5_000_000, unit: null, during: { from: "2023-01-01", to: null } }],
      facts: [{ fact: "plan", value: "pro", during: { from: null, to: null } }],
    });
  });
  test("takes a planned number as exactly so much", () => expect(graph!.uses.get("launch")!.scale[0]).toMatchObject({ atLeast: 2_000_000, atMost: 2_000_000 }));
  test("gives a result that nobody describes the kind that the act makes", () => expect(graph!.assets.get("tuned")).toMatchObject({ kind: "model", placeholder: false }));
  test("makes statements of what assets declare, with their line", () => {
    const found = graph!.statements.map((s) => [s.id, s.value, s.part, s.source!.locator, s.recordedAt]);
    expect(found.toSorted(byFirst)).toEqual([
      ["base:docs:license", "MIT\nISC", "docs", "t.yaml:4", "0001-01-01"],
      ["base:license", "LicenseRef-Llama-3.1", null, "t.yaml:4", "0001-01-01"],
      ["base:licensor", "meta", null, "t.yaml:4", "0001-01-01"],
      ["base:upstream", "undisclosed", null, "t.yaml:4", "0001-01-01"],
      ["notes:fact:plan", "pro", null, "t.yaml:5", "2026-02-01"],
      ["notes:license", "CC-BY-NC-4.0", null, "t.yaml:5", "2026-02-01"],
    ]);
  });
  test("keeps a list with no operator apart", () => {
    const list = graph!.statements.find((s) => s.id === "base:docs:license")!;
    expect(licenseClaim(list)!.expressions).toEqual(["MIT", "ISC"]);
  });
  test("reads positions by territory, and everywhere", () => {
    const found = graph!.positions.map((p) => [p.territory, p.position, p.option, p.by, p.on]);
    expect(found.toSorted(byFirst)).toEqual([
      ["EU", "weights", "yes", "counsel", "2026-01-01"],
      ["US", "weights", "no", "counsel", "2026-01-01"],
      ["WORLD", "other", "x", null, null],
    ]);
  });
  test("creates the party that asks where no parties are described", () => expect([...read("us: acme\n").graph!.parties.keys()]).toEqual(["acme"]));
  test("does not mind a cycle", () => {
    const cycle = "us: a\nassets: [{ id: x, kind: model }, { id: y, kind: model }]\nderivations: [{ from: x, to: y, by: merge }, { from: y, to: x, by: merge }]\n";
    expect(read(cycle).problems).toEqual([]);
  });
});

const head = "us: acme\nassets: [{ id: base, kind: model }, { id: notes, kind: dataset }]\n";
const ownText = (norm: string): string =>
  `instruments:\n  - { id: x, kind: terms, title: x, source: [{ what: a, where: b }], verified: primary, reviewed: "2026-01-01", rest: silent, speaksOf: { training: true, outputs: true, weights: true }, bindsBy: [acceptance], reach: {}, norms: [{ id: n, cite: "1", ${norm} }] }\n`;
const malformed: readonly (readonly [name: string, text: string, problems: readonly (readonly [code: string, line: number, column: number, words: RegExp])[]])[] = [
  ["nothing", "", [["wrong-type", 1, 1, /mapping/]]],
  ["a list", "- us: acme\n", [["wrong-type", 1, 1, /mapping/]]],
  ["broken YAML", "us: [acme\n", [["yaml-syntax", 2, 1, /./]]],
  ["no one who asks", "assets: []\n", [["missing-key", 1, 1, /`us` is missing/]]],
  ["one who asks that is not described", "us: acme\nparties:\n  - id: acne\n", [["dangling-reference", 1, 5, /did you mean `acne`/]]],
  ["an unknown key", `${head}useds: {}\n`, [["unknown-key", 3, 1, /did you mean `uses`/]]],
  ["an unknown source", `${head}derivations:\n  - { from: [base, note], to: t, by: finetune }\n`, [["dangling-reference", 4, 20, /did you mean `notes`/]]],
  ["an unknown actor", `${head}derivations:\n  - { from: base, to: t, by: finetune, who: acm }\n`, [["dangling-reference", 4, 45, /did you mean `acme`/]]],
  ["a derivation of itself", `${head}derivations:\n  - { from: [base], to: base, by: finetune }\n`, [["contradiction", 4, 25, /derived from itself/]]],
  ["an unknown kind of derivation", `${head}derivations:\n  - { from: base, to: t, by: finetunne }\n`, [["unknown-name", 4, 30, /did you mean `finetune`/]]],
  ["an unknown place", `${head}derivations:\n  - { from: base, to: t, by: finetune, in: [DE, UE] }\n`, [["unknown-place", 4, 49, /place `UE`.*did you mean/]]],
  ["a day that is not", `${head}derivations:\n  - { from: base, to: t, by: finetune, on: "2026-02-30" }\n`, [["impossible-date", 4, 44, /no day `2026-02-30`/]]],
  ["a period that ends before it begins", `${head}derivations:\n  - { from: base, to: t, by: finetune, on: "2026-03-02/2026-03-01" }\n`, [["bad-period", 4, 44, /ends before it begins/]]],
  ["an unknown act", `${head}derivations:\n  - { from: base, to: t, by: finetune, acts: [{ act: kep, of: base }] }\n`, [["unknown-name", 4, 54, /did you mean `keep`/]]],
  ["two assets of one id", "us: acme\nassets:\n  - { id: base, kind: model }\n  - { id: base, kind: model }\n", [["duplicate-id", 4, 11, /described twice/]]],
  ["equal bytes of two kinds", "us: acme\nassets:\n  - { id: a, kind: model, digest: x }\n  - { id: b, kind: dataset, digest: x }\n", [["contradiction", 4, 37, /same digest/]]],
  ["bounds that contradict", "us: a\nparties:\n  - { id: a, facts: { monthly-active-users: { atLeast: 6, atMost: 5 } } }\n", [["contradiction", 3, 45, /greater than/]]],
  ["a quantity without bounds", "us: a\nparties:\n  - { id: a, facts: { monthly-active-users: 5 } }\n", [["wrong-type", 3, 23, /is a quantity/]]],
  ["an unknown fact", "us: a\nparties:\n  - { id: a, facts: { plann: pro } }\n", [["unknown-name", 3, 23, /did you mean `plan`/]]],
  ["a value that a fact cannot have", "us: a\nparties:\n  - { id: a, facts: { plan: pri } }\n", [["bad-value", 3, 29, /did you mean `pro`/]]],
  ["a share above the whole", `${head}title:\n  - { asset: base, layer: copyright, to: jane, how: creation, share: 1.5 }\n`, [["bad-value", 4, 70, /more than 1/]]],
  ["no share at all", `${head}title:\n  - { asset: base, layer: copyright, to: jane, how: creation, share: 0 }\n`, [["bad-value", 4, 70, /./]]],
  ["an unknown use", `${head}waivers:\n  - { use: lunch, kind: blocked, reason: r, by: x, until: "2027-01-01" }\nuses:\n  launch: { of: base, actions: host, in: EU, on: "2026-12-01" }\n`, [["dangling-reference", 4, 12, /did you mean `launch`/]]],
  ["an erasure of what is no asset", `${head}events: [{ kind: erasure-requested, of: note, on: "2026-01-01" }]\n`, [["dangling-reference", 3, 41, /did you mean `notes`/]]],
  ["a part that is not described", `${head}statements: [{ about: base, what: license, part: docs, rung: declared }]\n`, [["dangling-reference", 3, 50, /part of `base`/]]],
  ["a statement that corrects none", `${head}statements: [{ about: base, what: license, rung: declared, supersedes: x9 }]\n`, [["dangling-reference", 3, 72, /statement `x9`/]]],
  ["a territory of a position", `${head}positions: { p: { XX: yes } }\n`, [["unknown-place", 3, 19, /`XX`/]]],
  ["an act that a text of its own bars and nobody knows", `${head}${ownText("prohibit: { actions: [hots] }")}`, [["unknown-name", 4, 271, /did you mean `host`/]]],
  ["a purpose under a condition", `${head}${ownText("prohibit: { actions: [host] }, if: { any: [{ purpose: [comercial] }] }")}`, [["unknown-name", 4, 304, /did you mean `commercial`/]]],
  ["a test that can never hold", `${head}${ownText("prohibit: { actions: [host] }, if: { fact: plan, is: gold }")}`, [["bad-value", 4, 302, /never holds/]]],
  [
    "everything at once, in order",
    `us: acme\nassets:\n  - { id: base, kind: modell }\n  - { id: notes, kind: dataset, colour: red }\nderivations:\n  - { from: [base, notes, nots], to: t, by: finetune, on: "2026-13-01" }\n  - { from: nots, to: t, by: finetune }\n`,
    [["unknown-name", 3, 23, /`model`/], ["unknown-key", 4, 33, /`colour`/], ["impossible-date", 6, 59, /./], ["dangling-reference", 7, 13, /`notes`/]],
  ],
];

describe("problems", () => {
  test.each(malformed)("%s", (_, text, expected) => {
    const { graph, problems } = read(text);
    expect(graph).toBeNull();
    expect(problems.map((p) => [p.code, p.file, p.line, p.column])).toEqual(expected.map(([code, line, column]) => [code, "t.yaml", line, column]));
    for (const [index, [, , , words]] of expected.entries()) expect(`${problems[index]!.message} ${problems[index]!.hint}`).toMatch(words);
  });

  test("an instrument is looked for where a catalogue is at hand", () => {
    const text = "us: a\nacceptances: [{ instrument: LicenseRef-Lama, party: a }]\n";
    expect(readTitleFile(text, { file: "t.yaml" }).problems).toEqual([]);
    const { problems } = readTitleFile(text, { file: "t.yaml", catalogue: { instruments: new Map([["LicenseRef-Llama", {} as Instrument]]), positions: new Map() } });
    expect(problems).toMatchObject([{ code: "dangling-reference", line: 2, column: 29, hint: "did you mean `LicenseRef-Llama`?" }]);
  });
});

/** A graph or problems, never neither nor both; and no throw. */
function isAnswered(text: string): boolean {
  const { graph, problems } = read(text);
  return (graph === null) === (problems.length > 0);
}

describe("any input is answered", () => {
  const cut = fc.tuple(fc.nat(design.length), fc.nat(40), fc.string({ maxLength: 8 }));
  const key = fc.constantFrom("us", "parties", "assets", "derivations", "statements", "instruments", "title", "events", "positions", "uses", "waivers", "id", "from", "facts", "__proto__");
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.constantFrom<unknown>(null, true, 1, "x", "2026-01-01"), fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(key, tie("value"), { maxKeys: 4 })),
  }));
  const inputs: readonly [string, fc.Arbitrary<string>][] = [
    ["text", fc.string({ unit: "binary", maxLength: 2000 })],
    ["a file with a piece cut out or put in", cut.map(([at, length, put]) => design.slice(0, at) + put + design.slice(at + length))],
    ["values of any shape under its keys", value.map((each) => JSON.stringify({ us: "a", ...(each as object) }))],
  ];
  test.each(inputs)("%s", { timeout: 60_000 }, (_, input) => {
    const { failed, counterexample } = fc.check(fc.property(input, isAnswered), { numRuns: 150, seed: 3 });
    expect({ failed, counterexample }).toEqual({ failed: false, counterexample: null });
  });
});
