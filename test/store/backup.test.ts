import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { canonicalJson, sha256 } from "@cleartitle/norms";
import { backup, migrate, newestVersion, openOwner, openStore, restore, schemaVersion, Store } from "@cleartitle/store";
import { applyChanges, readTitleFile } from "@cleartitle/title";
import { describe, expect, it } from "vitest";
import { backedUp as tablesBackedUp } from "../../packages/store/src/backup/line.js";
import { migrations } from "../../packages/store/src/migration/migrate.js";
import { tablesOf } from "./bare-sql.js";
import { backedUp, backupOf, bothKinds, newServerPlace, oneByOne, putBack, refusal, serverOfFile } from "./databases.js";
import { keptStore } from "./kept-store.js";
import { asWritten, party, plain, recording, small } from "./small-title.js";

const firstBackup = (): string[] => backupOf(1);
/** Lines changed by somebody who knows how they are ended. */
const resealed = (rows: readonly string[]): string[] => [...rows, JSON.stringify({ rows: rows.length - 1, sha256: createHash("sha256").update(rows.map((line) => `${line}\n`).join("")).digest("hex") })];

const server = serverOfFile();

describe.each(bothKinds(server))("a store: $name", ({ open, elsewhere }) => {
  const { database, fresh } = keptStore(open);

  it("is backed up whole, and put back into the other kind of database", async () => {
    const { catalogue } = openCatalogue();
    const workspace = await fresh();
    await workspace.write(small(), recording, 0, { source: "here", files: [] });
    await workspace.change(party("p1"), { ...recording, request: "r1" });
    await workspace.recordDecision({ decision: decide({ graph: small(), catalogue: catalogue! }, "launch"), catalogue: catalogue!, question: plain, asked: asWritten, changeSet: 1 }, recording);
    const digest = await workspace.keepFile(Buffer.alloc(1_000_001, "\u0000\u00ff"), null, recording);
    const lines = await backedUp(database());
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
