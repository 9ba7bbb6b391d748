import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decide, impactOf, type World } from "@cleartitle/engine";
import { formatProblem } from "@cleartitle/norms";
import { applyChanges, readChangeFile, readTitleValue, type ChangeSet } from "@cleartitle/title";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { realCatalogue } from "./case-file.js";

interface Expected {
  readonly change: string;
  /** Place → status; null: the place is no longer asked. */
  readonly after?: Readonly<Record<string, string | null>>;
  readonly reason?: string;
  readonly finding?: string;
}

interface ImpactCase {
  readonly name: string;
  readonly change: unknown;
  readonly expect: Readonly<Record<string, Expected>>;
  readonly untouched: readonly string[];
}

const file = parse(readFileSync(fileURLToPath(new URL("../../docs/impact/impact.cases.yaml", import.meta.url)), "utf8")) as { readonly world: unknown; readonly cases: readonly ImpactCase[] };

const catalogue = realCatalogue();

function before(): World {
  const { graph, problems } = readTitleValue(file.world as object, { file: "impact.cases.yaml", taxonomies: catalogue.taxonomies });
  if (graph === null) throw new Error(problems.map(formatProblem).join("\n"));
  return { graph, catalogue };
}

function changesOf({ graph }: World, change: unknown): ChangeSet {
  const { changes, problems } = readChangeFile(JSON.stringify(change), { file: "impact.cases.yaml", graph, ...catalogue });
  if (changes === null) throw new Error(problems.map(formatProblem).join("\n"));
  return changes;
}

const marked = ({ gone, new: come }: { readonly gone: readonly string[]; readonly new: readonly string[] }): string[] => [...gone.map((each) => `- ${each}`), ...come.map((each) => `+ ${each}`)];

describe("what change sets do", () => {
  test.each(file.cases.map((each) => [each.name, each] as const))("%s", { timeout: 60_000 }, (_name, { change, expect: expected, untouched }) => {
    const world = before();
    const changes = changesOf(world, change);
    const impact = impactOf(world, { ...world, graph: applyChanges(world.graph, changes) }, changes, { decide });
    expect(Object.fromEntries(impact.uses.map((entry) => [entry.use, entry.change]))).toEqual(Object.fromEntries(Object.entries(expected).map(([use, each]) => [use, each.change])));
    expect([impact.untouched, impact.cut]).toEqual([untouched.length, null]);
    for (const entry of impact.uses) {
      const { after = {}, reason, finding } = expected[entry.use]!;
      const places = new Map(entry.after?.byTerritory.flatMap((t) => t.territories.map((place) => [place, t.decision] as const)));
      expect(Object.fromEntries(Object.keys(after).map((place) => [place, places.get(place) ?? null]))).toEqual(after);
      expect(marked(entry.reasons)).toEqual(expect.arrayContaining(reason === undefined ? [] : [reason]));
      expect(marked(entry.findings)).toEqual(expect.arrayContaining(finding === undefined ? [] : [finding]));
    }
  });

  test("what is beyond the budget is named, and nothing is said of it", () => {
    const world = before();
    const changes = changesOf(world, { add: { positions: { model_weights_as_copy: "no_copy_stored" } } });
    const impact = impactOf(world, { ...world, graph: applyChanges(world.graph, changes) }, changes, { decide, budget: 1 });
    expect([impact.uses.map((entry) => entry.use), impact.cut, impact.untouched]).toEqual([["host-writer"], { budget: 1, left: ["ship-tool"] }, 0]);
  });
});
