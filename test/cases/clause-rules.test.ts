import { checkDeal, compileDeal, readDeal } from "@cleartitle/agreements";
import { expect, test } from "vitest";
import { catalogue, library } from "./clause-house.js";

type Topics = Readonly<Record<string, object>>;

const term = (with_: object = {}): object => ({ version: "neutral", with: { from: "2026-01-01", ...with_ } });

/** A deal in which no rule is met. */
const sound: Topics = { "permitted-acts": { version: "neutral" }, improvements: { version: "neutral" }, "term-and-renewal": term(), termination: { version: "neutral" }, "model-after-term": { version: "neutral" }, audit: { version: "neutral" } };

function rulesMet(topics: Topics, on: string): number[] {
  const deal = { id: "deal", title: "A deal", written: "2026-01-01", parties: [{ id: "maker", role: "licensor" }, { id: "acme", role: "licensee" }], assets: [{ id: "corpus", kind: "dataset", layers: ["copyright"] }], topics };
  const { file, problems } = readDeal(JSON.stringify(deal), { file: "deal.yaml", library, taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  const { compiled } = compileDeal(file!, { library, taxonomies: catalogue.taxonomies });
  return checkDeal({ deal: file!.deal, library, compiled: compiled!, on }).findings.flatMap((finding) => finding.rule ?? []);
}

const { improvements: _improvements, ...withoutOwner } = sound;
const { audit: _audit, ...withoutAudit } = sound;
const share = { version: "licensor", with: { fee: "USD 1000" } };

const cases: readonly (readonly [what: string, met: readonly number[], topics: Topics, on?: string])[] = [
  ["a sound deal", [], sound],
  ["1: training, and nobody owns the weights", [1], withoutOwner],
  ["1: an own text may say it", [], { ...withoutOwner, improvements: { own: { text: ["Weights are Acme's."], says: ["owns-weights"], norms: [{ id: "w", at: 1, assign: { what: "derivative", to: "licensee" } }] } } }],
  ["2: without end, and ended by a breach", [2], { ...sound, "term-and-renewal": { version: "licensee", with: { from: "2026-01-01" } }, termination: { version: "licensor" } }],
  ["2: models without end, and ended by a breach", [2], { ...sound, "model-after-term": { version: "licensee" }, termination: { version: "licensor" } }],
  ["3: all derived is deleted, and models live", [3], { ...sound, deletion: { version: "licensor" } }],
  ["3: copies are deleted, and models live", [], { ...sound, deletion: { version: "neutral" } }],
  ["4: the higher cap is lower", [4], { ...sound, "liability-caps": { version: "neutral", with: { general: 4, supercap: 2 } } }],
  ["4: capped and without limit", [4], { ...sound, "liability-caps": { version: "neutral", with: { "super-listed": ["fraud"], unlimited: ["fraud"] } } }],
  ["4: a list that the version does not speak of is no term", [], { ...sound, "liability-caps": { version: "licensor", with: { general: 4 } } }],
  ["5: a share that nobody may audit", [5], { ...withoutAudit, price: share }],
  ["5: a share that is audited", [], { ...sound, price: share }],
  ["6: most favored of what", [6], { ...sound, "most-favored": { version: "licensee" } }],
  ["6: most favored with a measure", [], { ...sound, "most-favored": { version: "neutral" } }],
  ["9: notice longer than the renewal", [9], { ...sound, "term-and-renewal": term({ renewal: "P1M", notice: "P90D" }) }],
  ["9: notice longer than the first term", [9], { ...sound, "term-and-renewal": term({ initial: "P1M", notice: "P32D" }) }, "2025-11-01"],
  ["9: the day of notice is past", [9], sound, "2027-11-15"],
  ["10: two minimums", [10], { ...sound, price: { version: "licensor", with: { fee: "USD 1000", minimum: "USD 5" } }, minimums: { version: "neutral", with: { minimum: "USD 6" } } }],
  ["10: the same minimum twice", [], { ...sound, price: { version: "licensor", with: { fee: "USD 1000", minimum: "USD 6" } }, minimums: { version: "neutral", with: { minimum: "USD 6" } } }],
  ["11: cover that rests on a switch", [11], { ...sound, "output-indemnity": { version: "neutral" }, regurgitation: { version: "licensee" } }],
  ["12: a trigger without a window", [12], { ...sound, "dynamic-terms": { version: "licensor" } }],
  ["14: law here, seat there", [14], { ...sound, "governing-law": { version: "neutral", with: { law: ["GB"], seat: ["FR"] } } }],
  ["14: law and seat in one place", [], { ...sound, "governing-law": { version: "neutral", with: { law: ["GB"], seat: ["GB"] } } }],
];

test.each(cases.map(([what, met, topics, on = "2026-06-01"]) => ({ what, met, topics, on })))("$what", ({ met, topics, on }) => {
  expect(rulesMet(topics, on)).toEqual(met);
});

test("of fifteen rules those that need more than a deal say so", () => {
  expect(library.rules.map((rule) => rule.number)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  expect(library.rules.filter((rule) => rule.needs !== undefined).map((rule) => rule.number)).toEqual([7, 8, 13, 15]);
});
