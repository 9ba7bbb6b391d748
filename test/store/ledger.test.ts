import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keptCatalogue, openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { checkProof, decisionRecordOf, type Entry, newSigningKey, openBundle, type Question, readSigningKey, replayDecision, type SigningKey, type Verification, verifyLedger, writeBundle } from "@cleartitle/ledger";
import { canonicalJson, type Problem } from "@cleartitle/norms";
import { openOwner, openStore, redact, Store, type StoreRefusal, type Workspace } from "@cleartitle/store";
import { type ChangeSet, GraphBuilder, readTitleFile, type TitleGraph } from "@cleartitle/title";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../packages/store/src/database.js";
import { tablesOf, within } from "./bare-sql.js";
import { backedUp, bothKinds, putBack, refusal, serverOfFile, type TestDatabase } from "./databases.js";

const at = "2026-03-01T09:30:00Z";
const recording = { by: "jane", at };
const catalogue = openCatalogue().catalogue!;
const question: Question = { use: "launch", in: null, asOf: null, knownAt: null, profile: null };
const keyOf = (name: string): SigningKey => readSigningKey(newSigningKey(name).secret)!;
const asWritten = (graph: TitleGraph): TitleGraph => graph;

function small(raw = "MIT, says john.doe@example.org"): TitleGraph {
  const builder = new GraphBuilder("acme");
  builder.addAsset({ id: "base", kind: "model" }).addAsset({ id: "notes", kind: "dataset" });
  builder.addDerivation({ id: "d1", from: ["base", "notes"], to: "tuned", by: "finetune" });
  builder.addStatement({ id: "s1", about: { kind: "asset", id: "base" }, what: "license", rung: "declared", value: "MIT", raw, by: "john.doe@example.org" });
  builder.addStatement({ id: "s2", about: { kind: "asset", id: "notes" }, what: "license", rung: "concluded", value: "CC-BY-4.0", by: "counsel" });
  builder.addUse({ name: "launch", of: "tuned", actions: ["host"], purpose: ["commercial"], in: ["US"], on: "2026-12-01" });
  return builder.build();
}

const party = (id: string): ChangeSet => [{ change: "add-party", party: { id, kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] } }];

let folder = "";
let exports = 0;
const server = serverOfFile();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cleartitle-exported-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Found extends Verification {
  readonly entries: readonly Entry[];
  /** Decisions that were decided again to the same bytes. */
  readonly same: number;
  /** Why others were not. */
  readonly not: readonly Problem[];
}

/** A workspace's ledger as somebody verifies it who has the folder and a key. */
async function verified(workspace: Workspace, ...keys: readonly SigningKey[]): Promise<Found> {
  const bundle = join(folder, `b${++exports}`);
  expect((await workspace.ledger.export((parts) => writeBundle(bundle, parts))).problems).toEqual([]);
  const opened = await openBundle(bundle, "b");
  const entries: Entry[] = [];
  const found = await verifyLedger(opened.bundle!.source, { keys: keys.map((key) => key.verifier), follows: true, kept: [] }, (entry) => entries.push(entry));
  const not: Problem[] = [];
  const records = entries.filter((entry) => entry.event.kind === "decision").map((entry) => [entry.event.index, decisionRecordOf(entry)] as const);
  for (const [index, record] of records) {
    const { problem } = typeof record === "string" ? { problem: null } : await replayDecision(index, record, { catalogue, decide, graphOf: async (text, file) => readTitleFile(text, { file, taxonomies: catalogue.taxonomies }), evidence: opened.bundle!.evidence, kept: async () => null });
    if (problem !== null) not.push(problem);
  }
  return { ...found, problems: [...opened.problems, ...found.problems], entries, same: records.length - not.length, not };
}

const decided = (graph: TitleGraph, changeSet: number) => ({ decision: decide({ graph, catalogue }, "launch"), catalogue, question, asked: asWritten, changeSet });

/** Something of each kind that the store enters. */
async function filled(workspace: Workspace): Promise<void> {
  await workspace.write(small(), { ...recording, why: "first import" }, 0, { source: "models/", files: [] });
  await workspace.keepFile(Buffer.from("consent of john"), "text/plain", recording);
  await workspace.recordDecision(decided(small(), 1), recording);
  await workspace.change([{ change: "remove-statement", statement: "s1" }], { ...recording, by: "counsel", request: "r1", why: "withdrawn" });
  await workspace.ledger.enter("approval", { of: "decision 1" }, { ...recording, by: "approver", request: "a1" });
}

describe.each(bothKinds(server))("the ledger of a workspace: $name", ({ open, elsewhere }) => {
  let database: TestDatabase;
  let named = 0;
  const storeWith = (...keys: readonly SigningKey[]) => new Store(database.connection, undefined, keys);
  const begun = async (...keys: readonly SigningKey[]): Promise<Workspace> => storeWith(...keys).create(`w${++named}`, recording, keys[0]?.verifier.name);
  /** As whoever owns the schema, or has broken into the database. */
  const asOwner = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const owner = "url" in database.place ? await openOwner(database.place) : null;
    try {
      return await work(owner?.db ?? database.connection.db);
    } finally {
      await owner?.close();
    }
  };
  const tampering = (workspace: Workspace, statement: string) => asOwner((db) => db.transaction().execute(async (tx) => {
    if (!("url" in database.place)) await sql`set local role none`.execute(tx);
    for (const table of await tablesOf(tx)) await sql.raw(`alter table cleartitle.${table} no force row level security`).execute(tx);
    await sql.raw(statement.replaceAll("$W", `'${workspace.id}'`)).execute(tx);
    for (const table of await tablesOf(tx)) await sql.raw(`alter table cleartitle.${table} force row level security`).execute(tx);
  }));

  beforeAll(async () => {
    database = await open();
  });
  afterAll(async () => database.close());

  it("holds what was recorded, in its order, and decisions are decided again from it", async () => {
    const key = keyOf("acme.example/title");
    const workspace = await begun(key);
    await filled(workspace);
    const found = await verified(workspace, key);
    expect({ problems: found.problems, not: found.not, notes: found.notes, missing: found.missingEvidence }).toEqual({ problems: [], not: [], notes: [], missing: 0 });
    expect([found.vouchedBy, found.same, found.heads]).toEqual([key.verifier.text, 1, 6]);
    expect(found.kinds).toEqual({ approval: 1, "change-set": 2, conclusion: 1, decision: 1, file: 1, opened: 1, record: found.kinds["record"]!, statement: 1 });
    expect(found.entries.filter((entry) => entry.event.kind === "statement" || entry.event.kind === "conclusion").map(({ open: told }) => [told["id"]?.value, told["value"]?.value, told["author"]?.value, told["by"]?.value])).toEqual([["s1", "MIT", "john.doe@example.org", "jane"], ["s2", "CC-BY-4.0", "counsel", "jane"]]);
    expect(await workspace.ledger.check()).toEqual([]);
    expect(await workspace.ledger.standing()).toEqual({ name: "acme.example/title", size: found.size, signed: found.size, signer: key.verifier.text });
    expect(await workspace.ledger.entries(3, 2)).toEqual(found.entries.slice(3, 5));
  });

  it("has no gaps where many write at once, and nothing of what was refused or repeated", async () => {
    const key = keyOf("many");
    const workspace = await begun(key);
    await workspace.write(small(), recording);
    const size = (await workspace.ledger.standing())!.size;
    const others = await Promise.all([1, 2, 3].map(() => storeWith(key).workspace(workspace.id)));
    await Promise.all(Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? others[i % 3]!.change(party(`p${i}`), recording) : others[i % 3]!.ledger.enter("usage", { of: "base", quantity: i, during: "2026" }, { ...recording, request: `u${i}` }))));
    expect(await refusal(others[0]!.write(small(), recording))).toMatchObject({ code: "conflict" });
    expect(new Set(await Promise.all([1, 2, 3].map((i) => others[i % 3]!.ledger.enter("usage", { of: "base", quantity: 9, during: "2027" }, { ...recording, request: "u1" })))).size).toBe(1);
    expect(await workspace.change(party("p0"), recording)).toBe(13);
    const found = await verified(workspace, key);
    expect([found.problems, found.size, found.kinds["usage"]]).toEqual([[], size + 12 * 2 + 12, 12]);
  });

  it("is kept without a key, and told as unsigned until one signs", async () => {
    const key = keyOf("late");
    const workspace = await storeWith().create(`w${++named}`, recording, "late");
    await filled(workspace);
    const before = await verified(workspace, key);
    expect(before.problems.map((each) => each.message)).toEqual(["no head that holds is signed by a key that you trust"]);
    expect([await workspace.ledger.head(), (await workspace.ledger.standing())!.signed]).toEqual([null, 0]);
    expect(await refusal(workspace.ledger.sign(recording))).toMatchObject({ code: "not-allowed" });
    expect(await refusal(workspace.ledger.proveEntry(0))).toMatchObject({ code: "not-found" });
    const head = await (await storeWith(key).workspace(workspace.id)).ledger.sign({ by: "admin", at });
    expect([await workspace.ledger.head(), await (await storeWith(key).workspace(workspace.id)).ledger.sign({ by: "admin", at })]).toEqual([head, head]);
    const after = await verified(workspace, key);
    expect([after.problems, after.vouchedBy, after.size]).toEqual([[], key.verifier.text, before.size + 1]);
    await workspace.change(party("p1"), recording);
    expect((await verified(workspace, key)).problems.map((each) => each.message)).toEqual([`entry ${after.size} and those after it are under no head that holds and is signed by a key that you trust`]);
  });

  it("is handed over to another key, and signed by the old one no more", async () => {
    const [first, next] = [keyOf("handed"), keyOf("handed")];
    const workspace = await begun(first);
    await workspace.write(small(), recording);
    expect(await refusal((await storeWith().workspace(workspace.id)).ledger.handOver(next, { ...recording, why: "stolen" }))).toMatchObject({ code: "not-allowed" });
    expect(await refusal(workspace.ledger.handOver(keyOf("another"), { ...recording, why: "yearly" }))).toMatchObject({ code: "bad-value" });
    await workspace.ledger.handOver(next, { ...recording, why: "yearly" });
    expect(await refusal(workspace.change(party("p1"), recording))).toMatchObject({ code: "not-allowed", hint: expect.stringContaining(next.verifier.text) });
    const renewed = await storeWith(first, next).workspace(workspace.id);
    await renewed.change(party("p1"), recording);
    for (const key of [first, next]) expect((await verified(renewed, key)).problems).toEqual([]);
  });

  it("shows an entry, and that it goes on from an earlier head, by few rows", async () => {
    const key = keyOf("shown");
    const workspace = await begun(key);
    const heads = [(await workspace.ledger.head())!];
    await filled(workspace);
    heads.push((await workspace.ledger.head())!);
    for (let i = 0; i < 9; i++) await workspace.ledger.enter("usage", { of: "base", quantity: i, during: "2026" }, recording);
    const { size } = (await workspace.ledger.standing())!;
    const proofs = [...(await Promise.all(Array.from({ length: size }, (_, i) => workspace.ledger.proveEntry(i)))), ...(await Promise.all(heads.map((head) => workspace.ledger.proveSince(head))))];
    for (const proof of proofs) expect(checkProof(JSON.stringify(proof), [key.verifier], "p").problems).toEqual([]);
    expect(proofs).toHaveLength(size + 2);
    expect(await refusal(workspace.ledger.proveEntry(size))).toMatchObject({ code: "not-found" });
    expect(await refusal(workspace.ledger.proveSince("nothing"))).toMatchObject({ code: "bad-value" });
  });

  it.each([
    ["what a record says", `update cleartitle.records set content = replace(content, 'CC-BY-4.0', 'CC0-1.0') where workspace = $W and key = 's2'`],
    ["what a record says beyond its entry", `update cleartitle.records set content = replace(content, '{"about"', '{"aaa":1,"about"') where workspace = $W and key = 's2'`],
    ["that a record is gone", `update cleartitle.records set content = null where workspace = $W and key = 's2'`],
    ["who recorded a change set", `update cleartitle.change_sets set by = 'nobody' where workspace = $W and number = 2`],
    ["when", `update cleartitle.change_sets set recorded_at = '2020-01-01T00:00:00Z' where workspace = $W and number = 2`],
    ["what was asked for", `update cleartitle.change_sets set changes = '[]' where workspace = $W and number = 2`],
    ["what was imported from where", `update cleartitle.imports set source = 'elsewhere' where workspace = $W`],
    ["the outcome of a decision", `update cleartitle.decisions set status = 'unheard of' where workspace = $W`],
    ["the text of a decision", `update cleartitle.evidence_chunks set content = set_byte(content, 20, 65) where workspace = $W and octet_length(content) > 100`],
    ["what a decision was asked of", `update cleartitle.decisions set use = 'another' where workspace = $W`],
    ["what a file is", `update cleartitle.evidence_files set media_type = 'image/png' where workspace = $W and media_type = 'text/plain'`],
    ["that a file is gone", `delete from cleartitle.evidence_chunks c using cleartitle.evidence_files f where c.workspace = $W and f.workspace = $W and f.sha256 = c.sha256 and f.media_type = 'text/plain'; delete from cleartitle.evidence_files where workspace = $W and media_type = 'text/plain'`],
    ["that a file was redacted", `update cleartitle.evidence_files set erased = 1 where workspace = $W and media_type = 'text/plain'`],
    ["what an entry tells", `update cleartitle.ledger_entries set told = replace(told, 'approver', 'impostor') where workspace = $W`],
    ["an event", `update cleartitle.ledger_entries set event = replace(event, '2026-03-01', '2025-03-01') where workspace = $W and entry = 3`],
    ["the order of entries", `update cleartitle.ledger_entries set entry = 999999 - entry where workspace = $W and entry in (2, 999997); update cleartitle.ledger_entries set entry = 2 where workspace = $W and entry = 3; update cleartitle.ledger_entries set entry = 3 where workspace = $W and entry = 999997`],
    ["the last entries", `delete from cleartitle.ledger_entries where workspace = $W and entry > 5`],
    ["a change set that nobody recorded", `insert into cleartitle.change_sets (workspace, number, recorded_at, by) values ($W, 3, '${at}', 'me')`],
    ["a record that nobody recorded", `insert into cleartitle.records (workspace, number, section, key, content) values ($W, 2, 'assets', 'x', '{}')`],
    ["a head", `update cleartitle.ledger_heads set head = replace(head, 'A', 'B') where workspace = $W`],
  ])("tells that somebody altered %s", async (_, statement) => {
    const key = keyOf(`tampered-${named + 1}`);
    const workspace = await begun(key);
    await filled(workspace);
    for (const each of statement.split("; ")) await tampering(workspace, each);
    const found: readonly Problem[] = await verified(workspace, key).then(({ problems, not }) => [...problems, ...not], (error: StoreRefusal) => [error.problem]);
    expect([...found, ...(await workspace.ledger.check())].map((each) => each.code)).toContainEqual(expect.stringMatching(/unproven|contradiction|format-syntax/));
  });

  it("tells that somebody altered the catalogue of a decision, and gives it out with the ledger where nobody did", async () => {
    const key = keyOf("by-catalogue");
    const workspace = await begun(key);
    await filled(workspace);
    // Done twice it is as it was: the catalogue is that of every workspace.
    const alter = () => tampering(workspace, "update cleartitle_catalogue.catalogues set content = set_byte(content, 20, 255 - get_byte(content, 20))");
    await alter();
    const found = (await workspace.ledger.check()).map((each) => [each.code, each.offending]);
    await alter();
    expect(found).toEqual([["unproven", keptCatalogue(catalogue).sha256]]);
    expect(await workspace.ledger.check()).toEqual([]);
    expect((await verified(workspace, key)).missingEvidence).toBe(0);
  });

  it("gives up what is redacted, in rows and kept versions alike, and keeps its proofs", async () => {
    const key = keyOf("erased");
    const workspace = await begun(key);
    await workspace.write(small(), recording);
    await workspace.recordDecision(decided(small(), 1), recording);
    const digest = await workspace.keepFile(Buffer.from("consent of john.doe@example.org"), null, recording);
    const { index } = (await workspace.ledger.entries()).find((entry) => entry.event.kind === "statement")!.event;
    const file = (await workspace.ledger.entries()).find((entry) => entry.event.kind === "file")!.event.index;
    const behind = await storeWith(key).workspace(workspace.id);
    await behind.graph();
    const take = (entry: number, fields: readonly string[]) => asOwner((db) => redact(db, { workspace: workspace.id, entry, fields }, { by: "counsel", at, why: "erasure asked for" }, [key]));
    expect(await refusal(take(index, ["raw", "author"]))).toMatchObject({ code: "conflict", hint: expect.stringContaining("change or take out `s1` first") });
    await workspace.change([{ change: "add-statement", statement: { ...small("MIT").statements.find((each) => each.id === "s1")!, by: null } }], recording);
    const done = await take(index, ["raw", "author"]);
    await take(file, ["evidence"]);
    const strange = [await refusal(take(0, ["by"])), await refusal(take(index, ["raw"])), await refusal(take(index, ["key"])), await refusal(take(9_999, ["by"])), await refusal(take(index, []))];
    expect(strange.map((each) => each.code)).toEqual(["not-allowed", "unknown-name", "not-allowed", "not-found", "unknown-name"]);
    const decision = (await workspace.ledger.entries()).find((entry) => entry.event.kind === "decision")!.event.index;
    expect(done.look).toEqual([decision]);
    // The decision's own text and basis repeat it: the operator is told, and takes that out as well.
    await take(decision, ["decision", "title"]);
    const rows = await within(database, workspace.id, async (tx) => (await Promise.all((await tablesOf(tx)).map(async (table) => (await sql`select * from ${sql.id("cleartitle", table)}`.execute(tx)).rows))).flat());
    expect(canonicalJson(JSON.parse(JSON.stringify(rows)))).not.toContain("john.doe");
    expect(rows.flatMap((row) => Object.values(row as object)).filter((value) => value instanceof Uint8Array).map((value) => Buffer.from(value as Uint8Array).toString()).join(" ")).not.toContain("john.doe");
    const found = await verified(workspace, key);
    expect([found.problems, found.notes, found.redactions.map((each) => [each.entry, each.fields])]).toEqual([[], [], [[index, ["raw", "author"]], [file, ["evidence"]], [decision, ["decision", "title"]]]]);
    expect(await workspace.ledger.check()).toEqual([]);
    expect(await refusal(workspace.graphAt(1))).toMatchObject({ code: "not-found", message: expect.stringContaining("were redacted") });
    expect(await refusal(workspace.file(digest))).toMatchObject({ code: "not-found" });
    expect(await refusal(workspace.keepFile(Buffer.from("consent of john.doe@example.org"), null, recording))).toMatchObject({ code: "not-allowed" });
    for (const reader of [workspace, behind, await storeWith(key).workspace(workspace.id)]) expect((await reader.graph()).graph!.statements.find((each) => each.id === "s1")).toMatchObject({ raw: "MIT", by: null });
    expect(await workspace.change(party("p1"), recording)).toBe(3);
    expect((await workspace.history()).map((each) => each.redacted ?? null)).toEqual([null, null, null]);
    expect((await workspace.files()).find((each) => each.sha256 === digest)).toMatchObject({ by: "(redacted)", redacted: expect.any(Number) });
  });

  it("gives up who kept a file and who recorded a decision or said something of a reading, wherever it stands", async () => {
    const workspace = await begun(keyOf(`kept-${named + 1}`));
    await workspace.write(small(), { ...recording, by: "importer" });
    await workspace.keepFile(Buffer.from("a consent"), "text/jane", recording);
    await workspace.recordDecision(decided(small(), 1), recording);
    const take = async (kind: string, fields: readonly string[]) => {
      const { index } = (await workspace.ledger.entries()).find((each) => each.event.kind === kind)!.event;
      await asOwner((db) => redact(db, { workspace: workspace.id, entry: index, fields }, { by: "counsel", at, why: "erasure" }));
    };
    await take("file", ["by", "mediaType"]);
    await take("decision", ["by"]);
    await workspace.takeReadingStep({ reading: null, after: 0, content: { why: "as jane said" }, evidence: [] }, [], recording);
    await take("reading", ["by", "content"]);
    const rows = await within(database, workspace.id, async (tx) => (await Promise.all(["evidence_files", "decisions", "reading_steps"].map(async (table) => (await sql`select * from ${sql.id("cleartitle", table)}`.execute(tx)).rows))).flat());
    expect([rows.length, JSON.stringify(rows).match(/jane/g)]).toEqual([4, null]);
    expect((await workspace.files()).map(({ by, redacted }) => [by, redacted])).toEqual([["(redacted)", undefined], ["(redacted)", undefined]]);
    expect(await workspace.readingSteps()).toMatchObject([{ reading: 1, number: 1, content: null, by: "(redacted)" }]);
    expect(await workspace.ledger.check()).toEqual([]);
    expect((await verified(workspace)).missingEvidence).toBe(0);
  });

  it("takes what was asked for out with what came of it, and those who follow read anew", async () => {
    const workspace = await begun(keyOf("asked"));
    await workspace.write(small(), recording);
    const behind = await storeWith().workspace(workspace.id);
    await behind.graph();
    await workspace.change([{ change: "add-statement", statement: { ...small().statements[0]!, id: "s3", raw: "secret of john" } }], recording);
    await workspace.change([{ change: "remove-statement", statement: "s3" }], recording);
    const entry = (await workspace.ledger.entries()).find((each) => each.open["id"]?.value === "s3")!.event.index;
    await asOwner((db) => redact(db, { workspace: workspace.id, entry, fields: ["raw"] }, { by: "counsel", at, why: "erasure" }));
    const seen: boolean[] = [];
    behind.follow(({ changes }) => seen.push(changes === null));
    expect([(await behind.graph()).number, seen]).toEqual([3, [true]]);
    expect((await workspace.history()).map(({ changes, redacted }) => [changes === null, redacted !== undefined])).toEqual([[true, false], [true, true], [false, false]]);
    expect(await workspace.ledger.check()).toEqual([]);
  });

  it("is carried by a backup to the other kind of database, to the byte, and goes on there", async () => {
    const key = keyOf(`carried-${database.another === null}`);
    const workspace = await begun(key);
    await filled(workspace);
    const place = await elsewhere();
    await putBack(place, await backedUp(database));
    const there = new Store(await openStore(place.login), undefined, [key]);
    const moved = await there.workspace(workspace.id);
    const [before, after] = [await verified(workspace, key), await verified(moved, key)];
    for (const file of ["entries.jsonl", "heads.jsonl"]) expect(readFileSync(join(folder, `b${exports}`, file), "utf8")).toBe(readFileSync(join(folder, `b${exports - 1}`, file), "utf8"));
    expect([after.problems, after.same, after.root]).toEqual([[], 1, before.root]);
    await moved.change(party("p1"), recording);
    expect((await verified(moved, key)).problems).toEqual([]);
    await there.close();
  });

  it("has a name of its own", async () => {
    await storeWith().create(`w${++named}`, recording, "the-name");
    expect(await refusal(storeWith().create(`w${++named}`, recording, "the-name"))).toMatchObject({ code: "conflict", offending: "the-name" });
    expect(await refusal(storeWith().workspace(`w${named}`))).toMatchObject({ code: "not-found" });
    expect(await refusal(storeWith().create(`w${++named}`, recording, "no name"))).toMatchObject({ code: "bad-value" });
  });
});
