import { decide, inquire, readAnswer, sayInquiry, type Decide, type Inquiry } from "@cleartitle/engine";
import { answerTitleFile, bearerOf, readTitleFile, type TitleGraph } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

const catalogue = realCatalogue();
const file = "cleartitle.yaml";
const graphOf = (text: string): TitleGraph => {
  const { graph, problems } = readTitleFile(text, { file, taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  return graph!;
};
const ask = (text: string, use: string, options: Parameters<typeof inquire>[3] = {}): Inquiry => inquire({ graph: graphOf(text), catalogue }, use, decide, options);

const text = `us: acme
parties: [ { id: acme, kind: company } ]
assets:
  - { id: works, kind: dataset, license: NONE, upstream: complete }
  - { id: other, kind: dataset, license: NONE, upstream: complete }
  - { id: base, kind: model, license: LicenseRef-Llama-3.1, licensor: meta, upstream: complete }
  - { id: m, kind: model, upstream: complete }
derivations:
  - { id: d1, from: [ works, other ], to: m, by: train, on: "2026-02-01", in: US, purpose: commercial, field: general }
  - { id: d2, from: base, to: answers, by: distil, on: "2026-02-01", in: US, purpose: commercial }
uses:
  train: { of: works, actions: [ train-on ], purpose: commercial, in: [ US, DE ], on: "2026-03-01" }
  host: { of: m, actions: [ host ], purpose: commercial, in: [ US ], on: "2026-03-01" }
  llama: { of: base, actions: [ host ], purpose: commercial, field: general, in: [ US ], on: "2026-03-01" }
`;
const names = (inquiry: Inquiry): string[] => inquiry.questions.map((q) => `${q.fact}@${q.of}`);

describe("what is asked", () => {
  const inquiry = ask(text, "train");
  const of = (fact: string) => inquiry.questions.find((q) => q.fact === fact)!;

  test("each fact once, of what bears it: an asset's fact of the asset, an act's of the act", () => {
    expect(names(inquiry)).toEqual([...new Set(names(inquiry))]);
    expect(names(inquiry)).toEqual(expect.arrayContaining(["source.lawful_access@works", "use.transformative@train", "retention.deleted_when_done@train", "market.dilution_evidence@works"]));
    expect([of("source.lawful_access").bearer, of("use.transformative").bearer, of("retention.deleted_when_done").control]).toEqual(["asset", "use", "undertaking"]);
  });

  test("with the rules that wait for it, and only where they are law", () => {
    expect(of("source.lawful_access").needs.map((n) => [n.instrument, n.as, n.cite, n.needs, n.territories])).toEqual([
      ["de.urhg.44b", "excepted", "UrhG s.44b(1)-(3)", "true", ["DE"]],
      ["eu.dsm.art4", "excepted", "Dir. (EU) 2019/790 art. 4(1)-(3)", "true", ["DE"]],
    ]);
    expect(of("use.transformative").needs.map((n) => [n.instrument, n.norm])).toEqual([["us.c107", "training"]]);
    expect(of("use.transformative").needs[0]!.territories).toContain("US-CA");
  });

  test("an asset in several acts is asked by itself, and a past act by its name", () => {
    const past = ask(text, "host", { most: 100 });
    expect(names(past)).toEqual(expect.arrayContaining(["market.dilution_evidence@works", "market.dilution_evidence@other", "use.transformative@host", "use.transformative@d1"]));
    expect(past.questions.find((q) => q.fact === "use.transformative" && q.of === "d1")!.needs).toMatchObject([{ as: "past", act: "d1" }, { as: "past", act: "d1" }]);
  });

  test("amounts by the bounds of the text", () => {
    const llama = ask(text, "llama", { most: 100 });
    const users = llama.questions.find((q) => q.type === "quantity")!;
    expect([users.of, users.answers.map((a) => a.value)]).toEqual(["acme", ["..700000000", "700000001.."]]);
  });

  test("nothing where nothing is lacking", () => {
    const settled = ask(text.replace("license: NONE, upstream: complete }", "license: CC0-1.0, licensor: lib, upstream: complete }"), "train");
    expect(settled.decision).toBe("cleared");
    expect(settled.questions).toEqual([]);
  });
});

describe("what answers would do", () => {
  const inquiry = ask(text, "train", { effects: true, most: 100 });

  test("what settles most comes first", () => {
    const settled = inquiry.questions.map((q) => Math.max(0, ...q.answers.map((a) => (a.effects ?? []).flatMap((e) => (e.after === "unresolved" ? [] : e.territories)).length)));
    expect(settled).toEqual(settled.toSorted((a, b) => b - a));
    expect(settled[0]).toBeGreaterThan(0);
  });

  test("is what comes of it when it is written into the file", () => {
    const graph = graphOf(text);
    const places = new Map(inquiry.byTerritory.flatMap((t) => t.territories.map((p) => [p, t.decision] as const)));
    const told = inquiry.questions.flatMap((question) => question.answers.map((answer) => ({ question, answer })));
    expect(told.length).toBeGreaterThan(10);
    for (const { question, answer } of told) {
      const definition = catalogue.taxonomies.facts.get(question.fact);
      const value = readAnswer(answer.value, question.type, definition?.values ?? null)!;
      const of = bearerOf(graph, question.of, definition?.of ?? "actor")!;
      const written = answerTitleFile(text, [{ fact: question.fact, of, value }], { by: null, recordedAt: "2026-02-01" }, { file, taxonomies: catalogue.taxonomies });
      expect(written.problems).toEqual([]);
      const after = decide({ graph: graphOf(written.text), catalogue }, "train", { withoutRange: true });
      const now = after.byTerritory.flatMap((t) => t.territories.filter((p) => places.get(p) !== t.decision).map((p) => `${p} ${t.decision}`)).toSorted();
      expect([answer.write, now]).toEqual([answer.write, answer.effects!.flatMap((e) => e.territories.map((p) => `${p} ${e.after}`)).toSorted()]);
    }
  });

  test("an answer never opens what was settled", () => {
    const before = inquiry.questions.flatMap((q) => q.answers).flatMap((a) => a.effects!).map((e) => e.before);
    expect(before.length).toBeGreaterThan(0);
    expect(new Set(before)).toEqual(new Set(["unresolved"]));
  });

  test("within a budget, whole questions at a time, and what is left is said", () => {
    let asked = 0;
    const counting: Decide = (...args) => {
      asked += 1;
      return decide(...args);
    };
    const cut = inquire({ graph: graphOf(text), catalogue }, "train", counting, { effects: true, most: 4, budget: 5 });
    expect(asked).toBe(1 + 4);
    expect(cut.questions).toHaveLength(4);
    expect(cut.cut).toEqual({ questions: inquiry.questions.length - 4, answers: 4 });
    expect(cut.questions.flatMap((q) => q.answers).filter((a) => a.effects === null)).toHaveLength(4);
  });

  test("the same bytes each time", () => {
    expect(JSON.stringify(ask(text, "train", { effects: true, most: 100 }))).toBe(JSON.stringify(inquiry));
  });
});

test("in words: the question, why it matters, what an answer does, how it is recorded", () => {
  const said = sayInquiry(ask(text, "train", { effects: true, most: 3 }), file, { width: 400 });
  expect(said).toMatch(/✔|◐|\?|✖/);
  expect(said).toContain("Not told: ");
  expect(said).toMatch(/opens the exception 17 USC 107 \(us\.c107\/training\)/);
  expect(said).toMatch(/true → .*unresolved → blocked/);
  expect(said).toContain(`record: cleartitle answer ${file} --use train `);
});

describe("answers as they are written", () => {
  const cases: readonly [string, Parameters<typeof readAnswer>[1], readonly string[] | null, ReturnType<typeof readAnswer>][] = [
    ["yes", "boolean", null, true], ["false", "boolean", null, false], ["perhaps", "boolean", null, null], ["photo", "enum", ["photo"], "photo"], ["picture", "enum", ["photo"], null],
    ["1..5", "quantity", null, { atLeast: 1, atMost: 5 }], ["..5", "quantity", null, { atLeast: null, atMost: 5 }], ["7", "quantity", null, { atLeast: 7, atMost: 7 }], ["5..1", "quantity", null, null], ["..5 EUR", "quantity", null, { atLeast: null, atMost: 5, unit: "EUR" }], ["5 eur", "quantity", null, null], ["5 EUR ", "quantity", null, null],
    ["..", "quantity", null, null], ["1.5.", "quantity", null, null], ["many", "quantity", null, null], ["3.5", "number", null, 3.5], ["x", "number", null, null], ["MIT", "license", null, "MIT"], [" ", "text", null, null],
  ];
  test.each(cases)("%s as %s", (written, type, values, expected) => expect(readAnswer(written, type, values)).toEqual(expected));
});
