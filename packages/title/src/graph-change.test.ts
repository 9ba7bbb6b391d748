import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cyclesOf } from "./cycle.js";
import { digestGraph } from "./digest-graph.js";
import { draftOf, sealGraph } from "./graph-draft.js";
import { GraphBuilder } from "./graph-builder.js";
import { applyChanges, type GraphChange, unmetChanges } from "./graph-change.js";
import type { Statement, TitleGraph } from "./graph.js";

function chain(): TitleGraph {
  const builder = new GraphBuilder("acme");
  builder.addAsset({ id: "base", kind: "model" }).addAsset({ id: "notes", kind: "dataset" }).addAsset({ id: "tuned", kind: "model" }).addAsset({ id: "app", kind: "product" });
  builder.addDerivation({ id: "d1", from: ["base", "notes"], to: "tuned", by: "finetune", acts: [{ act: "keep", of: "notes", until: null }] });
  builder.addDerivation({ id: "d2", from: ["tuned"], to: "app", by: "include" });
  builder.addStatement({ id: "s1", about: { kind: "asset", id: "notes" }, what: "license", value: "CC-BY-NC-4.0", rung: "declared" });
  builder.addStatement({ id: "s2", about: { kind: "derivation", id: "d2" }, what: "fact:x", value: true, rung: "declared" });
  builder.addPosition({ position: "p", territory: "EU", option: "a", by: null, on: null });
  builder.addWaiver({ id: "v", use: "launch", asset: null, kind: "license-drift", reason: "r", by: "b", from: null, until: "2027-01-01" });
  builder.addUse({ name: "launch", of: "app", actions: ["host"], in: ["EU"], on: "2026-12-01" });
  return builder.build();
}
const statement: Statement = {
  id: "s9", about: { kind: "asset", id: "notes" }, what: "license", raw: null, value: "MIT", scope: null, part: null, rung: "concluded", by: "counsel",
  source: null, valid: { from: null, to: null }, recordedAt: "2026-01-01", supersedes: null,
};
const event = { id: "e1", kind: "deleted", of: "notes", party: null, part: null, on: "2026-01-01", recordedAt: "2026-01-01", evidence: null, duty: null, quantity: null } as const;
const acceptance = { instrument: "i", party: "acme", on: null, version: null, evidence: null };
const ids = (graph: TitleGraph) => ({
  assets: [...graph.assets.keys()].join(" "), derivations: [...graph.derivations].map(([id, d]) => `${id}:${d.from.join("+")}`).join(" "),
  statements: graph.statements.map((s) => s.id).toSorted().join(" "), uses: [...graph.uses.keys()].join(" "),
});
const before = { assets: "app base notes tuned", derivations: "d1:base+notes d2:tuned", statements: "s1 s2", uses: "launch" };

const changes: readonly [GraphChange, (graph: TitleGraph) => unknown, unknown][] = [
  [{ change: "add-statement", statement }, (g) => ids(g).statements, "s1 s2 s9"],
  [{ change: "remove-statement", statement: "s1" }, (g) => ids(g).statements, "s2"],
  [{ change: "drop-asset", asset: "notes" }, ids, { assets: "app base tuned", derivations: "d1:base d2:tuned", statements: "s2", uses: "launch" }],
  [{ change: "drop-asset", asset: "notes" }, (g) => g.derivations.get("d1")!.acts, []],
  [{ change: "drop-asset", asset: "tuned" }, ids, { ...before, assets: "app base notes", derivations: "", statements: "s1" }],
  [{ change: "drop-asset", asset: "app" }, ids, { assets: "base notes tuned", derivations: "d1:base+notes", statements: "s1", uses: "" }],
  [{ change: "add-asset", asset: { ...chain().assets.get("base")!, id: "new", licensor: "meta" } }, ids, { ...before, assets: "app base new notes tuned", statements: "new:licensor s1 s2" }],
  [{ change: "add-party", party: { id: "acme", kind: "company", domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] } }, (g) => g.parties.get("acme")!.kind, "company"],
  [{ change: "remove-derivation", derivation: "d2" }, ids, { ...before, derivations: "d1:base+notes", statements: "s1" }],
  [{ change: "add-derivation", derivation: { ...chain().derivations.get("d2")!, id: "d3", from: ["base"] } }, (g) => ids(g).derivations, "d1:base+notes d2:tuned d3:base"],
  [{ change: "add-act", derivation: "d2", act: { act: "keep", of: "tuned", until: null } }, (g) => g.derivations.get("d2")!.acts.length, 1],
  [{ change: "add-event", event }, (g) => g.events, [event]],
  [{ change: "add-acceptance", acceptance }, (g) => g.acceptances, [acceptance]],
  [{ change: "terminate-instrument", instrument: "i", on: "2026-05-01" }, (g) => g.events.map((e) => [e.kind, e.of, e.on]), [["terminated", "i", "2026-05-01"]]],
  [{ change: "add-position", position: { position: "p", territory: "EU", option: "b", by: null, on: null } }, (g) => g.positions.map((p) => p.option), ["b"]],
  [{ change: "remove-position", position: "p", territory: "EU" }, (g) => g.positions, []],
  [{ change: "add-waiver", waiver: { id: "w", use: "launch", asset: null, kind: "license-drift", reason: "r", by: "b", from: null, until: "2027-01-01" } }, (g) => g.waivers.map(({ id }) => id), ["v", "w"]],
  [{ change: "remove-waiver", waiver: "v" }, (g) => g.waivers, []],
  [{ change: "set-use", use: "launch", fields: { in: ["US"] } }, (g) => g.uses.get("launch")!.in, ["US"]],
  [{ change: "set-profile", profile: "strict" }, (g) => g.profile, "strict"],
];

/** A graph as text, with the order of everything in it. */
const inOrder = (graph: TitleGraph): string => JSON.stringify(graph, (_key, value: unknown) => (value instanceof Map ? [...value] : value));

describe("changes", () => {
  test.each(changes)("%j", (change, look, expected) => {
    const graph = chain();
    const digest = digestGraph(graph);
    expect(look(applyChanges(graph, [change]))).toEqual(expected);
    expect(digestGraph(graph)).toBe(digest);
    expect(unmetChanges(graph, [change])).toEqual([]);
  });
  test.each(changes)("%j leaves everything in order, though it orders only what it alters", (change) => {
    const graph = chain();
    const untouched = inOrder(graph);
    const after = applyChanges(graph, [change]);
    expect(inOrder(after)).toBe(inOrder(sealGraph(draftOf(after))));
    expect(inOrder(graph)).toBe(untouched);
  });
  test("what no change speaks of is the same record, not a copy", () => {
    const graph = chain();
    const after = applyChanges(graph, [{ change: "add-event", event }]);
    expect([after.assets === graph.assets, after.statements === graph.statements, after.events === graph.events]).toEqual([true, true, false]);
  });
  test("what is undone is as before", () => {
    const back = applyChanges(chain(), [{ change: "add-event", event }, { change: "add-acceptance", acceptance }, { change: "remove-event", event: "e1" }, { change: "remove-acceptance", acceptance }]);
    expect(digestGraph(back)).toBe(digestGraph(chain()));
  });
  test("what is not there is told", () => {
    expect(unmetChanges(chain(), [{ change: "set-use", use: "lunch", fields: {} }, { change: "drop-asset", asset: "app" }, { change: "remove-statement", statement: "s0" }])).toEqual([0, 2]);
  });
});

describe("a builder", () => {
  test("makes placeholders of what is named and not described, and says so", () => {
    const builder = new GraphBuilder("acme", { guessKind: () => "dataset" });
    builder.addDerivation({ from: ["web"], to: "base", by: "train", who: "meta" });
    const graph = builder.addAsset({ id: "base", kind: "model" }).build();
    expect(graph.assets.get("web")).toMatchObject({ kind: "dataset", placeholder: true });
    expect(graph.findings).toMatchObject([{ kind: "placeholder", asset: "web" }]);
    expect([...graph.parties.keys()]).toEqual(["acme", "meta"]);
  });
  test("adds nothing the second time, and does not mind the order", () => {
    const steps: ((b: GraphBuilder) => unknown)[] = [
      (b) => b.addAsset({ id: "x", kind: "document", placeholder: true }),
      (b) => b.addAsset({ id: "x", kind: "model", licensor: "meta" }),
      (b) => b.addParty({ id: "meta", domicile: "US" }),
      (b) => b.addParty({ id: "meta", kind: "company" }),
      (b) => b.addDerivation({ from: ["y"], to: "x", by: "train" }),
      (b) => b.addStatement({ about: { kind: "asset", id: "x" }, what: "license", value: "MIT", rung: "detected" }),
      (b) => b.addObservation({ of: "example.org", at: "2026-01-01", mechanism: "robots", value: "open", form: "machine-readable" }),
    ];
    const digests = fc.sample(fc.shuffledSubarray([...steps, ...steps], { minLength: steps.length * 2 }), { numRuns: 30, seed: 5 }).map((order) => {
      const builder = new GraphBuilder("acme");
      order.forEach((step) => step(builder));
      return digestGraph(builder.build());
    });
    expect(new Set(digests).size).toBe(1);
  });
  test("keeps the first word where records differ, and says so", () => {
    const graph = new GraphBuilder("acme").addAsset({ id: "x", kind: "model", digest: "1" }).addAsset({ id: "x", kind: "model", digest: "2" }).build();
    expect(graph.assets.get("x")!.digest).toBe("1");
    expect(graph.findings).toMatchObject([{ kind: "conflicting-record", asset: "x", detail: expect.stringMatching(/`digest`/) }]);
  });
  test("never overwrites a statement", () => {
    const builder = new GraphBuilder("acme");
    for (const value of ["MIT", "ISC"]) builder.addStatement({ id: "s", about: { kind: "asset", id: "x" }, what: "license", value, rung: "declared" });
    expect(new Set(builder.build().statements.map((s) => s.value))).toEqual(new Set(["ISC", "MIT"]));
  });
});

const graphOf = (edges: readonly (readonly [string, string])[]): TitleGraph => {
  const builder = new GraphBuilder("us");
  for (const [from, to] of edges) builder.addDerivation({ id: `${from}>${to}`, from: [from], to, by: "merge" });
  return builder.build();
};

describe("cycles", () => {
  const cycles: readonly [name: string, edges: string, expected: string[][]][] = [
    ["none", "a>b b>c a>c", []],
    ["of two", "a>b b>a b>c", [["a", "b"]]],
    ["of one", "a>a", [["a"]]],
    ["two that touch no point", "c>d d>c a>b b>a b>c", [["a", "b"], ["c", "d"]]],
    ["joined in a point", "a>b b>a b>c c>b", [["a", "b", "c"]]],
  ];
  test.each(cycles)("%s", (_, edges, expected) => {
    const pairs = edges.split(" ").map((edge) => edge.split(">") as [string, string]);
    expect(cyclesOf(graphOf(pairs))).toEqual(expected);
    expect(cyclesOf(graphOf(pairs.toReversed()))).toEqual(expected);
  });
  test("a long one needs no stack", () => {
    const size = 20_000;
    const link = chain().derivations.get("d2")!;
    const derivations = new Map(Array.from({ length: size }, (_, n) => [`${n}`, { ...link, id: `${n}`, from: [`${n}`], to: `${(n + 1) % size}` }]));
    expect(cyclesOf({ derivations })[0]).toHaveLength(size);
  });
});

test("takes more assets than one call has room for arguments", () => {
  const builder = new GraphBuilder("acme");
  for (let i = 0; i < 70_000; i++) builder.addAsset({ id: `a${i}`, kind: "dataset", licensor: "jane", upstream: "complete" });
  expect(builder.build().statements).toHaveLength(140_000);
});
