import { decide, decideByReference } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { readTitleFile } from "@cleartitle/title";
import { expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

const tried = (by: string): string => `
us: acme
parties: [{ id: acme, kind: company }]
assets: [{ id: base, kind: model, license: LicenseRef-Llama-2 }]
derivations: [{ id: tried, from: [base], by: ${by}, who: acme, on: "2026-02-01", in: US, purpose: commercial }]
uses: { serve: { of: base, actions: [host], purpose: commercial, in: [US], on: "2026-06-01" } }
`;

test.each([
  // The outputs that it was trained on are in the model that nobody recorded, and what went into them is asked about.
  ["distil", ["reproduce", "run", "train-on"]],
  ["generate", ["run"]],
  ["finetune", ["adapt"]],
])("an act `%s` that left no result is judged by both evaluators alike", (by, actions) => {
  const catalogue = realCatalogue();
  const { graph, problems } = readTitleFile(tried(by), { file: "tried.yaml", taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  const world = { graph: graph!, catalogue };
  const decision = decide(world, "serve", { fullProof: true });
  expect(canonicalJson(decision)).toBe(canonicalJson(decideByReference(world, "serve", { fullProof: true })));
  expect([...new Set(decision.exposure.map(({ action }) => action))].toSorted()).toEqual(actions);
});
