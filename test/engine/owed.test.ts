import { decide, decideByReference, type Obligation, sayDecision, type World } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

const catalogue = realCatalogue();

/** A product of some things, shipped; `more`: other sections of its title file. */
function shipping(things: readonly string[], more = ""): World {
  const ids = things.map((thing) => /id: (\w+)/.exec(thing)![1]!);
  const { graph, problems } = readTitleFile(`
us: acme
parties: [{ id: acme }, { id: ann }, { id: ben }]
assets:
${things.map((thing) => `  - { kind: ${thing.includes("DeepSeek") ? "model" : "dataset"}, upstream: complete, ${thing} }`).join("\n")}
  - { id: product, kind: product, upstream: complete }
derivations: [{ from: [${ids.join(", ")}], to: product, by: include }]
uses: { ship: { of: product, actions: [distribute], purpose: commercial, in: [US], on: "2026-12-01" } }
${more}`, { file: "owed.yaml", taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  return { graph: graph!, catalogue };
}

/** To whom a duty is owed and what is left of it, by both evaluators. */
function owed(world: World, norm: string): string[] {
  const said = (obligations: readonly Obligation[]): string[] => obligations.filter((each) => each.norm === norm).map(({ creditor, state }) => `${creditor} ${state}`);
  const [compiled, reference] = [decide(world, "ship"), decideByReference(world, "ship")];
  expect(compiled.obligations).toEqual(reference.obligations);
  return said(compiled.obligations);
}

const kept = (of: string, to = ""): string => `events: [{ of: ${of}, kind: fulfilled, on: "2026-11-20", duty: "CC-BY-4.0#no-endorsement"${to} }]`;

describe("what is owed to several is owed to each of them", () => {
  test.each<[what: string, things: readonly string[], norm: string, owed: readonly string[], more?: string]>([
    ["two publishers of works under one license", ["id: a, license: CC-BY-4.0, licensor: ann", "id: b, license: CC-BY-4.0, licensor: ben"], "attribution", ["ann open", "ben open"]],
    ["one publisher of two works", ["id: a, license: CC-BY-4.0, licensor: ann", "id: b, license: CC-BY-4.0, licensor: ann"], "attribution", ["ann open"]],
    ["works alike but for their publishers", ["id: a, license: CC-BY-4.0, licensor: ann", "id: b, license: CC-BY-4.0, licensor: ben", "id: c, license: CC-BY-4.0, licensor: cleo", "id: d, license: CC-BY-4.0, licensor: ben"], "attribution", ["ann open", "ben open", "cleo open"]],
    ["a work of which nobody recorded who published it", ["id: a, license: CC-BY-4.0, licensor: ann", "id: b, license: CC-BY-4.0"], "attribution", ["null open", "ann open"]],
    ["one who licenses the text", ["id: a, license: LicenseRef-DeepSeek-Model-1.0, licensor: ann", "id: b, license: LicenseRef-DeepSeek-Model-1.0, licensor: ben"], "notices", ["deepseek open"]],
    ["one to whom it was kept, and another", ["id: a, license: CC-BY-4.0, licensor: ann", "id: b, license: CC-BY-4.0, licensor: ben"], "no-endorsement", ["ann met", "ben open"], kept("a")],
    ["one to whom it was kept for one of two works", ["id: a, license: CC-BY-4.0, licensor: ann", "id: b, license: CC-BY-4.0, licensor: ann"], "no-endorsement", ["ann open"], kept("a")],
    ["all of them, where it was kept on what they went into", ["id: a, license: CC-BY-4.0, licensor: ann", "id: b, license: CC-BY-4.0, licensor: ben"], "no-endorsement", ["ann met", "ben met"], kept("product")],
    ["one of them alone, where it is said that it was kept to that one", ["id: a, license: CC-BY-4.0, licensor: ann", "id: b, license: CC-BY-4.0, licensor: ben", "id: c, license: CC-BY-4.0, licensor: cleo"], "no-endorsement", ["ann open", "ben met", "cleo open"], kept("product", ", to: ben")],
    ["nobody, where it was kept to somebody else", ["id: a, license: CC-BY-4.0, licensor: ann", "id: b, license: CC-BY-4.0"], "no-endorsement", ["null open", "ann open"], kept("product", ", to: ben")],
  ])("%s", (_, things, norm, expected, more) => {
    expect(owed(shipping(things, more), norm)).toEqual(expected);
  });

  test("words tell it once, with all of them", () => {
    const said = sayDecision(decide(shipping(["id: a, license: CC-BY-4.0, licensor: ann", "id: b, license: CC-BY-4.0, licensor: ben", "id: c, license: Apache-2.0, licensor: ben", "id: d, license: CC0-1.0, licensor: ann"]), "ship"));
    expect(said.split("\n").filter((line) => /^ +acme to .*, under/.test(line)).map((line) => line.trim())).toEqual(["acme to ben, under Apache-2.0:", "acme to ann and ben, under CC-BY-4.0:", "acme to public, under the law:"]);
  });
});
