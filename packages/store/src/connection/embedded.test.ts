import { randomBytes } from "node:crypto";
import fs, { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "kysely";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import type { Database } from "../database.js";
import { FolderLock } from "../lock/lock.js";
import { schemaVersion } from "../migration/migrate.js";
import { openEmbeddedOwner } from "./embedded.js";

const folders = mkdtempSync(join(tmpdir(), "cleartitle-embedded-"));
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folders, { recursive: true, force: true }));

it.each([
  ["nothing", async () => undefined],
  ["something", schemaVersion],
] as const)("is closed before others may have its folder, where %s was asked of it", async (what, ask: (db: Database) => Promise<unknown>) => {
  const created = vi.spyOn(PGlite, "create");
  const { db, close } = await openEmbeddedOwner(join(folders, what));
  const database = (await created.mock.results[0]!.value) as PGlite;
  await ask(db);
  const closed: boolean[] = [];
  vi.spyOn(FolderLock.prototype, "release").mockImplementation(async () => void closed.push(database.closed));
  await close();
  expect(closed).toEqual([true]);
});

it("begins anew where a killed process left half a database, and lets nobody else of the machine in", async () => {
  const folder = join(folders, "half");
  mkdirSync(join(folder, "data-half-made/base"), { recursive: true });
  writeFileSync(join(folder, "data-half-made/PG_VERSION"), "");
  const { db, close } = await openEmbeddedOwner(folder);
  expect(await schemaVersion(db)).toBe(0);
  await close();
  expect(readdirSync(folder).toSorted()).toEqual(["data", "lock"]);
  await (await openEmbeddedOwner(join(folders, "fresh/own"))).close();
  expect(statSync(join(folders, "fresh/own")).mode & 0o777).toBe(0o700);
});

it("what it begins with and what it has acknowledged are written through to the disk, each time", async () => {
  const written = vi.spyOn(fs, "fsyncSync");
  const { db, close } = await openEmbeddedOwner(join(folders, "durable"));
  expect(written.mock.calls.length).toBeGreaterThan(readdirSync(join(folders, "durable", "data"), { recursive: true }).length);
  await sql`create table kept (id int)`.execute(db);
  written.mockClear();
  for (const id of [1, 2, 3]) {
    await sql`insert into kept values (${id})`.execute(db);
    expect(written).toHaveBeenCalledTimes(id);
  }
  await sql`select id from kept`.execute(db);
  expect(written).toHaveBeenCalledTimes(3);
  await close();
});

it("where its log has no room it ends, says so, and is opened anew by whoever comes next, with all that was committed", async () => {
  const { db, close } = await openEmbeddedOwner(join(folders, "full"));
  await sql`create table kept (id int, filling bytea)`.execute(db);
  await sql`insert into kept values (1)`.execute(db);
  const open = fs.openSync;
  const full = vi.spyOn(fs, "openSync").mockImplementation((path, ...rest) => {
    // Under this name a new part of the log begins.
    if (String(path).includes("xlogtemp")) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC", errno: -28 });
    return open(path, ...rest);
  });
  const filling = db.transaction().execute(async (tx) => {
    // More than the part of the log that there is.
    for (let id = 2; id < 40; id++) await sql`insert into kept values (${id}, ${randomBytes(1_000_000)})`.execute(tx);
  });
  await expect(filling).rejects.toMatchObject({ severity: "PANIC", code: "53100" });
  full.mockRestore();
  await sql`insert into kept values (99)`.execute(db);
  expect((await sql`select id from kept order by id`.execute(db)).rows).toEqual([{ id: 1 }, { id: 99 }]);
  await close();
});
