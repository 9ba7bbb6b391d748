import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TitleGraph } from "../graph.js";
import { applyChanges } from "../graph-change.js";
import { readTitleFile } from "../read-title-file.js";
import { answerChanges, type Answer, type Answering } from "./answer.js";
import { bearerOf, type FactOwner } from "./bearer.js";
import { answerTitleFile } from "./write-answer.js";

const flow = `# who we are
us: acme
parties: [ { id: acme, kind: company, facts: { plan: pro } } ] # one
assets:
  - { id: works, kind: dataset, facts: { lawful: true }, acquired: { on: "2025-01-01", how: crawl } }   # scraped
  - { id: m, kind: model }
derivations:
  - { from: works, to: m, by: train, on: "2026-02-01" }
uses:
  q: { of: m, actions: [ host, ], purpose: commercial, in: [ US ], on: "2026-03-01", } # the question
`;
const block = `us: acme
assets:
  - id: works # scraped
    kind: dataset

    facts:
      lawful: true
    acquired:
      - on: "2025-01-01"
        how: crawl
  - id: m
    kind: model
statements:
  - about: works
    what: fact:checked
    value: false
    rung: declared # who says so?

derivations:
  - id: d1
    from: works
    to: m
    by: train
uses:
  q:
    of: m
    actions: [host]
    in: [US]
    on: "2026-03-01"
    # what we plan
    facts:
      kept: false   # for now
`;
const copies = `us: acme
assets:
  - { id: works, kind: dataset, acquired: [ { on: "2025-01-01", how: crawl }, { on: "2025-02-01", how: crawl, facts: { plan: pro } } ] }
  - { id: m, kind: model }
uses:
  q: { of: m, actions: [ host ], in: [ US ], on: "2026-03-01" }
`;
const named = copies.replace('{ on: "2025-01-01"', '{ id: first, on: "2025-01-01"').replace('{ on: "2025-02-01"', '{ id: second, on: "2025-02-01"');
const graphOf = (text: string): TitleGraph => {
  const { graph, problems } = readTitleFile(text, { file: "t.yaml" });
  expect(problems).toEqual([]);
  return graph!;
};
const to = (graph: TitleGraph, id: string, owner: FactOwner, fact: string, value: Answer["value"]): Answer => ({ fact, of: bearerOf(graph, id, owner)!, value });
const today: Answering = { by: null, recordedAt: "2026-11-21" };
const answered = (text: string, id: string, owner: FactOwner, fact: string, value: Answer["value"], answering: Answering = today) =>
  answerTitleFile(text, [to(graphOf(text), id, owner, fact, value)], answering, { file: "t.yaml" });

/** Lines that were put in or changed. */
const fresh = (before: string, after: string): string[] => {
  const old = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !old.has(line));
};

describe("what is written, and where", () => {
  const cases: readonly [string, string, string, FactOwner, string, Answer["value"], readonly string[]][] = [
    ["a first word on an asset", flow, "m", "asset", "memorizes", false, ["statements:", '  - { about: m, what: "fact:memorizes", value: false, rung: declared, by: acme, recordedAt: "2026-11-21" }']],
    ["a later word on an asset", flow, "works", "asset", "lawful", false, ["statements:", '  - { about: works, what: "fact:lawful", value: false, rung: declared, by: acme, recordedAt: "2026-11-21", supersedes: "works:fact:lawful" }']],
    ["a license", flow, "works", "asset", "license", "MIT", ["statements:", '  - { about: works, what: license, value: MIT, rung: declared, by: acme, recordedAt: "2026-11-21" }']],
    ["behind other statements", block, "works", "asset", "checked", true, ['  - { about: works, what: "fact:checked", value: true, rung: declared, by: acme, recordedAt: "2026-11-21", supersedes: s1 }']],
    ["a use in flow style", flow, "q", "act", "kept", true, ['  q: { of: m, actions: [ host, ], purpose: commercial, in: [ US ], on: "2026-03-01", facts: { kept: true }, } # the question']],
    ["a use in block style", block, "q", "act", "shared", false, ["      shared: false"]],
    ["a plan said anew", block, "q", "act", "kept", true, ["      kept: true   # for now"]],
    ["the scale of a use", block, "q", "use", "monthly-active-users", { atLeast: null, atMost: 10 }, ["    scale: { monthly-active-users: { atMost: 10 } }"]],
    ["an act without an id", flow, "d1", "act", "kept", "no", ["statements:", '  - { about: { derivation: d1 }, what: "fact:kept", value: "no", rung: declared, by: acme, recordedAt: "2026-11-21" }']],
    ["an act in block style", block, "d1", "act", "kept", 3, ['  - { about: { derivation: d1 }, what: "fact:kept", value: 3, rung: declared, by: acme, recordedAt: "2026-11-21" }']],
    ["a copy that was got", flow, "works#acquired1", "act", "logged-in", false, ["statements:", '  - { about: { acquisition: "works#acquired1" }, what: "fact:logged-in", value: false, rung: declared, by: acme, recordedAt: "2026-11-21" }']],
    ["one of several copies", copies, "works#acquired1", "act", "logged-in", false, ['  - { id: works, kind: dataset, acquired: [ { on: "2025-01-01", how: crawl, facts: { logged-in: false } }, { on: "2025-02-01", how: crawl, facts: { plan: pro } } ] }']],
    ["one of several copies by its id", named, "works#first", "act", "logged-in", false, ["statements:", '  - { about: { acquisition: "works#first" }, what: "fact:logged-in", value: false, rung: declared, by: acme, recordedAt: "2026-11-21" }']],
    ["a later word on one of several copies", named, "works#second", "act", "plan", "free", ["statements:", '  - { about: { acquisition: "works#second" }, what: "fact:plan", value: free, rung: declared, by: acme, recordedAt: "2026-11-21", supersedes: "works#second:fact:plan" }']],
    ["a party", flow, "acme", "actor", "registered", true, ["statements:", '  - { about: { party: acme }, what: "fact:registered", value: true, rung: declared, by: acme, recordedAt: "2026-11-21" }']],
    ["a later word on a party", flow, "acme", "actor", "plan", "free", ["statements:", '  - { about: { party: acme }, what: "fact:plan", value: free, rung: declared, by: acme, recordedAt: "2026-11-21", supersedes: "acme:fact:plan" }']],
    ["the kind of a party", flow, "acme", "actor", "actor.kind", "individual", ["statements:", '  - { about: { party: acme }, what: "fact:actor.kind", value: individual, rung: declared, by: acme, recordedAt: "2026-11-21", supersedes: "acme:fact:actor.kind" }']],
    ["a party that nobody described", block, "acme", "actor", "registered", true, ['  - { about: { party: acme }, what: "fact:registered", value: true, rung: declared, by: acme, recordedAt: "2026-11-21" }']],
    ["bounds of a party", block, "acme", "actor", "monthly-active-users", { atLeast: null, atMost: 10 }, ['  - { about: { party: acme }, what: "quantity:monthly-active-users", value: "..10", rung: declared, by: acme, recordedAt: "2026-11-21" }']],
  ];
  test.each(cases)("%s", (_name, text, id, owner, fact, value, lines) => {
    const written = answered(text, id, owner, fact, value);
    expect(written.problems).toEqual([]);
    expect(fresh(text, written.text).toSorted()).toEqual([...lines].toSorted());
    expect(written.notes).toHaveLength(1);
    const again = answered(written.text, id, owner, fact, value);
    expect({ text: again.text, problems: again.problems }).toEqual({ text: written.text, problems: [] });
  });

  test("the file says what the change of the graph says", () => {
    const graph = graphOf(flow);
    const answer = to(graph, "works", "asset", "lawful", false);
    const meant = applyChanges(graph, answerChanges(graph, answer, today));
    const said = graphOf(answered(flow, "works", "asset", "lawful", false).text);
    expect(said.statements.map((s) => [s.what, s.value, s.supersedes])).toEqual(meant.statements.map((s) => [s.what, s.value, s.supersedes]));
  });

  test("of a party with the time in which it was so", () => {
    const during = { from: "2024-01-01", to: null };
    const { text } = answered(block, "acme", "actor", "monthly-active-users", { atLeast: 1, atMost: 10 }, { ...today, during });
    expect(fresh(block, text)).toEqual(['  - { about: { party: acme }, what: "quantity:monthly-active-users", value: "1..10", rung: declared, by: acme, recordedAt: "2026-11-21", valid: "2024-01-01/.." }']);
    expect(graphOf(text).statements.find((s) => s.about.kind === "party")!.valid).toEqual(during);
    const later = answered(text, "acme", "actor", "monthly-active-users", { atLeast: 1, atMost: 20 });
    expect(later.notes).toEqual(["monthly-active-users of acme is 1..20, a statement, correcting `s2`"]);
  });

  test("line ends stay as they are", () => {
    const windows = block.replaceAll("\n", "\r\n");
    const { text } = answered(windows, "q", "act", "shared", false);
    expect(text).toBe(windows.replace("      kept: false   # for now\r\n", "      kept: false   # for now\r\n      shared: false\r\n"));
  });

  test("a file of one line", () => {
    const line = '{ us: acme, assets: [{ id: a, kind: model }], uses: { q: { of: a, actions: [host], in: [US], on: "2026-01-01" } } }';
    expect(answered(line, "a", "asset", "f", true).text).toContain('} }, statements: [{ about: a, what: "fact:f", value: true');
    expect(answered(line, "acme", "actor", "f", true).text).toContain('statements: [{ about: { party: acme }, what: "fact:f", value: true');
  });
});

describe("evidence is not written over", () => {
  const twice = `${flow}statements:\n  - { about: m, what: "fact:f", value: 1, rung: declared }\n  - { about: m, what: "fact:f", value: 2, rung: detected }\n  - { about: m, what: "fact:g", value: 1, rung: concluded, by: counsel }\n`;
  const refused: readonly [string, string, string, FactOwner, string, Answer["value"], RegExp, Partial<Answering>?][] = [
    ["one of several copies", copies, "works#acquired2", "act", "plan", "free", /`plan` of `works#acquired2` is recorded otherwise/],
    ["what is recorded of more days", `${flow}statements: [{ about: { party: acme }, what: "quantity:users", value: 5, rung: declared }]\n`, "acme", "actor", "users", { atLeast: 9, atMost: 9 }, /recorded otherwise, for other days too/, { during: { from: "2026-01-01", to: null } }],
    ["one word more where sources differ", twice, "m", "asset", "f", 2, /stand beside each other/],
    ["what somebody concluded", twice, "m", "asset", "g", 2, /somebody concluded/],
    ["bounds of an asset", flow, "m", "asset", "f", { atLeast: 1, atMost: 2 }, /one value, not bounds/],
  ];
  test.each(refused)("%s", (_name, text, id, owner, fact, value, message, how) => {
    const { text: after, problems } = answered(text, id, owner, fact, value, { ...today, ...how });
    expect(after).toBe(text);
    expect(problems.map((p) => p.message)).toEqual([expect.stringMatching(message)]);
    expect(problems[0]!.hint).not.toBeNull();
  });

  test("a person concludes where sources differ", () => {
    const { text, problems } = answered(twice, "m", "asset", "f", 2, { ...today, by: "counsel" });
    expect(problems).toEqual([]);
    expect(text).toContain("rung: concluded, by: counsel");
  });

  test("with one answer refused none is written", () => {
    const graph = graphOf(flow);
    const both = [to(graph, "m", "asset", "f", true), to(graph, "m", "asset", "f", { atLeast: 1, atMost: 1 })];
    expect(answerTitleFile(flow, both, today, { file: "t.yaml" })).toMatchObject({ text: flow, notes: [], problems: [{ code: "conflict" }] });
  });
});

test("whatever is answered is read back, and all else stands", () => {
  const value = fc.oneof(fc.boolean(), fc.integer({ min: -5, max: 5 }), fc.string({ maxLength: 12 }).filter((text) => !/\p{C}/u.test(text)));
  const bearer = fc.constantFrom<[string, FactOwner]>(["m", "asset"], ["works", "asset"], ["q", "act"], ["d1", "act"], ["acme", "actor"], ["works#acquired1", "act"]);
  const answers = fc.array(fc.tuple(bearer, fc.constantFrom("one", "two-b", "c.d_e"), value), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(flow, block), answers, (text, list) => {
      let now: string = text;
      for (const [[id, owner], fact, each] of list) {
        const { text: next, problems } = answered(now, id, owner, fact, each);
        expect(problems.filter((p) => p.code !== "conflict")).toEqual([]);
        expect(graphOf(next)).toBeDefined();
        now = next;
      }
      const kept = text.split("\n").filter((line) => line.includes("#"));
      const comments = kept.map((line) => line.slice(line.indexOf("#")));
      expect(comments.every((comment) => now.includes(comment))).toBe(true);
    }),
    { numRuns: 25, seed: 7 },
  );
});
