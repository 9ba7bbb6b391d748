import type { Catalogue } from "@cleartitle/catalogue";
import type { DerivationKind, Term } from "@cleartitle/norms";
import type { Asset, Derivation, TitleGraph } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { ever, open } from "./date-ranks.js";
import { compileGraph } from "./graph.js";
import { defaultBudget, OverBudget } from "./over-budget.js";

const asset = (id: string, kind: string): Asset =>
  ({ id, kind, version: null, digest: null, licensor: null, source: null, modality: [], upstream: null, published: null, acquired: [], parts: [], placeholder: false });
const derivation = (id: string, by: string, from: string[], to: string | null, on: [string | null, string | null] = [null, null]): Derivation =>
  ({ id, by, from, to, who: "us", during: { from: on[0], to: on[1] }, in: [], purpose: [], field: [], facts: [], acts: [] });
const kind = (id: string, composedOf?: string[]): DerivationKind => ({ id, title: id, implies: {}, downstream: { default: "same" }, ...(composedOf === undefined ? {} : { composedOf }) });
const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((each) => [each.id, each] as const));

const taxonomies = {
  derivationKinds: byId([kind("copy"), kind("generate"), kind("train"), kind("distil", ["generate", "train"])]), persistence: [{ layer: "any" as const, source: "any" as const, derivation: "any" as const, persists: true }],
  places: byId<Term>([{ id: "DE", title: "Germany" }]), groups: new Map(), facts: new Map(), actions: new Map(),
};
const worldOf = (assets: readonly Asset[], derivations: readonly Derivation[]) => ({
  graph: { assets: byId(assets), derivations: byId(derivations), claims: [] } as unknown as TitleGraph,
  catalogue: { taxonomies, instruments: new Map(), laws: new Map(), positions: new Map() } as unknown as Catalogue,
});
const teacher = worldOf([asset("teacher", "model"), asset("student", "model"), asset("text", "dataset")], [
  derivation("d", "distil", ["teacher"], "student", ["2024-01-01", "2024-03-01"]), derivation("c", "copy", ["text"], "student"), derivation("look", "copy", ["text"], null),
]);

describe("a compiled graph", () => {
  const graph = compileGraph(teacher);
  const { edges } = graph;
  const into = (id: string): string[] => {
    const node = graph.numberOf.get(id)!;
    return [...edges.into.subarray(edges.inStart[node], edges.inStart[node + 1])].map((e) => `${graph.derivationKinds[edges.kind[e]!]} ${graph.nodes[edges.source[e]!]}`);
  };

  test("numbers its nodes in the order of their ids, with the middle of what is composed", () => {
    expect(graph.nodes).toEqual(["d~generate", "student", "teacher", "text"]);
    expect([...graph.virtual]).toEqual([1, 0, 0, 0]);
    expect(graph.nodes.map((_, i) => graph.assetKinds[graph.kind[i]!])).toEqual(["output", "model", "model", "dataset"]);
  });

  test("has an edge for each step that has a result, found from both of its ends", () => {
    expect([into("student"), into("d~generate"), into("text")]).toEqual([["train d~generate", "copy text"], ["generate teacher"], []]);
    const from = graph.numberOf.get("teacher")!;
    expect([...edges.result.subarray(edges.outStart[from], edges.outStart[from + 1])]).toEqual([graph.numberOf.get("d~generate")]);
    expect(edges.result).toHaveLength(3);
  });

  test("keeps dates in order as integers, and what has none outside of all", () => {
    const copied = edges.source.indexOf(graph.numberOf.get("text")!);
    expect([edges.start[copied], edges.end[copied]]).toEqual([ever, open]);
    const trained = edges.source.indexOf(graph.numberOf.get("d~generate")!);
    expect([graph.dates.at(edges.start[trained]!), graph.dates.at(edges.end[trained]!)]).toEqual(["2024-01-01", "2024-03-01"]);
    const between = graph.dates.of("2024-02-01", open);
    expect([edges.start[trained]! < between, between < edges.end[trained]!]).toEqual([true, true]);
    expect(edges.dated).toBe(true);
  });
});

describe("a budget", () => {
  const cases: [string, Partial<typeof defaultBudget>][] = [["4 nodes", { nodes: 3 }], ["3 edges", { edges: 2 }]];
  test.each(cases)("that %s exceed is an error that says by how much", (found, tight) => {
    const compile = () => compileGraph(teacher, { ...defaultBudget, ...tight });
    expect(compile).toThrow(OverBudget);
    expect(compile).toThrow(found);
  });

  test("that is kept changes nothing", () => {
    expect(compileGraph(teacher, { ...defaultBudget, nodes: 4, edges: 3 })).toEqual(compileGraph(teacher));
  });
});
