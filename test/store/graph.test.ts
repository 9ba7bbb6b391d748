import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { LiveWorld, Store } from "@cleartitle/store";
import { applyChanges, type ChangeSet, digestGraph, GraphBuilder } from "@cleartitle/title";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { built, graphParts } from "../../packages/title/src/title-graph.fixture.js";
import { bothKinds, refusal, serverOfFile } from "./databases.js";
import { keptStore } from "./kept-store.js";
import { at, party, recording, small } from "./small-title.js";

const server = serverOfFile();

describe.each(bothKinds(server))("the graph of a workspace: $name", ({ open }) => {
  const { database, store, fresh, anew } = keptStore(open);

  it("gives a graph back as it was written, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(graphParts, graphParts, async (first, second) => {
        const [before, after] = [built(first), built(second)];
        const workspace = await fresh();
        expect(await workspace.write(before, recording)).toBe(1);
        const number = await workspace.write(after, recording, 1);
        const read = await (await anew(workspace.id)).graph();
        expect(read.number).toBe(number);
        expect(canonicalJson(read.graph)).toBe(canonicalJson(after));
        expect(read.graph).toEqual(after);
        expect(canonicalJson((await workspace.graph()).graph)).toBe(canonicalJson(after));
        const earlier = await (await anew(workspace.id)).graphAt(1);
        expect(canonicalJson(earlier.graph)).toBe(canonicalJson(before));
      }),
      { numRuns: 25 },
    );
  });

  it("keeps ids that a database has no letters for, and very long ones", async () => {
    const ids = ["nul \u0000", "half \ud800", "x".repeat(10_000), "sha256:abc", ""];
    const builder = new GraphBuilder("acme");
    for (const id of ids) builder.addAsset({ id, kind: "dataset" });
    const workspace = await fresh();
    const graph = builder.build();
    await workspace.write(graph, recording);
    expect(canonicalJson((await (await anew(workspace.id)).graph()).graph)).toBe(canonicalJson(graph));
  });

  it("keeps what changes take out, with who recorded it, when and why", async () => {
    const workspace = await fresh();
    await workspace.write(small(), { ...recording, why: "import" });
    const changes: ChangeSet = [{ change: "remove-statement", statement: "s1" }, { change: "drop-asset", asset: "notes" }];
    expect(await workspace.change(changes, { by: "john", at: "2026-03-02T00:00:00Z", why: "withdrawn" })).toBe(2);
    const again = await anew(workspace.id);
    expect(digestGraph((await again.graph()).graph!)).toBe(digestGraph(applyChanges(small(), changes)));
    expect((await again.graphAt(1)).graph!.statements.map((each) => each.id)).toContain("s1");
    expect(await again.history()).toEqual([
      { number: 1, at, by: "jane", why: "import", changes: null },
      { number: 2, at: "2026-03-02T00:00:00Z", by: "john", why: "withdrawn", changes },
    ]);
  });

  it("carries a request out once, and writes nothing where nothing changes", async () => {
    const workspace = await fresh();
    await workspace.write(small(), recording);
    const asked = { ...recording, request: "r1" };
    expect(await Promise.all([workspace.change(party("p1"), asked), workspace.change(party("p1"), asked), (await anew(workspace.id)).change(party("p2"), asked)])).toEqual([2, 2, 2]);
    expect(await workspace.change(party("p1"), recording)).toBe(2);
    expect((await workspace.graph()).graph!.parties.has("p2")).toBe(false);
  });

  it("numbers what many write at once without gaps, and loses nothing", async () => {
    const workspace = await fresh();
    await workspace.write(small(), recording);
    const others = await Promise.all([anew(workspace.id), anew(workspace.id), anew(workspace.id)]);
    const numbers = await Promise.all(Array.from({ length: 30 }, (_, i) => others[i % 3]!.change(party(`p${i}`), recording)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 2));
    const { graph } = await (await anew(workspace.id)).graph();
    for (const reader of others) expect(canonicalJson((await reader.graph()).graph)).toBe(canonicalJson(graph));
    expect([...graph!.parties.keys()].filter((id) => id.startsWith("p"))).toHaveLength(30);
  });

  it.each([
    ["a graph made of an older one", (w: string) => anew(w).then((each) => each.write(small(), recording)), "conflict"],
    ["a workspace that is there", (w: string) => store().create(w, recording), "conflict"],
    ["a workspace that is not there", () => store().workspace("nobody"), "not-found"],
    ["a change set that is not there", (w: string) => anew(w).then((each) => each.graphAt(9)), "not-found"],
    ["a name that is none", () => store().create("No Name", recording), "bad-value"],
    ["a time that is none", (w: string) => anew(w).then((each) => each.change(party("p"), { by: "jane", at: "yesterday" })), "bad-value"],
    ["nobody", (w: string) => anew(w).then((each) => each.change(party("p"), { by: "", at })), "bad-value"],
    ["changes of nothing", () => fresh().then((each) => each.change(party("p"), recording)), "not-found"],
    ["two records of one id", () => fresh().then((each) => each.write({ ...small(), waivers: ["a", "b"].map((reason) => ({ id: "w", use: null, asset: null, kind: "k", reason, by: "jane", from: null, until: "2027-01-01" })) }, recording)), "duplicate-id"],
  ] as const)("refuses %s, and writes nothing", async (_, work, code) => {
    const workspace = await fresh();
    await workspace.write(small(), recording);
    const problem = await refusal(work(workspace.id));
    expect(problem).toMatchObject({ code });
    expect((await (await anew(workspace.id)).graph()).number).toBe(1);
  });

  it("is asked of as it is now, whoever changed it", async () => {
    const { catalogue } = openCatalogue();
    const workspace = await fresh();
    await workspace.write(small(), recording);
    const { another, connection } = database();
    const other = new Store(another === null ? connection : await another());
    const live = await LiveWorld.open(other, await other.workspace(workspace.id), catalogue!);
    const heard = (number: number) => new Promise<void>((resolve) => {
      void other.workspace(workspace.id).then((each) => each.follow((step) => step.number === number && resolve()));
    });
    for (const [step, changes] of ([
      [{ change: "add-statement", statement: { ...small().statements.find((each) => each.id === "s1")!, value: "CC-BY-NC-4.0" } }],
      [{ change: "add-derivation", derivation: { ...small().derivations.get("d1")!, id: "d2", from: ["base"] } }, { change: "drop-asset", asset: "notes" }],
      [{ change: "add-party", party: { id: "new", kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] } }],
    ] as readonly ChangeSet[]).entries()) {
      const told = heard(step + 2);
      await workspace.change(changes, recording);
      await told;
      const read = { graph: (await workspace.graphAt(step + 2)).graph!, catalogue: catalogue! };
      expect(canonicalJson(live.heard!.graph)).toBe(canonicalJson(read.graph));
      expect(canonicalJson(decide(live.heard!, "launch"))).toBe(canonicalJson(decide(read, "launch")));
      expect(await live.newest()).toBe(live.heard);
    }
    live.close();
    if (another !== null) await other.close();
  });
});
