import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { canonicalJson, sha256 } from "@cleartitle/norms";
import { keptCatalogue, openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import type { Question } from "@cleartitle/ledger";
import { backup, grantLogin, LiveWorld, migrate, openOwner, openStore, newestVersion, restore, schemaVersion, Store } from "@cleartitle/store";
import { applyChanges, type ChangeSet, digestGraph, GraphBuilder, readTitleFile, type TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { built, graphParts } from "../../packages/title/src/title-graph.fixture.js";
import { backedUp as tablesBackedUp } from "../../packages/store/src/backup/line.js";
import { migrations } from "../../packages/store/src/migration/migrate.js";
import { writingIn } from "../../packages/store/src/workspace/scope.js";
import { column, seen, tables, tablesOf, within } from "./bare-sql.js";
import { backedUp, backupOf, bothKinds, newFolderPlace, newServerPlace, oneByOne, putBack, refusal, serverDatabase, serverOfFile, type TestDatabase } from "./databases.js";
import type { TestServer } from "./postgres.js";

const at = "2026-03-01T09:30:00Z";
const recording = { by: "jane", at };

function small(): TitleGraph {
  const builder = new GraphBuilder("acme");
  builder.addAsset({ id: "base", kind: "model" }).addAsset({ id: "notes", kind: "dataset" });
  builder.addDerivation({ id: "d1", from: ["base", "notes"], to: "tuned", by: "finetune" });
  builder.addStatement({ id: "s1", about: { kind: "asset", id: "base" }, what: "license", rung: "declared", value: "MIT" });
  builder.addUse({ name: "launch", of: "tuned", actions: ["host"], purpose: ["commercial"], in: ["US"], on: "2026-12-01" });
  return builder.build();
}

const party = (id: string): ChangeSet => [{ change: "add-party", party: { id, kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] } }];

const drafted = { agreement: "deal", after: 0, content: { step: "draft" }, text: "the deal", parties: ["a", "b"] };

const prepared = { negotiation: "talks", after: 0, content: { step: "file" }, text: "points: 45" };

const plain: Question = { use: "launch", in: null, asOf: null, knownAt: null, profile: null };

/** A question that changes nothing of the graph that it asks. */
const asWritten = (graph: TitleGraph): TitleGraph => graph;

/** A question that asks the use in another place. */
const inGermany = (graph: TitleGraph): TitleGraph => ({ ...graph, uses: new Map(graph.uses).set("launch", { ...graph.uses.get("launch")!, in: ["DE"] }) });

const firstBackup = (): string[] => backupOf(1);
/** Lines changed by somebody who knows how they are ended. */
const resealed = (rows: readonly string[]): string[] => [...rows, JSON.stringify({ rows: rows.length - 1, sha256: createHash("sha256").update(rows.map((line) => `${line}\n`).join("")).digest("hex") })];

const server = serverOfFile();

describe.each(bothKinds(server))("a store: $name", ({ open, elsewhere }) => {
  let database: TestDatabase;
  let store: Store;
  let named = 0;
  const fresh = () => store.create(`w${++named}`, recording);

  beforeAll(async () => {
    database = await open();
    store = new Store(database.connection);
  });
  afterAll(async () => database.close());

  /** The same database read with nothing in memory. */
  const anew = (id: string) => new Store(database.connection).workspace(id);

  it("is backed up whole, and put back into the other kind of database", async () => {
    const { catalogue } = openCatalogue();
    const workspace = await fresh();
    await workspace.write(small(), recording, 0, { source: "here", files: [] });
    await workspace.change(party("p1"), { ...recording, request: "r1" });
    await workspace.recordDecision({ decision: decide({ graph: small(), catalogue: catalogue! }, "launch"), catalogue: catalogue!, question: plain, asked: asWritten, changeSet: 1 }, recording);
    const digest = await workspace.keepFile(Buffer.alloc(1_000_001, "\u0000\u00ff"), null, recording);
    const lines = await backedUp(database);
    const place = await elsewhere();
    const owner = await openOwner(place.owner);
    expect(await restore(owner.db, oneByOne(lines))).toBe(lines.length - 2);
    const again: string[] = [];
    await backup(owner.db, async (line) => void again.push(line));
    expect(again).toEqual(lines);
    expect(await refusal(restore(owner.db, oneByOne(lines)))).toMatchObject({ code: "conflict" });
    await owner.close();
    const other = new Store(await openStore(place.login));
    const there = await other.workspace(workspace.id);
    expect(canonicalJson((await there.graph()).graph)).toBe(canonicalJson((await workspace.graph()).graph));
    expect(await there.history()).toEqual(await workspace.history());
    expect(await there.decisions()).toEqual(await workspace.decisions());
    expect(await there.imports()).toEqual(await workspace.imports());
    expect(sha256(await there.file(digest))).toBe(digest);
    expect(await there.change(party("p2"), recording)).toBe(3);
    await other.close();
  });

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
    ["a workspace that is there", (w: string) => store.create(w, recording), "conflict"],
    ["a workspace that is not there", () => store.workspace("nobody"), "not-found"],
    ["a change set that is not there", (w: string) => anew(w).then((each) => each.graphAt(9)), "not-found"],
    ["a name that is none", () => store.create("No Name", recording), "bad-value"],
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

  it("keeps evidence by the digest of its bytes, once, and gives out no other bytes", async () => {
    const workspace = await fresh();
    for (const size of [0, 1, 1_000_000, 1_000_001]) {
      const content = Buffer.alloc(size, `of ${size}`);
      const digest = await workspace.keepFile(content, "text/plain", recording);
      expect(digest).toBe(sha256(content));
      expect(Buffer.compare(content, Buffer.from(await workspace.file(digest)))).toBe(0);
    }
    const again = await workspace.keepFile(Buffer.alloc(1, "of 1"), "image/png", { by: "john", at: "2027-01-01T00:00:00Z" });
    const files = await (await anew(workspace.id)).files();
    expect(files.map((each) => each.bytes).toSorted((a, b) => a - b)).toEqual([0, 1, 1_000_000, 1_000_001]);
    expect(files.find((each) => each.sha256 === again)).toEqual({ sha256: again, bytes: 1, mediaType: "text/plain", at, by: "jane" });
    const stranger = await fresh();
    expect(await refusal(stranger.file(again))).toMatchObject({ code: "not-found" });
  });

  it("keeps no more evidence than it may", async () => {
    const { id } = await fresh();
    const narrow = await new Store(database.connection, { fileBytes: 10, workspaceBytes: 15 }).workspace(id);
    expect(await refusal(narrow.keepFile(Buffer.alloc(11), null, recording))).toMatchObject({ code: "too-large" });
    await narrow.keepFile(Buffer.alloc(10), null, recording);
    expect(await refusal(narrow.keepFile(Buffer.alloc(6), null, recording))).toMatchObject({ code: "too-large" });
    await narrow.keepFile(Buffer.alloc(5), null, recording);
    await narrow.keepFile(Buffer.alloc(10), null, recording);
    expect(await narrow.files()).toHaveLength(2);
  });

  it("finds evidence that was changed behind its back", async () => {
    const workspace = await fresh();
    const content = Buffer.from("as it was");
    const digest = sha256("something else");
    await within(database, workspace.id, async (tx) => {
      await sql`insert into cleartitle.evidence_files (workspace, sha256, bytes, recorded_at, by) values (${workspace.id}, ${digest}, ${content.length}, ${at}, 'me')`.execute(tx);
      await sql`insert into cleartitle.evidence_chunks (workspace, sha256, part, content) values (${workspace.id}, ${digest}, 0, ${content})`.execute(tx);
    });
    expect(await refusal(workspace.file(digest))).toMatchObject({ code: "contradiction" });
  });

  it("keeps steps of an agreement with what they change of the records: both or neither, once under a name, and in the ledger", async () => {
    const workspace = await fresh();
    await workspace.write(small(), recording);
    expect(await workspace.takeStep(drafted, null, 1, { ...recording, request: "a1" })).toEqual({ step: 1, changeSet: null });
    expect(await workspace.takeStep({ ...drafted, text: "another" }, null, 1, { ...recording, request: "a1" })).toEqual({ step: 1, changeSet: null });
    expect(await refusal(workspace.takeStep(drafted, null, 1, recording))).toMatchObject({ code: "conflict" });
    const signed = { ...drafted, after: 1, text: null, content: { step: "sign", evidence: sha256("copy") } };
    expect(await refusal(workspace.takeStep(signed, party("p1"), 0, recording))).toMatchObject({ code: "conflict" });
    expect(await refusal(workspace.takeStep({ ...signed, after: 7 }, party("p1"), 1, recording))).toMatchObject({ code: "conflict" });
    expect([(await workspace.graph()).number, (await workspace.agreementSteps()).length]).toEqual([1, 1]);
    expect(await workspace.takeStep(signed, party("p1"), 1, recording)).toEqual({ step: 2, changeSet: 2 });
    expect(await (await anew(workspace.id)).agreementSteps("deal")).toMatchObject([{ number: 1, text: "the deal", content: drafted.content, by: "jane", at, changeSet: null }, { number: 2, text: null, changeSet: 2 }]);
    expect([(await workspace.graph()).graph!.parties.has("p1"), await workspace.agreementSteps("other")]).toEqual([true, []]);
    const entries = (await workspace.ledger.entries()).filter(({ event }) => event.kind === "agreement").map(({ open: told }) => Object.fromEntries(Object.entries(told).map(([name, { value }]) => [name, value])));
    expect(entries).toMatchObject([{ id: "deal", step: 1, text: sha256("the deal"), parties: ["a", "b"] }, { step: 2, changeSet: 2, evidence: [sha256("copy")] }]);
    expect(await workspace.ledger.check()).toEqual([]);
  });

  it("keeps steps of a negotiation once under a name, and tells the ledger their digests alone", async () => {
    const workspace = await fresh();
    expect(await workspace.negotiate(prepared, { ...recording, request: "n1" })).toBe(1);
    expect(await workspace.negotiate({ ...prepared, text: "another" }, { ...recording, request: "n1" })).toBe(1);
    expect(await refusal(workspace.negotiate(prepared, recording))).toMatchObject({ code: "conflict" });
    expect(await refusal(workspace.negotiate({ ...prepared, after: 7 }, recording))).toMatchObject({ code: "conflict" });
    const move = { ...prepared, after: 1, text: null, content: { settled: { fee: "low" } } };
    expect(await workspace.negotiate(move, recording)).toBe(2);
    expect(await (await anew(workspace.id)).negotiationSteps("talks")).toMatchObject([{ number: 1, text: "points: 45", content: prepared.content, by: "jane", at }, { number: 2, text: null, content: move.content }]);
    expect(await workspace.negotiationSteps("other")).toEqual([]);
    const entries = (await workspace.ledger.entries()).filter(({ event }) => event.kind === "negotiation").map(({ open: told }) => Object.fromEntries(Object.entries(told).map(([name, { value }]) => [name, value])));
    expect(entries).toEqual([{ by: "jane", id: "talks", step: 1, content: sha256(canonicalJson(prepared.content)), text: sha256("points: 45") }, { by: "jane", id: "talks", step: 2, content: sha256(canonicalJson(move.content)) }]);
    expect(await workspace.ledger.check()).toEqual([]);
  });

  it("keeps steps of a reading with the files that they bring, once under a name, and in the ledger", async () => {
    const workspace = await fresh();
    const found = { content: Buffer.from("what was read"), mediaType: "application/json" };
    const read = { reading: null, after: 0, content: { step: "read", found: sha256(found.content) }, evidence: [sha256(found.content)] };
    expect(await workspace.takeReadingStep(read, [found], { ...recording, request: "d1" })).toEqual({ reading: 1, step: 1 });
    expect(await workspace.takeReadingStep({ ...read, content: {} }, [], { ...recording, request: "d1" })).toEqual({ reading: 1, step: 1 });
    expect(await workspace.takeReadingStep(read, [found], recording)).toEqual({ reading: 2, step: 1 });
    const said = { reading: 1, after: 1, content: { step: "reviewed" }, evidence: [] };
    const other = { content: Buffer.from("kept with nothing"), mediaType: null };
    for (const [step, code] of [[{ ...said, after: 2 }, "conflict"], [{ ...said, reading: 3 }, "not-found"]] as const) expect(await refusal(workspace.takeReadingStep(step, [other], recording))).toMatchObject({ code });
    expect(await workspace.takeReadingStep(said, [], recording)).toEqual({ reading: 1, step: 2 });
    expect(await (await anew(workspace.id)).readingSteps(1)).toEqual([{ reading: 1, number: 1, content: read.content, by: "jane", at }, { reading: 1, number: 2, content: said.content, by: "jane", at }]);
    expect((await workspace.files()).map((file) => file.sha256)).toEqual([sha256(found.content)]);
    const entries = (await workspace.ledger.entries()).filter(({ event }) => event.kind === "reading").map(({ open: told }) => Object.fromEntries(Object.entries(told).map(([name, { value }]) => [name, value])));
    expect(entries).toMatchObject([{ number: 1, step: 1, evidence: [sha256(found.content)] }, { number: 2, step: 1 }, { number: 1, step: 2, content: said.content }]);
    expect(await workspace.ledger.check()).toEqual([]);
  });

  it("keeps what was imported from where, and decisions with the state that they were made of", async () => {
    const { catalogue } = openCatalogue();
    const workspace = await fresh();
    const imported = { source: "models/", files: [{ file: "README.md", format: "hugging-face", sha256: null }] };
    await workspace.write(small(), recording, 0, imported);
    expect(await workspace.imports()).toEqual([{ number: 1, ...imported }]);
    const decided = (graph: TitleGraph) => decide({ graph, catalogue: catalogue! }, "launch");
    const decision = decided(small());
    const question = plain;
    const first = { decision, catalogue: catalogue!, question, asked: asWritten, changeSet: 1 };
    expect(await Promise.all([1, 2].map(() => workspace.recordDecision(first, { ...recording, request: "q1" })))).toEqual([1, 1]);
    await workspace.change(party("p1"), recording);
    const second = { ...first, decision: decided((await workspace.graph()).graph!), changeSet: 2 };
    expect(await workspace.recordDecision(second, recording)).toBe(2);
    const kept = await (await anew(workspace.id)).decisions();
    expect(kept.map(({ number, changeSet, use, status, by }) => ({ number, changeSet, use, status, by }))).toEqual([1, 2].map((number) => ({ number, changeSet: number, use: "launch", status: decision.decision, by: "jane" })));
    expect(kept[0]).toMatchObject({ basis: decision.basis, question });
    // What was decided is decided again from what is kept, to the byte.
    const { graph } = await workspace.graphAt(kept[0]!.changeSet);
    expect(canonicalJson(decide({ graph: graph!, catalogue: catalogue! }, kept[0]!.use))).toBe(Buffer.from(await workspace.file(kept[0]!.decision)).toString());
    for (const changeSet of [0, 3, 1.5]) expect(await refusal(workspace.recordDecision({ ...first, changeSet }, recording))).toMatchObject({ code: "not-found" });
  });

  it("keeps no decision of a change set that it was not made of", async () => {
    const { catalogue } = openCatalogue();
    const workspace = await fresh();
    await workspace.write(small(), recording);
    await workspace.change(party("p1"), recording);
    const decided = (graph: TitleGraph) => decide({ graph, catalogue: catalogue! }, "launch");
    const question = { ...plain, in: ["DE"] };
    const made = { decision: decided(inGermany(small())), catalogue: catalogue!, question, asked: inGermany, changeSet: 1 };
    const mistaken = [{ ...made, changeSet: 2 }, { ...made, asked: asWritten }, { ...made, decision: decided(small()) }];
    for (const each of mistaken) expect(await refusal(workspace.recordDecision(each, recording))).toMatchObject({ code: "contradiction", offending: each.decision.basis.graph, hint: expect.stringContaining("decide again") });
    const another = { ...catalogue!, digests: { ...catalogue!.digests, groups: "sha256:other" } };
    expect(await refusal(workspace.recordDecision({ ...made, catalogue: another }, recording))).toMatchObject({ code: "contradiction", offending: catalogue!.digests.groups });
    expect([await workspace.decisions(), await workspace.files(), await store.catalogueText(another.digests)]).toEqual([[], [], null]);
    expect(await workspace.recordDecision(made, recording)).toBe(1);
  });

  it("keeps the catalogue of a decision once for all workspaces, held to its digest", async () => {
    const catalogue = openCatalogue().catalogue!;
    for (const workspace of [await fresh(), await fresh()]) {
      await workspace.write(small(), recording);
      await workspace.recordDecision({ decision: decide({ graph: small(), catalogue }, "launch"), catalogue, question: plain, asked: asWritten, changeSet: 1 }, recording);
    }
    await store.keepCatalogue(catalogue, at);
    expect(await store.catalogueText(catalogue.digests)).toBe(keptCatalogue(catalogue).text);
    const { rows } = await sql`select sha256, length(content) < ${Math.floor(keptCatalogue(catalogue).text.length / 5)} as small from cleartitle_catalogue.catalogues`.execute(database.connection.db);
    expect(rows).toEqual([{ sha256: keptCatalogue(catalogue).sha256, small: true }]);
    await sql`insert into cleartitle_catalogue.catalogues (sha256, catalogue, taxonomies, groups, content, recorded_at) values (${sha256("x")}, 'c', 't', 'g', ${Buffer.from("no catalogue")}, ${at})`.execute(database.connection.db);
    expect(await refusal(store.catalogueText({ catalogue: "c", taxonomies: "t", groups: "g" }))).toMatchObject({ code: "contradiction", offending: sha256("x") });
  });

  it("is asked of as it is now, whoever changed it", async () => {
    const { catalogue } = openCatalogue();
    const workspace = await fresh();
    await workspace.write(small(), recording);
    const other = new Store(database.another === null ? database.connection : await database.another());
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
    if (database.another !== null) await other.close();
  });

  describe("keeps workspaces apart", () => {
    it("by a policy on every table that no login is free of", async () => {
      const { rows } = await sql<{ readonly name: string; readonly bound: boolean }>`select relname::text as name, relrowsecurity and relforcerowsecurity as bound from pg_class where relnamespace = 'cleartitle'::regnamespace and relkind = 'r'`.execute(database.connection.db);
      expect(rows.filter((each) => !each.bound).map((each) => each.name)).toEqual(["schema_versions"]);
      expect(rows.length).toBeGreaterThan(3);
    });

    it("so that one sees its own rows, and nobody's without a workspace", async () => {
      const [mine, other] = [await fresh(), await fresh()];
      for (const each of [mine, other]) await each.write(small(), recording);
      for (const each of [mine, other]) await each.takeStep(drafted, null, 1, recording);
      for (const each of [mine, other]) await each.negotiate(prepared, recording);
      for (const each of [mine, other]) await each.takeReadingStep({ reading: null, after: 0, content: {}, evidence: [] }, [], recording);
      for (const table of ["workspaces", "change_sets", "records", "agreement_steps", "negotiation_steps", "reading_steps"]) expect(await seen(database, mine.id, table)).toEqual([mine.id]);
      for (const table of await tables(database)) {
        for (const nobody of [null, "", "nobody", `${mine.id}' or '1'='1`]) expect(await seen(database, nobody, table)).toEqual([]);
        expect((await seen(database, mine.id, table)).filter((each) => each !== mine.id)).toEqual([]);
      }
    });

    it("so that nobody writes for another, and nobody changes or deletes", async () => {
      const [mine, other] = [await fresh(), await fresh()];
      for (const each of [mine, other]) await each.write(small(), recording);
      for (const each of [mine, other]) await each.takeStep(drafted, null, 1, recording);
      for (const each of [mine, other]) await each.negotiate(prepared, recording);
      const trial = (statement: string) => within(database, mine.id, async (tx) => sql.raw(statement).execute(tx)).then(() => "done", (error: { readonly code: string }) => error.code);
      const notAllowed = "42501";
      expect(await trial(`insert into cleartitle.change_sets (workspace, number, recorded_at, by) values ('${other.id}', 2, '${at}', 'me')`)).toBe(notAllowed);
      expect(await trial(`insert into cleartitle.workspaces (id, created_at) values ('stolen', '${at}')`)).toBe(notAllowed);
      expect(await trial(`insert into cleartitle.records (workspace, number, section, key) values ('${other.id}', 1, 'assets', 'base2')`)).toBe(notAllowed);
      for (const table of await tables(database)) {
        // What a job came to can be worked out again, and is let go.
        const mayGo = table === "job_parts";
        for (const statement of [`update cleartitle.${table} set ${column(table)} = '${other.id}'`, `delete from cleartitle.${table}`, `truncate cleartitle.${table} cascade`, `drop table cleartitle.${table} cascade`]) expect([statement, await trial(statement)]).toEqual([statement, mayGo && statement.startsWith("delete") ? "done" : notAllowed]);
      }
      // A catalogue is of no workspace: whoever works may read one, and nobody alters what others decided by.
      for (const statement of ["update cleartitle_catalogue.catalogues set content = ''", "delete from cleartitle_catalogue.catalogues", "truncate cleartitle_catalogue.catalogues"]) expect([statement, await trial(statement)]).toEqual([statement, notAllowed]);
      expect(canonicalJson((await (await anew(other.id)).graph()).graph)).toBe(canonicalJson(small()));
    });
  });
});

describe("a backup", () => {
  const { graph } = readTitleFile(readFileSync(new URL("backups/kept.yaml", import.meta.url), "utf8"), { file: "kept.yaml" });

  it.each(Array.from({ length: newestVersion - 1 }, (_, i) => i + 1))("of the earlier schema %i is put back and brought to the newest", async (version) => {
    const place = await newServerPlace(server());
    await putBack(place, backupOf(version));
    const store = new Store(await openStore(place.login));
    for (const id of ["acme", "other"]) {
      const workspace = await store.workspace(id);
      expect(canonicalJson((await workspace.graphAt(1)).graph)).toBe(canonicalJson(graph));
      expect(canonicalJson((await workspace.graph()).graph)).toBe(canonicalJson(applyChanges(graph!, [{ change: "remove-statement", statement: "s1" }])));
      expect((await workspace.history()).map(({ by, why }) => ({ by, why }))).toEqual([{ by: "jane", why: "first import" }, { by: "john", why: "withdrawn" }]);
      expect(await workspace.change(party("p1"), { ...recording, request: "r1" })).toBe(2);
      expect(await workspace.keepFile(Buffer.from("new"), null, recording)).toBe(sha256("new"));
      const decisions = await workspace.decisions();
      expect(decisions.map((each) => each.number)).toEqual(version === 1 ? [] : [1]);
      for (const { decision } of decisions) expect(sha256(await workspace.file(decision))).toBe(decision);
      const kinds = (await workspace.ledger.entries()).map((entry) => entry.event.kind);
      const amiss = (await workspace.ledger.check()).map((each) => each.message);
      // A ledger that came along goes on; else it is begun by what is recorded first, and says so of what was there before.
      expect(kinds.slice(-2)).toEqual([version < 11 ? "opened" : "decision", "file"]);
      expect(amiss.slice(0, 1)).toEqual(version < 11 ? ["no entry of the ledger speaks of change set 1"] : []);
    }
    await store.close();
  });

  it("is taken whole or not at all", async () => {
    const { owner: place } = await newServerPlace(server());
    const owner = await openOwner(place);
    const lines = firstBackup();
    const end = lines.length - 1;
    const odd = JSON.stringify({ table: "workspaces", row: { id: "third", created_at: "2026-01-01T00:00:00Z", admin: 1 } });
    const cases: readonly (readonly [string, readonly string[], object])[] = [
      ["nothing", [], { code: "json-syntax", line: 1 }],
      ["another file", ["{}"], { code: "bad-value", line: 1 }],
      ["cut off", lines.slice(0, end), { code: "bad-value", line: end, message: "the backup ends too early" }],
      ["cut within a line", [...lines.slice(0, 5), lines[5]!.slice(0, 20)], { code: "json-syntax", line: 6 }],
      ["a line left out", lines.toSpliced(end - 1, 1), { code: "bad-value", line: end }],
      ["a word changed", lines.map((line) => line.replace("first import", "first Import")), { code: "bad-value", line: end + 1 }],
      ["lines that follow", [...lines, "{}"], { code: "bad-value" }],
      ["a table of its own", resealed([lines[0]!, JSON.stringify({ table: "pg_authid", row: {} })]), { code: "bad-value", line: 2 }],
      ["a column of its own", resealed([lines[0]!, odd]), { code: "bad-value", line: 2 }],
      ["rows of nothing", resealed([lines[0]!, ...lines.slice(3, end)]), { code: "bad-value" }],
      ["a newer schema", [lines[0]!.replace('"schema":1', '"schema":999'), ...lines.slice(1)], { code: "unsupported" }],
    ];
    for (const [what, given, problem] of cases) expect([what, await refusal(restore(owner.db, oneByOne(given)))]).toEqual([what, expect.objectContaining(problem)]);
    expect(await restore(owner.db, oneByOne(lines))).toBe(lines.length - 2);
    await owner.close();
  });

  it("that was refused is in the way of no backup of a newer schema", async () => {
    const { owner: place } = await newServerPlace(server());
    const owner = await openOwner(place);
    const lines = firstBackup();
    const newest = resealed([lines[0]!.replace('"schema":1', `"schema":${newestVersion}`), ...lines.slice(1, -1)]);
    expect(await refusal(restore(owner.db, oneByOne(lines.slice(0, -1))))).toMatchObject({ code: "bad-value", message: "the backup ends too early" });
    expect(await restore(owner.db, oneByOne(newest))).toBe(lines.length - 2);
    expect(await schemaVersion(owner.db)).toBe(newestVersion);
    expect(await refusal(restore(owner.db, oneByOne(newest)))).toMatchObject({ code: "conflict" });
    await owner.close();
  });

  it("has a place for every table", async () => {
    const { owner: place } = await newServerPlace(server());
    const owner = await openOwner(place);
    await migrate(owner.db);
    const beside = (await Promise.all(["cleartitle_people", "cleartitle_catalogue"].map(async (schema) => (await tablesOf(owner.db, schema)).map((table) => `${schema}.${table}`)))).flat();
    // What is of the moment: it ends with the database.
    const passing = ["failures", "invitations", "sessions", "sign_ins"].map((table) => `cleartitle_people.${table}`);
    expect([...(await tablesOf(owner.db)), ...beside].toSorted()).toEqual([...Object.keys(tablesBackedUp), ...passing].toSorted());
    await owner.close();
  });
});

it("never changes a step of the schema that was taken", () => {
  expect(migrations.map(({ version, name, statements }) => [version, name, sha256(statements.join(";\n"))])).toEqual([
    [1, "title-records", "sha256:92133584e68ab0e7f27c851829379e0ebf9b4a5a710232105e8d1255a38b0b8e"],
    [2, "evidence-and-decisions", "sha256:6b465bc63e7804843737bc0b7be8b2f29d0a7b137cb9ed5ac1d6832fded7a3ba"],
    [3, "jobs", "sha256:b7eee3ff8db1b712b6e2d64542bb9a1e855dbb72bd0abdaa04e19e6da47b8a89"],
    [4, "people", "sha256:7790cee24666e6428cc3322d9d3134d94f07897b35dd0ab9110fc24aac793abe"],
    [5, "requests", "sha256:c82614e02837e5c650ace1406a2db41928152a221abb1dbc4bf2be10d4d0947a"],
    [6, "ledger", "sha256:5aa90575ec961fd589d6a9c84f31197f1c8a1148f5b391935f282f1e6f82960b"],
    [7, "notices", "sha256:d6be66ff35ea032741f8de005341f6b01326ffb115952cc64f2793f6328a8bd4"],
    [8, "workspace-names", "sha256:7fa3de2041b947bcde895a83d28e3b5b3e94e91c68f178fa7c599454bb6cddd2"],
    [9, "agreements", "sha256:c7cd9791bd590ded3e4f28878500170380508b431db35e5c4d761935fd5e0bd1"],
    [10, "negotiations", "sha256:b21c94617cc6ff2a35332643f6efdcfbb65aee9bcb26ca5c59e8757b73261055"],
    [11, "readings", "sha256:f4d2084023d763bcb9f8bb1392d8449821cb7483bdf7eedcb5582e31fc0d15fd"],
    [12, "proposal-requests", "sha256:3581d3618efc4a7f7d9a0296c9b71e6c2ab955560374e445050a1f68e0e5c4ae"],
    [13, "job-parts", "sha256:80cb6bfc26e27075b38470dd8bf7d30364d02b04bac41e8ea0ba99478f9ae8df"],
    [14, "catalogues", "sha256:c307f65a721e8d27281ceeb6f34a9e09976fb08f79291137f2e47740c4b36264"],
  ]);
});

/** Puts the login, by way of another role, into one that policies do not bind. Neither lends it anything until it is taken by name. */
async function letBecome({ superUrl, loginUrl }: Awaited<ReturnType<TestServer["database"]>>, free: string): Promise<void> {
  const login = new URL(loginUrl).username;
  const { db, close } = await openOwner({ url: superUrl });
  for (const statement of [`create role ${login}_free ${free}`, `create role ${login}_way noinherit in role ${login}_free`, `alter role ${login} noinherit`, `grant ${login}_way, cleartitle_app to ${login}`]) await sql.raw(statement).execute(db);
  await close();
}

describe("a login of a server", () => {
  it.each([
    ["that is a superuser", "superUrl", "is a superuser", null],
    ["that may become a superuser", "loginUrl", "may take a role that policies do not bind", "superuser"],
    ["that may become one that policies do not bind", "loginUrl", "may take a role that policies do not bind", "bypassrls"],
    ["that owns the schema", "ownerUrl", "has the role cleartitle_keeper", null],
    ["that may nothing", "loginUrl", "has not the role `cleartitle_app`", null],
  ] as const)("%s is refused, for workspaces would not be apart", async (_, which, why, free) => {
    const urls = await server().database();
    if (free !== null) await letBecome(urls, free);
    const owner = await openOwner({ url: urls.ownerUrl });
    await migrate(owner.db);
    await owner.close();
    const problem = await refusal(openStore({ url: urls[which] }));
    expect(problem.code).toBe("not-allowed");
    expect(problem.message).toContain(why);
    expect(JSON.stringify(problem)).not.toContain("secret");
  });

  it("that became another one is refused for what it was", async () => {
    const urls = await server().database();
    const name = new URL(urls.loginUrl).username;
    const owner = await openOwner({ url: urls.ownerUrl });
    await migrate(owner.db);
    await grantLogin(owner.db, name);
    await owner.close();
    const became = `${urls.superUrl}?options=${encodeURIComponent(`-c role=${name}`)}`;
    expect(await refusal(openStore({ url: became }))).toMatchObject({ code: "not-allowed", offending: "postgres", message: expect.stringContaining("is a superuser") });
    await (await openStore({ url: urls.loginUrl })).close();
  });

  it.each([
    ["a database that is not there", (url: string) => url.replace(/base\d+$/, "nowhere"), "not-found"],
    ["a wrong password", (url: string) => url.replace("secret", "guess"), "not-allowed"],
    ["no server", (url: string) => url.replace(/:\d+\//, ":1/"), "io"],
  ])("meets %s", async (_, changed, code) => {
    const { loginUrl } = await server().database();
    expect(await refusal(openStore({ url: changed(loginUrl) }))).toMatchObject({ code });
  });

  it("opens a workspace while somebody writes to it", async () => {
    const database = await serverDatabase(server());
    const store = new Store(database.connection);
    const { id } = await store.create("acme", recording);
    const opened = await writingIn(database.connection, id, async () => new Store(database.connection).workspace(id));
    expect(opened.id).toBe(id);
    await store.close();
  });

  it("meets a schema that is not the program's", async () => {
    const { owner: ownerPlace, login } = await newServerPlace(server());
    const owner = await openOwner(ownerPlace);
    await migrate(owner.db, 1);
    expect(await refusal(openStore(login))).toMatchObject({ code: "unsupported", hint: "run `cleartitle db migrate` as the owner of the schema" });
    await sql`insert into cleartitle.schema_versions (version, name) values (999, 'future')`.execute(owner.db);
    expect(await refusal(openStore(login))).toMatchObject({ code: "unsupported" });
    expect(await refusal(migrate(owner.db))).toMatchObject({ code: "unsupported" });
    await owner.close();
  });
});

it("a folder with an embedded database has one process at a time, and loses nothing", async () => {
  const { owner: place } = await newFolderPlace();
  const first = new Store(await openStore(place));
  await (await first.create("acme", recording)).write(small(), recording);
  expect(await refusal(openStore(place))).toMatchObject({ code: "conflict" });
  await first.close();
  const second = new Store(await openStore(place));
  expect(canonicalJson((await (await second.workspace("acme")).graph()).graph)).toBe(canonicalJson(small()));
  await second.close();
});
