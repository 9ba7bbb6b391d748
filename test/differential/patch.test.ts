import { applyChanges, type ChangeSet, type GraphChange, type TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compileGraph, type CompiledGraph } from "../../packages/engine/src/compiled/index.js";
import { patchGraph } from "../../packages/engine/src/compiled/patch-graph.js";
import { patience, pose, runs, strangeWorld } from "../worlds/world-asked.js";

/** Everything that a compiled graph holds, in plain values. */
const plain = ({ numberOf, dates, edges, derivations, ...rest }: CompiledGraph) => ({
  ...rest, numbers: [...numberOf], derivations: derivations.map((each) => each.id), kind: [...rest.kind], virtual: [...rest.virtual],
  edges: Object.fromEntries(Object.entries(edges).map(([key, column]) => [key, typeof column === "boolean" ? column : [...(column as Int32Array)]])),
  days: [...edges.start, ...edges.end].map((rank) => dates.at(rank)), acts: derivations.map((each) => each.acts.length),
});

/** Changes of what is compiled: records of another graph come, its own go. */
function changesOf(own: TitleGraph, other: TitleGraph): GraphChange[] {
  const assets = [...own.assets.keys()];
  return [
    ...[...other.derivations.values()].flatMap((derivation): GraphChange[] => [{ change: "add-derivation", derivation }, { change: "add-derivation", derivation: { ...derivation, id: `other-${derivation.id}` } }, { change: "add-derivation", derivation: { ...derivation, id: `none-${derivation.id}`, from: ["aaa", ...derivation.from], to: "zzz" } }]),
    ...[...own.derivations.keys()].flatMap((derivation): GraphChange[] => [{ change: "remove-derivation", derivation }, { change: "add-act", derivation, act: { act: "keep", of: assets[0]!, until: null } }]),
    ...[...other.assets.values()].flatMap((asset): GraphChange[] => [{ change: "add-asset", asset }, { change: "add-asset", asset: { ...asset, id: `b-${asset.id}` } }]),
    ...assets.map((asset): GraphChange => ({ change: "drop-asset", asset })), { change: "terminate-instrument", instrument: "MIT", on: "2025-01-01" },
  ];
}

/** The same without a day: such graphs hold no days, until one comes or after the last went. */
const undated = (graph: TitleGraph): TitleGraph => ({ ...graph, derivations: new Map([...graph.derivations].map(([id, derivation]) => [id, { ...derivation, during: { from: null, to: null } }])) });

test("a compiled graph that follows its changes is the one that is compiled anew", patience, () => {
  const seen = new Map<string, number>();
  fc.assert(fc.property(strangeWorld, strangeWorld, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), fc.constantFrom("neither", "own", "both"), (strange, other, picks, without) => {
    const { world: dated } = pose(strange);
    const world = without === "neither" ? dated : { ...dated, graph: undated(dated.graph) };
    const coming = pose(other).world.graph;
    const possible = changesOf(world.graph, without === "both" ? undated(coming) : coming);
    const changes: ChangeSet = picks.map((pick) => possible[pick % possible.length]!);
    const after = { ...world, graph: applyChanges(world.graph, changes) };
    const before = compileGraph(world);
    const untouched = plain(before);
    const patched = patchGraph(before, world.graph, after, changes);
    expect(plain(patched)).toEqual(plain(compileGraph(after)));
    // The graph before the changes stays as it was.
    expect(plain(before)).toEqual(untouched);
    for (const { change } of changes) seen.set(change, (seen.get(change) ?? 0) + 1);
    const days = `${before.edges.dated ? "days" : "no days"}, then ${patched.edges.dated ? "days" : "none"}`;
    seen.set(days, (seen.get(days) ?? 0) + 1);
  }), runs(300));
  expect([...seen.keys()]).toEqual(expect.arrayContaining(["days, then days", "no days, then days", "no days, then none"]));
  expect(seen.size).toBeGreaterThan(7);
});
