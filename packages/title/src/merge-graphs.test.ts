import * as fc from "fast-check";
import { expect, test } from "vitest";
import { digestGraph } from "./digest-graph.js";
import { GraphBuilder } from "./graph-builder.js";
import type { TitleGraph } from "./graph.js";
import { mergeGraphs } from "./merge-graphs.js";
import { built, graphParts } from "./title-graph.fixture.js";

const model = (version: string) => new GraphBuilder("acme").addAsset({ id: "base", kind: "model", version });
function licensed(value: string): TitleGraph {
  const builder = model("1");
  builder.addStatement({ id: "s1", about: { kind: "asset", id: "base" }, what: "license", rung: "declared", value });
  return builder.build();
}

test("what is there stays, and what is described otherwise is told", () => {
  const { graph, problems } = mergeGraphs(model("1").build(), model("2").addAsset({ id: "notes", kind: "dataset" }).build());
  expect([graph.assets.get("base")!.version, [...graph.assets.keys()]]).toEqual(["1", ["base", "notes"]]);
  expect(problems).toMatchObject([{ code: "conflict", offending: "base" }]);
});

test("a placeholder gives way to whoever describes it, and to nobody else", () => {
  const builder = new GraphBuilder("acme");
  builder.addDerivation({ id: "d", from: ["base"], to: "tuned", by: "finetune" });
  const named = builder.build();
  expect(mergeGraphs(named, model("1").build()).graph.assets.get("base")).toMatchObject({ placeholder: false, version: "1" });
  expect(mergeGraphs(model("1").build(), named)).toMatchObject({ problems: [], graph: { assets: { size: 2 } } });
});

test("nobody is told that a thing lacks a description once one of the two gives it", () => {
  const builder = new GraphBuilder("acme");
  builder.addDerivation({ id: "d", from: ["base", "notes"], to: "tuned", by: "finetune" });
  const named = builder.addFinding({ kind: "placeholder", asset: "base", detail: "of somebody's own", settle: "" }).build();
  for (const { graph } of [mergeGraphs(named, model("1").build()), mergeGraphs(model("1").build(), named)]) {
    expect(graph.findings.map((each) => [each.asset, each.detail]).toSorted()).toEqual([["base", "of somebody's own"], ["notes", "`notes` is named but not described"], ["tuned", "`tuned` is named but not described"]]);
  }
});

test("statements under one name that say different things stand beside each other", () => {
  const { graph } = mergeGraphs(licensed("MIT"), licensed("GPL-3.0-only"));
  expect(graph.statements.filter((each) => each.what === "license").map((each) => each.value).toSorted()).toEqual(["GPL-3.0-only", "MIT"]);
  expect(new Set(graph.statements.map((each) => each.id)).size).toBe(graph.statements.length);
});

test("a graph put together with itself is itself, and reading it again changes nothing", () => {
  fc.assert(
    fc.property(graphParts, graphParts, (one, other) => {
      const [a, b] = [built(one), built(other)];
      expect(digestGraph(mergeGraphs(a, a).graph)).toBe(digestGraph(a));
      const both = mergeGraphs(a, b).graph;
      expect(digestGraph(mergeGraphs(both, b).graph)).toBe(digestGraph(both));
    }),
    { numRuns: 50 },
  );
});
