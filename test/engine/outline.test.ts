import { decide, type Decision, outline, outlineSchema, sayOutline, sayOutlineInMarkdown, type World } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

function worldOf(text: string): World {
  const catalogue = realCatalogue();
  const { graph, problems } = readTitleFile(text, { file: "outline.yaml", taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  return { graph: graph!, catalogue };
}

const text = (id: string, norms: string): string => `
  - id: LicenseRef-${id}
    kind: license
    title: ${id}
    source: [{ what: made up, where: this test }]
    verified: primary
    reviewed: "2026-01-01"
    rest: silent
    speaksOf: { training: true, outputs: true, weights: true }
    bindsBy: [reliance]
    reach: { materials: { include: product, merge: derivative, finetune: derivative, copy: materials }, derivative: { include: product } }
    norms:
      - { id: all, permit: { actions: [host, distribute, run, reproduce, adapt] }, on: [materials, derivative], cite: "1" }
${norms}`;
const named = (token: string): string => `      - { id: name, oblige: { do: name-prefix, text: "Begin the name with ${token}", token: ${token}, due: with, reading: concurrent, control: own, object: inner }, on: [derivative], when: [host], cite: "2" }`;

const stranger = (id: string, by: string, from: readonly string[], to: string): string => `\n  - { id: ${id}, from: [${from.join(", ")}], to: ${to}, by: ${by}, who: somebody }`;

/** Two models under each of two texts, and what was made of them on the way to a product. */
const product = (derivations: string, texts: string): string => `
us: acme
parties: [{ id: acme }, { id: somebody }]
assets:
${["one", "two"].flatMap((of) => ["a", "b"].map((id) => `  - { id: ${id}-${of}, kind: model, license: LicenseRef-${of}, upstream: complete }`)).join("\n")}
${["m1", "m2", "m3"].map((id) => `  - { id: ${id}, kind: model, license: CC0-1.0, upstream: complete }`).join("\n")}
  - { id: product, kind: product, license: CC0-1.0, upstream: complete }
derivations:${derivations}${["m1", "m2", "m3"].map((from) => stranger(`into-${from}`, "include", [from], "product")).join("")}
instruments:${texts}
uses:
  serve: { of: product, actions: [host], purpose: commercial, in: [GB], on: "2026-06-01" }
`;

const apart = [stranger("d1", "finetune", ["a-one"], "m1"), stranger("d2", "finetune", ["a-two"], "m2")].join("");

const isClash = ({ outcome }: { readonly outcome: string }): boolean => /cannot/.test(outcome);

describe("what one thing of each kind says", () => {
  test.each<readonly [string, string, { readonly clash: boolean; readonly kinds: number }]>([
    // The nearest of each kind are apart, and others of theirs bear their duties on one thing.
    ["names that cannot both be borne by what two were merged into", product(`${apart}${stranger("d3", "merge", ["b-one", "b-two"], "m3")}`, text("one", named("Alpha")) + text("two", named("Beta"))), { clash: true, kinds: 6 }],
    ["names that are borne by different things", product(`${apart}${stranger("d3", "finetune", ["b-one"], "m1")}${stranger("d4", "finetune", ["b-two"], "m2")}`, text("one", named("Alpha")) + text("two", named("Beta"))), { clash: false, kinds: 5 }],
    ["names that go together", product(`${apart}${stranger("d3", "merge", ["b-one", "b-two"], "m3")}`, text("one", named("Alpha")) + text("two", named("Alpha"))), { clash: false, kinds: 4 }],
  ])("%s", (_, file, { clash, kinds }) => {
    const world = worldOf(file);
    const [told, whole] = [outline(world, "serve"), decide(world, "serve", { claimBudget: 0, withoutRange: true })];
    expect([told.decision.decision, told.decision.reasons.some(isClash), told.kinds.length]).toEqual([whole.decision, clash, kinds]);
    expect(whole.reasons.some(isClash)).toBe(clash);
  });
});

/** What is told of whatever a reason is of. */
const toldBy = ({ reasons }: Decision): string[] => [...new Set(reasons.map(({ tense, layer, action, instrument, outcome, decision }) => `${tense} ${layer} ${action} ${instrument} ${outcome} ${decision}`))].toSorted();
const only = (condition: string): string => text("one", "").replace("on: [materials, derivative]", `on: [materials, derivative], if: ${condition}`);
const dated = (id: string, from: string, to: string, on: string): string => `\n  - { id: ${id}, from: [${from}], to: ${to}, by: finetune, who: somebody, on: "${on}", in: GB }`;
const ours = (id: string, by: string, from: string, to: string): string => stranger(id, by, [from], to).replace("somebody", "acme");

describe("what tells two things apart of which the same is recorded", () => {
  test.each<readonly [string, string, number]>([
    // The product, the models that came of acts, the one that came of none, and what is under texts.
    ["a fact of what came of them", product(`${stranger("d1", "copy", ["a-one"], "m1")}${stranger("d2", "copy", ["b-one"], "m2")}`, only("{ fact: index.stores-expression, of: object, is: true }") + text("two", "")).replace("{ id: m1, ", "{ id: m1, facts: { index.stores-expression: true }, "), 6],
    ["the day on which something was trained on them", product(`${dated("d1", "a-one", "m1", "2024-02-01")}${dated("d2", "b-one", "m2", "2026-02-01")}`, only('{ date: training, from: "2025-01-01" }') + text("two", "")), 5],
    ["no day of that, where nothing asks for it", product(`${dated("d1", "a-one", "m1", "2024-02-01")}${dated("d2", "b-one", "m2", "2026-02-01")}`, text("one", "") + text("two", "")), 4],
    ["what a text under which we made them says of whose they are", product(`${ours("d1", "finetune", "a-one", "m1")}${ours("d2", "finetune", "a-two", "m2")}`, text("one", '      - { id: taken, assign: { what: derivative, to: licensor }, cite: "3" }') + text("two", "")).replaceAll(/(id: m\d, kind: model), license: CC0-1.0/g, "$1"), 6],
  ])("%s", (_, file, kinds) => {
    const world = worldOf(file);
    const [told, whole] = [outline(world, "serve"), decide(world, "serve", { claimBudget: 0, withoutRange: true })];
    expect([toldBy(told.decision), told.decision.byTerritory.map((each) => each.decision), told.kinds.length]).toEqual([toldBy(whole), whole.byTerritory.map((each) => each.decision), kinds]);
  });
});

describe("as it is told", () => {
  const told = outline(worldOf(product(`${apart}${stranger("d3", "finetune", ["b-one"], "m1")}${stranger("d4", "finetune", ["b-two"], "m2")}`, text("one", "") + text("two", ""))), "serve");

  test("it is what its schema says", () => {
    const validate = new Ajv2020({ strict: false }).compile(outlineSchema);
    expect([validate(JSON.parse(JSON.stringify(told))), validate.errors]).toEqual([true, null]);
  });

  test("each thing that it names tells for how many it stands", () => {
    expect(told.things).toBe(8);
    expect(told.kinds.reduce((sum, { things }) => sum + things, 0)).toBe(8);
    expect(sayOutline(told)).toMatch(/Outline\n8 things went into `product`, itself included, of \d kinds\./);
    expect(sayOutlineInMarkdown(told)).toContain("## Outline");
    expect(sayOutline(told)).toContain("a-one: 2 things");
  });
});
