import { escapeMarkup } from "@cleartitle/engine";
import type { TitleGraph } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { drawingOf } from "./drawing.js";
import { box, layoutOf } from "./drawing-layout.js";
import { toSvg } from "./drawing-svg.js";
import { toDot, toMermaid } from "./drawing-text.js";

type Edge = readonly [from: string, to: string];

function graphOf(edges: readonly Edge[], more: readonly string[] = []): TitleGraph {
  const ids = [...new Set([...edges.flat(), ...more])];
  const graph: unknown = {
    assets: new Map(ids.map((id) => [id, { id, kind: "dataset" }])),
    derivations: new Map(edges.map(([from, to], at) => [`d${at}`, { id: `d${at}`, from: [from], to, by: "merge", during: { from: null, to: null } }])),
    statements: [],
  };
  return graph as TitleGraph;
}

const diamond: readonly Edge[] = [["a", "b"], ["a", "c"], ["b", "d"], ["c", "d"], ["a", "d"]];

describe("what is drawn", () => {
  test("of one asset, only what it came from", () => {
    const drawing = drawingOf(graphOf([...diamond, ["d", "later"]], ["apart"]), { of: "d" });
    expect(drawing.nodes.map((node) => node.id)).toEqual(["a", "b", "c", "d"]);
    expect(drawing.nodes.find((node) => node.used)?.id).toBe("d");
  });
  test("a cut keeps the nearest and says how many are hidden", () => {
    const drawing = drawingOf(graphOf([["x", "y"], ["y", "z"]]), { of: "z", most: 2 });
    expect([drawing.nodes.map((node) => node.id), drawing.hidden, drawing.edges.length]).toEqual([["y", "z"], 1, 1]);
  });
});

test("acts without a result are drawn with a whole graph, and names that say more than an id", () => {
  const plain = graphOf([["a", "b"]]);
  const assets = new Map([...plain.assets].map(([id, asset]) => [id, id === "b" ? { ...asset, source: "data/b.csv" } : asset]));
  const graph = { ...plain, assets, derivations: new Map([["m", { id: "m", from: ["a"], to: null, by: "train", during: { from: "2026-03-01", to: null } }]]) } as unknown as TitleGraph;
  const drawing = drawingOf(graph);
  expect(drawing.nodes.map((node) => [node.id, node.kind, node.source])).toEqual([["a", "dataset", null], ["b", "dataset", "data/b.csv"], ["m", "act", "2026-03-01"]]);
  expect(drawing.edges.map((edge) => [edge.from, edge.by, edge.to])).toEqual([["a", "train", "m"]]);
  expect(toMermaid(drawing)).toContain("b<br/>data/b.csv<br/>dataset");
  expect(toSvg(drawing, { own: true, label: "x" })).toContain("2 assets and 1 derivations");
  expect(drawingOf(graph, { of: "a" }).nodes.map((node) => node.id)).toEqual(["a"]);
});

describe("the layout", () => {
  test.each<[string, readonly Edge[]]>([
    ["a diamond", diamond],
    ["a cycle", [["a", "b"], ["b", "c"], ["c", "a"], ["c", "d"]]],
    ["an asset made of itself", [["a", "a"], ["a", "b"]]],
  ])("of %s puts no box on another, and every box inside", (_, edges) => {
    const { nodes, width, height } = layoutOf(drawingOf(graphOf(edges)));
    const apart = (a: (typeof nodes)[number], b: (typeof nodes)[number]): boolean => Math.abs(a.x - b.x) >= box.width || Math.abs(a.y - b.y) >= box.height;
    for (const node of nodes) {
      expect(node.x + box.width).toBeLessThanOrEqual(width);
      expect(node.y + box.height).toBeLessThanOrEqual(height);
      expect(nodes.filter((other) => other !== node && !apart(node, other))).toEqual([]);
    }
  });
  test("runs from the sources on the left to the results on the right", () => {
    const { nodes } = layoutOf(drawingOf(graphOf(diamond)));
    const x = new Map(nodes.map((node) => [node.id, node.x] as const));
    for (const [from, to] of diamond) expect(x.get(from)).toBeLessThan(x.get(to) ?? 0);
  });
  test("does not depend on the order of the file", () => {
    expect(toSvg(drawingOf(graphOf(diamond)), { own: true, label: "x" })).toBe(toSvg(drawingOf(graphOf(diamond.toReversed())), { own: true, label: "x" }));
  });
  test("of nothing is an empty picture", () => {
    expect(toSvg(drawingOf(graphOf([])), { own: true, label: "nothing" })).toContain("0 assets and 0 derivations");
  });
});

describe("names stay names", () => {
  const hostile = `</text><script>"]; x -->|y|`;
  const drawing = drawingOf(graphOf([[hostile, "b\nc\u001b"]]));
  test("in SVG", () => {
    const svg = toSvg(drawing, { own: true, label: hostile });
    expect(svg).not.toContain("<script>");
    expect(svg).not.toContain("\u001b");
    expect(escapeMarkup(`<a href='"&'>`)).toBe("&lt;a href=&#39;&quot;&amp;&#39;&gt;");
  });
  test("in Mermaid", () => {
    expect(toMermaid(drawing).split("\n")).toEqual([
      "flowchart LR", '  n0["#60;/text#62;#60;script#62;#34;#93;#59; x --#62;#124;y#124;<br/>dataset"]', '  n1["b#10;c#27;<br/>dataset"]', '  n0 -->|"merge"| n1', "",
    ]);
  });
  test("in DOT", () => {
    expect(toDot(drawing)).toContain(String.raw`"</text><script>\"]; x -->|y|" -> "b c`);
  });
});
