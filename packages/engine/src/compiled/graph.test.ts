import type { Catalogue } from "@cleartitle/catalogue";
import { layers, type DerivationKind, type Term } from "@cleartitle/norms";
import type { Asset, Derivation, TitleGraph } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { ever, open } from "./date-ranks.js";
import { demandsIn } from "./demands.js";
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
  const asked = {
    world: teacher, asOf: "2025-01-01", knownAt: "2025-01-01", presume: true, position: () => null, history: () => null,
    act: { id: "u", tense: "present" as const, object: "student", actions: ["run", "run"], actor: "us", date: "2025-01-01", purposes: [], fields: [], recipients: [], hosted: [], facts: [], scale: [], derivation: null, named: null },
  };
  const cases: [string, Partial<typeof defaultBudget>][] = [["nodes", { nodes: 3 }], ["edges", { edges: 2 }], ["labels", { labels: 3 }]];
  test.each(cases)("of %s that is exceeded is an error that says by how much", (counted, tight) => {
    const decide = () => demandsIn(asked, compileGraph(teacher, { ...defaultBudget, ...tight }), ["DE"], { ...defaultBudget, ...tight });
    expect(decide).toThrow(OverBudget);
    expect(decide).toThrow(`4 ${counted}`.replace("4 edges", "3 edges"));
  });

  test("that is kept changes nothing", () => {
    const demands = demandsIn(asked, compileGraph(teacher), ["DE"]);
    expect(demands.map((d) => `${d.layer} ${d.action} ${d.path.join(" < ")} ${d.places.join()}`)).toEqual([
      "copyright run student < d~generate DE", "copyright run student DE", "copyright run student < d~generate < teacher DE", "copyright run student < text DE",
    ]);
    expect(demands.every((d) => d.persists === "true" && layers.includes(d.layer))).toBe(true);
  });

  test("does not speak of an asset that nobody knows", () => {
    expect(() => demandsIn({ ...asked, act: { ...asked.act, object: "nothing" } }, compileGraph(teacher), ["DE"])).toThrow(RangeError);
  });
});
