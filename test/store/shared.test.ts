import { existsSync } from "node:fs";
import { backup, holdStore, migrate, openOwner, openStore, Store, StoreRefusal } from "@cleartitle/store";
import { GraphBuilder } from "@cleartitle/title";
import { afterAll, afterEach, expect, it } from "vitest";
import type { EmbeddedConnection } from "../../packages/store/src/connection/embedded.js";
import type { SingleConnection } from "../../packages/store/src/connection/single-connection.js";
import { Signals } from "../../packages/store/src/connection/signal.js";
import { Share } from "../../packages/store/src/shared/share.js";
import { openThrough } from "../../packages/store/src/shared/through.js";
import { newFolderPlace, removeFolders } from "./databases.js";
import { processOf } from "./process.js";

const at = "2026-03-01T09:30:00Z";
const recording = { by: "jane", at };
afterAll(removeFolders);

const open: EmbeddedConnection[] = [];
afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close();
});

async function holder(): Promise<{ readonly folder: string; readonly connection: EmbeddedConnection; readonly store: Store }> {
  const { folder } = (await newFolderPlace()).owner as { readonly folder: string };
  const connection = (await holdStore({ folder })) as EmbeddedConnection;
  open.push(connection);
  const store = new Store(connection);
  await store.create("w", recording);
  return { folder, connection, store };
}

const usagesIn = async (store: Store): Promise<readonly number[]> => {
  const { ledger } = await store.workspace("w");
  expect(await ledger.check()).toEqual([]);
  return (await ledger.entries(0, 1_000)).filter(({ event }) => event.kind === "usage").map(({ open: told }) => Number(told["quantity"]?.value)).toSorted((a, b) => a - b);
};

const opening = `
  const { openStore, Store } = await import("@cleartitle/store");
  const { once } = await import("node:events");
  const connection = await openStore({ folder: given.folder });
`;

/** Writes rows as its program would on a database of its own. */
const writer = `${opening}
  const store = new Store(connection);
  const workspace = await store.workspace("w");
  await Promise.all(Array.from({ length: 50 }, (_, i) => workspace.ledger.enter("usage", { of: "base", quantity: given.from + i, during: "2026" }, { by: "jane", at: "${at}" })));
  await store.close();
  console.log("done");
`;

it("of three processes on one folder two work through the one that holds it, all at once, and of 150 rows none is lost", { timeout: 120_000 }, async () => {
  const { folder, store } = await holder();
  const workspace = await store.workspace("w");
  const others = [50, 100].map((from) => processOf(writer, { folder, from }).rest());
  await Promise.all(Array.from({ length: 50 }, (_, i) => workspace.ledger.enter("usage", { of: "base", quantity: i, during: "2026" }, recording)));
  expect(await Promise.all(others)).toEqual(["done", "done"]);
  expect(await usagesIn(store)).toEqual(Array.from({ length: 150 }, (_, i) => i));
});

/** Begins something, says so, and ends without a word in the middle. */
const killed = `${opening}
  const { sql } = await import("kysely");
  await connection.db.transaction().execute(async (tx) => {
    await sql\`select set_config('cleartitle.workspace', 'half', true)\`.execute(tx);
    await tx.insertInto("workspaces").values({ id: "half", created_at: "${at}" }).execute();
    console.log("begun");
    await once(process.stdin, "data");
  });
`;

it("one that is killed in the middle has written nothing, and the others go on", async () => {
  const { folder, store } = await holder();
  const between = processOf(killed, { folder });
  expect(await between.line()).toBe("begun");
  const waiting = store.create("next", recording);
  between.child.kill("SIGKILL");
  await waiting;
  await expect(store.workspace("half")).rejects.toThrow(StoreRefusal);
});

it("changes are told both ways, and followed", async () => {
  const { folder, store } = await holder();
  const through = new Store(await openStore({ folder }));
  const [here, there] = await Promise.all([store.workspace("w"), through.workspace("w")]);
  await here.write(new GraphBuilder("acme").build(), recording, 0, { source: "cleartitle.yaml", files: [] });
  for (const [from, to, number] of [[here, through, 2], [there, store, 3], [here, through, 4]] as const) {
    const heard = new Promise((resolve) => void to.listen(resolve));
    expect(await from.change([{ change: "add-party", party: { id: `p${number}`, kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] } }], recording)).toBe(number);
    expect(await heard).toBe("w");
    for (const each of [here, there]) expect((await each.graph()).graph!.parties.has(`p${number}`)).toBe(true);
  }
  await through.close();
});

it("the owner of the schema works through it as well, and what follows is bound by policies again", async () => {
  const { folder, connection, store } = await holder();
  const { db, close } = await openOwner({ folder });
  expect(await migrate(db)).toMatchObject({ from: expect.any(Number) });
  let lines = 0;
  await backup(db, async () => void (lines += 1));
  expect(lines).toBeGreaterThan(1);
  await close();
  expect(await connection.db.selectFrom("workspaces").selectAll().execute()).toEqual([]);
  expect(await usagesIn(store)).toEqual([]);
});

it("where the holder has ended the next write is refused with what to do, and the folder is free", async () => {
  const { folder, connection } = await holder();
  const through = new Store(await openStore({ folder }));
  const workspace = await through.workspace("w");
  await connection.close();
  open.splice(0);
  await expect(workspace.ledger.enter("usage", { of: "base", quantity: 1, during: "2026" }, recording)).rejects.toMatchObject({ problem: { code: "io", hint: expect.stringContaining("try again") } });
  await through.close();
  const after = new Store(await openStore({ folder }));
  await after.workspace("w");
  await after.close();
});

it("one that keeps the database and says nothing is sent away, and the socket goes with the holder", async () => {
  const said: string[] = [];
  let released: (() => void) | null = null;
  const free = new Promise<void>((resolve) => (released = resolve));
  const pool = { connect: async () => ({ query: async (text: string) => (said.push(text), { rows: [], rowCount: 0 }), release: released! }) } as unknown as SingleConnection;
  const share = await Share.open(pool, new Signals(), 50);
  const silent = await openThrough(share.path);
  const ended = silent.db.transaction().execute(() => free);
  await free;
  await expect(ended).rejects.toMatchObject({ problem: { code: "io" } });
  expect(said).toEqual(["begin", "rollback"]);
  await silent.close();
  await share.close();
  expect(existsSync(share.path)).toBe(false);
});

it("where the database itself fails, it is given back all the same", async () => {
  let released: (() => void) | null = null;
  const free = new Promise<void>((resolve) => (released = resolve));
  const pool = { connect: async () => ({ query: () => Promise.reject(new Error("the database has failed")), release: released! }) } as unknown as SingleConnection;
  const share = await Share.open(pool, new Signals(), 10_000);
  const through = await openThrough(share.path);
  await expect(through.db.selectFrom("workspaces").select("id").execute()).rejects.toThrow("the database has failed");
  await free;
  await through.close();
  await share.close();
});

it("where there is no socket for one user alone, as on Windows, a second program is refused and nothing is shared", async () => {
  const { platform } = process;
  Object.defineProperty(process, "platform", { value: "win32" });
  try {
    const { folder } = await holder();
    await expect(openStore({ folder })).rejects.toMatchObject({ problem: { code: "conflict", hint: expect.any(String) as string } });
  } finally {
    Object.defineProperty(process, "platform", { value: platform });
  }
});
