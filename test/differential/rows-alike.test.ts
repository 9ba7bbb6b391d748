import { checker, decide, decideByReference, formOf, licenseReader } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { readTitleFile } from "@cleartitle/title";
import { expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

/** Two tools made alike by a stranger, and something more of the second. */
const two = (more: string): string => `
us: acme
parties: [{ id: acme }, { id: stranger }]
assets:
  - { id: notes-a, kind: dataset, license: CC-BY-NC-4.0 }
  - { id: notes-b, kind: dataset, license: CC-BY-NC-4.0 }
  - { id: elsewhere, kind: dataset }
  - { id: tool-a, kind: code, license: MIT }
  - { id: tool-b, kind: code, license: MIT }
derivations:
  - { id: made-a, from: [notes-a], to: tool-a, by: include, who: stranger, on: "2026-01-05", in: DE }
  - { id: made-b, from: [notes-b], to: tool-b, by: include, who: stranger, on: "2026-01-05", in: DE${more.startsWith(",") ? more : ""} }
${more.startsWith(",") ? "" : more}
uses:
  run-a: { of: tool-a, actions: [host], purpose: commercial, in: [DE], on: "2026-06-01" }
  run-b: { of: tool-b, actions: [host], purpose: commercial, in: [DE], on: "2026-06-01" }
`;

test.each([
  ["nothing", "", 1],
  ["an act of ours that left no result", `  - { id: tried, from: [notes-b], by: train, who: acme, on: "2026-02-01", in: DE, purpose: commercial }`, 2],
  ["an act of theirs that is recorded besides", `, acts: [{ act: evaluate, of: notes-b }]`, 2],
  ["that its license was taken for another's", `statements:\n  - { id: moved, about: elsewhere, what: license, value: MIT, rung: declared, supersedes: "notes-b:license" }`, 2],
  ["that a fact of it was taken for another's", `statements:\n  - { id: said-a, about: notes-a, what: "fact:model.memorises", value: true, rung: declared }\n  - { id: said-b, about: notes-b, what: "fact:model.memorises", value: true, rung: declared }\n  - { id: moved, about: elsewhere, what: "fact:model.memorises", value: true, rung: declared, supersedes: said-b }`, 2],
  ["that their act was cured", `events:\n  - { kind: cured, of: made-b, on: "2026-03-01" }`, 2],
])("a row is told of a question's like, and not where %s is recorded of one alone", (_, more, asked) => {
  const catalogue = realCatalogue();
  const { graph, problems } = readTitleFile(two(more), { file: "two.yaml", taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  const world = { graph: graph!, catalogue };
  const licenseOf = licenseReader(world.graph, catalogue, "2026-06-01");
  const licenses = new Map([...world.graph.assets.values()].map((asset) => [asset.id, licenseOf(asset)] as const));
  let judged = 0;
  const counted: typeof decide = (...question) => {
    judged += 1;
    return decide(...question);
  };
  const of = { options: {}, gate: { failOn: "blocked", on: "2026-06-01", waivers: [], baseline: null }, licenses, file: "", synthetic: false } as const;
  const uses = ["run-a", "run-b"];
  const each = checker(world, { ...of, decide });
  for (const words of [0, 1, Infinity]) {
    judged = 0;
    const once = checker(world, { ...of, decide: counted, formOf });
    expect(uses.map((use) => once(use, words).row)).toEqual(uses.map((use) => each(use, words).row));
    expect(judged).toBe(asked);
  }
  expect(uses.map((use) => canonicalJson(decide(world, use, {})))).toEqual(uses.map((use) => canonicalJson(decideByReference(world, use, {}))));
});

/** Two data sets of which nothing is recorded but what is given. */
const twoSets = (one: string, other: string, more = ""): string => `
us: acme
parties: [{ id: acme }]
assets:
  - { id: notes-a, kind: dataset${one} }
  - { id: notes-b, kind: dataset${other} }
${more}
uses:
  run-a: { of: notes-a, actions: [distribute], purpose: commercial, in: [DE], on: "2026-06-01" }
  run-b: { of: notes-b, actions: [distribute], purpose: commercial, in: [DE], on: "2026-06-01" }
`;
const terms = ", license: CC-BY-NC-4.0";

test.each([
  ["versions are each one's own", twoSets(`${terms}, version: first`, `${terms}, version: second`), 1, ["version first", "version second"]],
  ["one of two without a version is told of itself", twoSets(terms, `${terms}, version: second`), 2, ["notes-a (copyright)", "version second"]],
  ["and so is one with a version after one without", twoSets(`${terms}, version: first`, terms), 2, ["version first", "notes-b (copyright)"]],
  ["a name that stands in what is said is no other's", twoSets(terms, terms).replaceAll("notes-a", "copyright"), 2, ["distribute copyright (copyright)", "distribute notes-b (copyright)"]],
  ["nor is the name of a party", twoSets(`${terms}, licensor: right`, `${terms}, licensor: left`), 2, ["gives the right", "gives the right"]],
  ["a party of a name within a word is no matter", twoSets(`${terms}, licensor: igh`, `${terms}, licensor: left`), 1, ["notes-a", "notes-b"]],
])("in words %s", (_, text, asked, said) => {
  const catalogue = realCatalogue();
  const { graph, problems } = readTitleFile(text, { file: "two.yaml", taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  const world = { graph: graph!, catalogue };
  let judged = 0;
  const counted: typeof decide = (...question) => {
    judged += 1;
    return decide(...question);
  };
  const of = { options: {}, gate: { failOn: "blocked", on: "2026-06-01", waivers: [], baseline: null }, licenses: new Map(), file: "", synthetic: false } as const;
  const [once, each] = [checker(world, { ...of, decide: counted, formOf }), checker(world, { ...of, decide })];
  const rows = ["run-a", "run-b"].map((use) => once(use, Infinity).row);
  expect(rows).toEqual(["run-a", "run-b"].map((use) => each(use, Infinity).row));
  for (const [i, row] of rows.entries()) expect(row.reasons.map(({ says }) => says).join("\n")).toContain(said[i]);
  expect(judged).toBe(asked);
});
