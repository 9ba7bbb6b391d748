import { chmodSync, readdirSync } from "node:fs";
import { openStore, Store, StoreRefusal } from "@cleartitle/store";
import { afterAll, expect, it } from "vitest";
import { newFolderPlace, removeFolders, serverDatabase } from "./databases.js";
import { startPostgres, type TestServer } from "./postgres.js";
import { processOf } from "./process.js";

const at = "2026-03-01T09:30:00Z";
const recording = { by: "jane", at };
let server: TestServer | null = null;
afterAll(async () => {
  await server?.stop();
  removeFolders();
});

const folderOf = async (): Promise<string> => ((await newFolderPlace()).owner as { readonly folder: string }).folder;

const opening = `
  const { openStore, StoreRefusal } = await import("@cleartitle/store");
  try {
    await (await openStore({ folder: given.folder })).close();
    console.log("opened");
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    console.log(JSON.stringify(error.problem));
  }
`;

it("a folder that may not be written is refused with what to do, and nothing is put in it", { timeout: 120_000 }, async () => {
  const folder = await folderOf();
  chmodSync(folder, 0o555);
  const problem = await processOf(opening, { folder }, { stranger: true }).rest();
  chmodSync(folder, 0o755);
  expect(JSON.parse(problem)).toMatchObject({ code: "io", message: "the database may not be written", hint: expect.stringContaining("permissions") });
  expect(readdirSync(folder)).toEqual([]);
});

it("where no file may be as long as one of the log, nothing is begun that would never end, and nothing is put in the folder", { timeout: 120_000 }, async () => {
  const folder = await folderOf();
  const problem = await processOf(opening, { folder }, { kilobytes: 16_383 }).rest();
  expect(JSON.parse(problem)).toMatchObject({ code: "io", message: expect.stringContaining("no file may have more than 16776192 bytes here"), hint: expect.stringContaining("ulimit") });
  expect(readdirSync(folder)).toEqual([]);
});

async function until(met: () => boolean): Promise<void> {
  while (!met()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Keeps files until there is no more room; says how many were kept, and what it was told then. */
const filling = `
  const { randomBytes } = await import("node:crypto");
  const { openStore, Store, StoreRefusal } = await import("@cleartitle/store");
  const store = new Store(await openStore({ folder: given.folder }));
  const workspace = await store.workspace("w");
  let kept = 0;
  try {
    for (; kept < 60; kept++) {
      await workspace.keepFile(randomBytes(1_000_000), null, { by: "jane", at: "${at}" });
      console.log("kept");
    }
  } catch (error) {
    console.log(JSON.stringify(error instanceof StoreRefusal ? error.problem : { code: "bug", message: String(error) }));
  }
  process.exit(0);
`;

it("on a full disk what is recorded is refused with what to do, and what was recorded before is there whole", { timeout: 240_000 }, async () => {
  const folder = await folderOf();
  const before = new Store(await openStore({ folder }));
  await before.create("w", recording);
  await before.close();
  const said = (await processOf(filling, { folder }, { kilobytes: 20_000 }).rest()).split("\n");
  expect(JSON.parse(said.at(-1)!)).toMatchObject({ code: "io", message: "the database has no room left", hint: "make room on its disk; nothing was written" });
  const after = new Store(await openStore({ folder }));
  const workspace = await after.workspace("w");
  const files = await workspace.files("", 1_000);
  expect(files).toHaveLength(said.length - 1);
  for (const { sha256, bytes } of files) expect((await workspace.file(sha256)).byteLength).toBe(bytes);
  expect(await workspace.ledger.check()).toEqual([]);
  await workspace.keepFile(Buffer.from("there is room again"), null, recording);
  await after.close();
});

it("a server that is started anew under load gives clean problems meanwhile, and is used again by itself", { timeout: 240_000 }, async () => {
  server = await startPostgres();
  const database = await serverDatabase(server);
  const store = new Store(database.connection);
  const workspace = await store.create("w", recording);
  const kept = new Set<number>();
  const refused: unknown[] = [];
  let next = 0;
  const stop = new AbortController();
  const work = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const quantity = (next += 1);
      try {
        await workspace.ledger.enter("usage", { of: "base", quantity, during: "2026" }, recording);
        kept.add(quantity);
      } catch (error) {
        refused.push(error);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  const working = [1, 2, 3, 4].map(work);
  await until(() => kept.size > 10);
  const heardAgain = new Promise<void>((resolve) => void store.listen((changed) => changed === null && resolve()));
  await server.restart();
  const before = kept.size;
  await until(() => kept.size > before + 10);
  stop.abort();
  await Promise.all(working);
  await heardAgain;
  expect(refused.map((error) => (error instanceof StoreRefusal ? error.problem.code : String(error))).filter((code) => code !== "io")).toEqual([]);
  expect(refused.length).toBeGreaterThan(0);
  const usages = new Set((await workspace.ledger.entries(0, 100_000)).map(({ open }) => open["quantity"]?.value));
  expect([...kept].filter((quantity) => !usages.has(quantity))).toEqual([]);
  expect(await workspace.ledger.check()).toEqual([]);
  await database.close();
});
