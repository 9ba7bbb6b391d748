import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultCatalogueDir, openCatalogue } from "@cleartitle/catalogue";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadClauses } from "../clause/library.js";
import { compileDeal } from "../compile/compile.js";
import { readDeal } from "./read-deal.js";

const { taxonomies } = openCatalogue().catalogue!;
const { library } = loadClauses(defaultCatalogueDir()!, taxonomies);

const read = (text: string) => readDeal(text, { file: "deal.yaml", library: library!, taxonomies });

const head = `id: d
title: A deal
written: "2026-01-01"
parties: [{ id: maker, role: licensor }, { id: acme, role: licensee }]
assets: [{ id: corpus, kind: dataset, layers: [copyright] }]
`;

describe("a deal file", () => {
  test("tells all that is wrong at once, each at its place", () => {
    const { file, problems } = read(`id: d
title: A deal
written: "2026-01-01"
parties: [{ id: maker, role: licensor }, { id: maker, role: trustee }]
assets: [{ id: corpus, kind: datasett, layers: [copyright] }]
topics:
  permited-acts: { version: neutral }
  permitted-acts: { version: neutral, with: { acts: [trian-on], seats: 5 } }
  field-of-use: { version: licensor }
  term-and-renewal: { version: neutral, with: { from: "2026-02-30", initial: P60Y, notice: soon } }
`);
    expect(file).toBeNull();
    expect(problems.map((p) => [p.line, p.code, p.message])).toEqual([
      [4, "missing-key", "a deal has one licensee, and this one has 0"],
      [4, "duplicate-id", "the id `maker` is given twice"],
      [5, "unknown-name", "there is no kind of asset `datasett`"],
      [7, "unknown-name", "there is no topic `permited-acts`"],
      [8, "unknown-name", "there is no `trian-on` among acts"],
      [8, "unknown-name", "the topic `permitted-acts` has no field `seats`"],
      [9, "missing-key", "`field-of-use` does not say `fields` (fields of use)"],
      [10, "impossible-date", "`2026-02-30` is no date"],
      [10, "bad-value", "`P60Y` lies outside of what a version of the house is meant for: from `P1M` to `P10Y`"],
      [10, "bad-duration", "`soon` is no duration"],
    ]);
    expect(problems[3]!.hint).toContain("permitted-acts");
  });

  test.each([
    ["a topic in no version and no text", "topics: { permitted-acts: {} }", "a topic is taken in a `version` of the house, or in an `own` text"],
    ["a topic in both", "topics: { permitted-acts: { version: neutral, own: { text: [Any use.] } } }", "a topic is taken in a `version` of the house, or in an `own` text"],
    ["an unknown version", "topics: { permitted-acts: { version: balanced } }", "`balanced` is no name known here"],
    ["a parameter in a text of one's own", "topics: { permitted-acts: { own: { text: ['Within {{days}}.'] } } }", "there is no parameter `days` in a text of one's own"],
    ["a sentence that is not there", "topics: { permitted-acts: { own: { text: [One.], notes: [{ at: 2, why: this is a note about nothing }] } } }", "there is no sentence 2"],
  ])("%s", (_what, text, message) => {
    expect(read(`${head}${text}\n`).problems.map((p) => p.message)).toContain(message);
  });

  test("assets of one kind in different layers are two deals", () => {
    const { problems } = read(head.replace("layers: [copyright] }]", "layers: [copyright] }, { id: more, kind: dataset, layers: [related] }]") + "topics: {}\n");
    expect(problems).toMatchObject([{ code: "contradiction", line: 5 }]);
  });

  test.each(["", "[]", "a: [", "\u0000", "topics: *x", `${head}topics: ${"[".repeat(60)}`])("what is no deal is a problem: %j", (text) => {
    const { file, problems } = read(text);
    expect(file).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });
});

const compiled = (topics: string, assets = "") => compileDeal(read(head.replace("[copyright] }]", `[copyright] }${assets}]`) + topics).file!, { library: library!, taxonomies }).compiled!;

describe("what is compiled", () => {
  test("days are counted from the bounds that clauses set", () => {
    const { dates, instrument } = compiled(`topics: { term-and-renewal: { version: neutral, with: { from: "2026-01-01", initial: P2Y, notice: P60D } } }\n`);
    expect(instrument.term).toEqual({ from: "2026-01-01", to: "2027-12-31" });
    expect(dates.map((each) => [each.on, each.id])).toEqual([["2026-01-01", "first-day"], ["2027-11-01", "notice-by"], ["2027-12-31", "last-day"], ["2028-12-31", "renewed-until"]]);
  });

  test("without an end a day that hangs on it waits, and what rests on it is listed", () => {
    const made = compiled(`topics: { permitted-acts: { version: neutral }, model-after-term: { version: neutral }, term-and-renewal: { version: licensee, with: { from: "2026-01-01" } } }\n`);
    expect(made.instrument.norms.map((norm) => norm.id)).not.toContain("model-after-term.kept");
    expect(made.notCompiled.map((note) => note.why)).toContain("the deal says nothing of `end`, on which `kept` rests");
    expect(compiled("topics: { model-after-term: { version: licensor } }\n").dates).toMatchObject([{ id: "models-gone", on: null, waitsFor: "end" }]);
  });

  test("each kind of asset is granted in its own layers, and what survives names them all", () => {
    const { instrument } = compiled(`topics: { permitted-acts: { version: neutral }, model-after-term: { version: licensee } }\n`, ", { id: base, kind: model, layers: [copyright, patent] }");
    const granted = instrument.norms.flatMap((norm) => (norm.kind === "permit" && norm.id.startsWith("permitted-acts.models") ? [[norm.id, norm.permit.layers, norm.if]] : []));
    expect(granted).toEqual([["permitted-acts.models.dataset", ["copyright"], { kind: ["dataset"] }], ["permitted-acts.models.model", ["copyright", "patent"], { kind: ["model"] }]]);
    const kept = instrument.norms.find((norm) => norm.kind === "survive")!;
    expect(kept.kind === "survive" && kept.survive.norms).toEqual(expect.arrayContaining(["permitted-acts.models.dataset", "permitted-acts.models.model"]));
  });
});

const made = (topics: string, signed = "") => compileDeal(read(head + signed + topics).file!, { library: library!, taxonomies });

const term = (date: string): string => `term-and-renewal: { version: neutral, with: { from: "2026-01-01" } }, termination: { own: { text: [It ends.], dates: [${date}] } }`;

describe("what a text of one's own may not do", () => {
  test("a deal that does not say when it begins covers nothing before it is signed", () => {
    expect(made("topics: {}\n").compiled!.instrument.term).toEqual({ from: "2026-01-01" });
    expect(made("topics: {}\n", 'signed: { on: "2026-02-03", evidence: contract 17 }\n').compiled!.instrument.term).toEqual({ from: "2026-02-03" });
  });

  test("an end on a day that nobody has said leaves every act unknown", () => {
    const { compiled: open } = made("topics: { termination: { own: { text: [It ends with the launch.], dates: [{ id: last, at: 1, what: the last day, on: launch, sets: end }] } } }\n");
    expect(open!.instrument.unsupported).toEqual([{ what: "It ends with the launch.", cite: "38.1" }]);
  });

  test.each(["{ id: last, at: 1, what: the last day, on: \"2026-06-30\", sets: end }", "{ id: last, at: 1, what: the last day, on: launch, sets: end }"])("two last days are a contradiction: %s", (date) => {
    expect(made(`topics: { ${term(date)} }\n`)).toMatchObject({ compiled: null, problems: [{ code: "contradiction", pointer: "/topics/termination" }] });
  });

  test.each([
    ["permits in a layer that is not licensed", "{ id: more, at: 1, permit: { actions: [run], layers: [patent] } }", "not-allowed"],
    ["takes back from a permit that there is not", "{ id: less, at: 1, except: { from: [nothing] } }", "dangling-reference"],
    ["lets outlast what there is not", "{ id: long, at: 1, survive: { norms: [nothing], after: [term] } }", "dangling-reference"],
  ])("a norm that %s", (_what, norm, code) => {
    expect(made(`topics: { outputs: { own: { text: [So it is.], norms: [${norm}] } } }\n`).problems).toMatchObject([{ code, pointer: "/topics/outputs" }]);
  });

  test("what is taken back from an end that is not said could be any act", () => {
    const { compiled: open } = made("topics: { permitted-acts: { version: neutral }, outputs: { own: { text: [Less after the end.], norms: [{ id: less, at: 1, except: { from: [permitted-acts.acts] }, if: { date: act, from: '{{end}}' } }] } } }\n");
    expect(open!.notCompiled).toMatchObject([{ topic: "outputs", touches: "all" }]);
  });
});

const outlasting = (topics: string): Record<string, readonly string[]> => Object.fromEntries(compiled(topics).instrument.norms.flatMap((norm) => (norm.kind === "survive" ? [[norm.id, norm.survive.norms]] : [])));

describe("what outlasts the deal", () => {
  test("of a permit for several parts the one part, under its bans, and no ban goes with an end before the term", () => {
    const kept = outlasting(`topics: { permitted-acts: { version: neutral }, model-after-term: { version: licensee }, field-of-use: { version: licensor, with: { fields: [medical] } }, model-scope: { version: licensor, with: { models: [reader] } } }\n`);
    expect(kept["model-after-term.kept-however"]).toEqual(["permitted-acts.testing.derivative", "permitted-acts.models", "model-scope.no-successor", "field-of-use.banned"]);
    expect(kept["terms-after-end"]).toEqual(["model-scope.other-models", "model-scope.no-successor", "field-of-use.banned"]);
  });

  test("what is only kept brings no other ban along", () => {
    expect(outlasting(`topics: { deletion: { version: licensee }, territory: { version: neutral }, improvements: { version: neutral } }\n`)["deletion.retained-after"]).toEqual(["deletion.retained", "territory.hosted"]);
  });
});

describe("the library", () => {
  const dir = mkdtempSync(join(tmpdir(), "clauses-"));
  const topic = join(dir, "clauses", "topics", "05-field-of-use.yaml");
  let whole = "";
  beforeAll(() => {
    cpSync(join(defaultCatalogueDir()!, "clauses"), join(dir, "clauses"), { recursive: true });
    whole = readFileSync(topic, "utf8");
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each([
    ["a sentence that nothing carries", (text: string) => text.replace("limits: [{ at: 1, if", "limits: [{ at: 2, if"), "nothing carries sentence 1"],
    ["a parameter that nobody declares", (text: string) => text.replace("with notice of {{notice}}", "with notice of {{warning}}"), "there is no parameter `warning` in `field-of-use`"],
    ["a field that nobody uses", (text: string) => text.replace("fields:\n", "fields:\n  spare: { type: number, is: spare, default: 1 }\n"), "no version uses the field `spare`"],
    ["what binds and is not said", (text: string) => text.replace("is used for {{banned}}", "is used for harm"), "`banned` is used by what is compiled and not said in the text"],
    ["a default that no field of use is", (text: string) => text.replace("default: [military,", "default: [militry,"), "there is no `militry` among fields"],
    ["a fallback to what is out of range", (text: string) => text.replace("{ notice: P90D }", "{ notice: P9Y }"), "`P9Y` lies outside of what a version of the house is meant for: from `P14D` to `P180D`"],
    ["a source that is none", (text: string) => text.replace("[RAIL,", "[RALI,"), "there is no source `RALI`"],
    ["a topic beside it that there is not", (text: string) => text.replace("interplay: [", "interplay: [nothing, "), "there is no other topic `nothing`"],
    ["a duty of no kind", (text: string) => text.replace("do: inform", "do: whisper"), "there is no kind of duty `whisper`"],
  ])("refuses %s", (_what, broken, message) => {
    const changed = broken(whole);
    expect(changed).not.toBe(whole);
    writeFileSync(topic, changed);
    const { library: none, problems } = loadClauses(dir, taxonomies);
    writeFileSync(topic, whole);
    expect(none).toBeNull();
    expect(problems.map((p) => p.message)).toContain(message);
    expect(problems.every((p) => p.file === "clauses/topics/05-field-of-use.yaml" && p.line !== null)).toBe(true);
  });
});
