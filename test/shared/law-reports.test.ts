import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { realCatalogue } from "../cases/case-file.js";

/** The compiled matrix, questionnaires and layers of protection against the records made of them. */
const read = (name: string): unknown => parse(readFileSync(fileURLToPath(new URL(`../../../shared/facts/law/${name}`, import.meta.url)), "utf8"));
const catalogue = realCatalogue();

const { matrix, levels, codes } = read("risk_matrix.yaml") as { readonly matrix: Record<string, Record<string, { level: string; reasons: string[] }>>; readonly levels: Record<string, string>; readonly codes: Record<string, string> };
describe("risk", () => {
  const record = catalogue.risks!.get("source-risk")!;
  const places: Readonly<Record<string, string>> = { UK: "GB" };
  test("every cell of 13 × 13, with its level and reasons, and a word for every reason", () => {
    const wanted = Object.entries(matrix).map(([id, row]) => [id, Object.fromEntries(Object.entries(row).map(([place, { level, reasons }]) => [places[place] ?? place, { level: levels[level], reasons }]))]);
    expect(record.types.map(({ id, cells }) => [id, cells])).toEqual(wanted);
    expect(record.types.flatMap((t) => Object.values(t.cells))).toHaveLength(169);
    expect(Object.keys(record.reasons).toSorted()).toEqual(Object.keys(codes).toSorted());
  });
});

interface Compiled {
  readonly questionnaires: readonly { readonly id: string; readonly questions: readonly { readonly id: string; readonly decided_by: string }[] }[];
  readonly layered_protection: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
const compiled = read("questionnaires.yaml") as Compiled;
/** Compiled question → ours; two that are asked as one, or decided by what is no fact here, say so. */
const asked: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  us_fair_use: { G1: "expression", G2: "act", A1: "source", F1a: "purpose", F1b: "competition", F1c: "commerce", F1d: "guardrails", F2: "nature", F3: "amount", F3b: "need", F4a: "substitution", F4b: "dilution", F4c: "license-market" },
  eu_tdm: { E1: "place", E2: "matter", E3: "license", E4: "access", E5: "analysis", E6: "research", E7: "reservation", E8: "deletion", E9: "market", E10: "memory" },
  human_authorship: { H1: "person", H2: "contribution", H3: "choices", H4: "record", H5: "registration", H6: "owner" },
  derivative: { D1: "access", D2: "shared", D3: "recognized", D4: "character", D5: "exception", D6: "who", D7: "own" },
};
const ours: Readonly<Record<string, string>> = { us_fair_use: "us-fair-use", eu_tdm: "eu-mining", human_authorship: "human-authorship", derivative: "derivative-work" };
const facts: Readonly<Record<string, string>> = { "output.recognisable_elements": "output.recognizable-elements" };
/** The license record, the acts and their places are read themselves and asked of nobody as a fact. */
const readItself = new Set(["work.licence_covers_use", "act.place"]);

describe.each(compiled.questionnaires.map((q) => [q.id, q] as const))("questionnaire %s", (id, { questions }) => {
  const record = catalogue.questionnaires!.get(ours[id]!)!;
  test.each(questions.map((q) => [q.id, q] as const))("%s is asked, by the facts that decide it", (number, { decided_by: decidedBy }) => {
    const question = record.questions.find((q) => q.id === asked[id]![number])!;
    const named = decidedBy.startsWith("act:") ? [] : decidedBy.split(/,\s*/).filter((fact) => !fact.endsWith("*")).map((fact) => facts[fact] ?? fact);
    expect(named.filter((fact) => !readItself.has(fact) && !(question.facts ?? []).includes(fact))).toEqual([]);
    expect(named.some((fact) => readItself.has(fact)) && question.reads === undefined).toBe(false);
  });

  test("in their order", () => {
    const order = record.questions.map((q) => q.id).filter((each) => Object.values(asked[id]!).includes(each));
    expect(order).toEqual(questions.map((q) => asked[id]![q.id]));
  });
});

const kinds: Readonly<Record<string, string>> = { algorithm: "algorithm", training_data_set: "training-data", model_weights: "model-weights", prompts_and_workflows: "prompts-and-workflows", outputs: "outputs", persona_brand: "persona" };
const means: Readonly<Record<string, readonly string[]>> = {
  copyright: ["copyright"], compilation_copyright: ["compilation"], sui_generis_db: ["database right"], trade_secret: ["secrecy"], patent: ["patent"], trade_mark: ["mark"], contract: ["contract", "likeness"], technical_measures: ["technical measures", "marking"],
};
/** How a compiled word reads here. */
const applies: Readonly<Record<string, readonly string[]>> = {
  yes: ["yes"], no: ["no"], partly: ["partly"], doubtful: ["doubtful"], rare: ["doubtful"], depends: ["if"], "yes if": ["if"], "if invention": ["if"], duty: ["duty"], "name only": ["no"], "name of the model": ["partly"], "no for values": ["partly"], "design right": ["if"],
};
describe.each(Object.entries(compiled.layered_protection))("protection of %s", (kind, layers) => {
  test.each(Object.entries(layers))("%s", (layer, [word]) => {
    const record = catalogue.protections!.get(kinds[kind]!)!;
    const found = record.means.filter((each) => means[layer]!.includes(each.by));
    expect(found.length).toBeGreaterThan(0);
    expect(found.some((each) => applies[word!]!.includes(each.applies))).toBe(true);
  });
});
