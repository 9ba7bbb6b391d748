import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Memberships, NoticeBoard, openStore, People, Store } from "@cleartitle/store";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Io } from "../io.js";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cleartitle-db-"));
  writeFileSync(join(folder, "cleartitle.yaml"), 'us: acme\nassets:\n  - { id: notes, kind: dataset, license: MIT }\n');
  writeFileSync(join(folder, "gated.yaml"), 'us: acme\nassets: [{ id: a, kind: model }]\nstatements:\n  - { about: a, what: license, value: MIT, rung: declared, source: { system: hub } }\n  - { about: a, what: gate, value: true, raw: "You agree to use it for research purposes only.", rung: declared }\n');
  writeFileSync(join(folder, "cut.gz"), Buffer.from([0x1f, 0x8b, 8, 0, 0]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function db(args: string, env: Io["env"] = {}): Promise<{ readonly exit: number; readonly said: string }> {
  const said: string[] = [];
  const output = { write: (text: string) => said.push(text) };
  const io: Io = { stdout: output, stderr: output, env, folder, today: () => "2026-03-01", interrupted: new Promise(() => undefined), rooms };
  return { exit: await run(["db", ...args.split(" ")], io), said: said.join("") };
}

const ledgerIn = async (data: string, workspace: string) => {
  const store = new Store(await openStore({ folder: join(folder, data) }));
  try {
    return await (await store.workspace(workspace)).ledger.entries();
  } finally {
    await store.close();
  }
};

it.each([
  ["path", {}, 0, "none yet"],
  ["backup kept.gz", {}, 1, "there is nothing to back up"],
  ["restore nowhere.gz", {}, 1, "there is no such file"],
  ["restore cleartitle.yaml --data a", {}, 3, "the file is no backup, or is cut off"],
  ["restore cut.gz --data a", {}, 3, "the file is no backup, or is cut off"],
  ["appoint acme jane --data a", {}, 1, "there is nobody to let in: the folder has no database"],
  ["invite jane --data a", {}, 1, "there is nobody to let in: the folder has no database"],
  ["invite", {}, 64, "say whom"],
  ["invite jane --new Jane", {}, 64, "say whom"],
  ["migrate --login app", {}, 64, "--login is for a PostgreSQL server"],
  ["path", { DATABASE_URL: "mysql://host/x" }, 64, "DATABASE_URL is no address of a PostgreSQL server"],
  ["path", { DATABASE_URL: "postgresql://me:hidden@127.0.0.1:1/x" }, 1, "the database cannot be reached"],
  ["path", { DATABASE_URL: "postgresql://me:12%2Fhidden@127.0.0.1:1/x" }, 1, "the database cannot be reached"],
  ["path", { DATABASE_URL: "postgresql://me:hidden@/x?host=127.0.0.1&port=1" }, 1, "postgresql  localhost/x"],
  ...["12/hidden", "12?hidden", "12#hidden", "pa/hidden", "pa?hidden", "pa#hidden", "12/hid@hidden"].map((password) => ["path", { DATABASE_URL: `postgresql://me:${password}@host/db` }, 64, "write / as %2F, # as %23, ? as %3F and @ as %40"] as const),
  ["migrate", { DATABASE_OWNER_URL: "postgresql://me:12/hidden@host/db" }, 64, "DATABASE_OWNER_URL cannot be read as an address"],
] as const)("db %s %o ends with %i", async (args, env, exit, words) => {
  const told = await db(args, env);
  expect(told).toMatchObject({ exit });
  expect(told.said).toContain(words);
  expect(told.said).not.toContain("hidden");
});

it("keeps a title file, backs it up, and never writes over what is there", async () => {
  expect(await db("create acme cleartitle.yaml --by jane")).toEqual({ exit: 0, said: expect.stringContaining("made: acme, with 1 assets") });
  expect(await db("backup kept.gz")).toMatchObject({ exit: 0 });
  const lines = gunzipSync(readFileSync(join(folder, "kept.gz"))).toString();
  expect(lines).toContain('"by":"jane"');
  expect(lines).toContain("2026-03-01T00:00:00");
  // Looked through from the first day on, whoever may enter it.
  expect(lines).toContain('"kind":"review"');
  // It holds everything of everybody.
  expect(statSync(join(folder, "kept.gz")).mode & 0o777).toBe(0o600);
  expect(await db("backup kept.gz")).toMatchObject({ exit: 1, said: expect.stringContaining("the file is there already") });
  expect(await db("restore kept.gz")).toMatchObject({ exit: 1, said: expect.stringContaining("the database has workspaces already") });
  expect(gunzipSync(readFileSync(join(folder, "kept.gz"))).toString()).toBe(lines);
  expect(readdirSync(folder).toSorted()).toEqual([".cleartitle", "cleartitle.yaml", "cut.gz", "gated.yaml", "kept.gz"]);
});

it("leaves the secrets of webhooks out of a backup unless it is told to take them, and says after a restore which of them send nothing", async () => {
  const secret = "what the receiver checks by";
  const by = { by: "jane", at: "2026-03-01T09:30:00.000Z" };
  const connection = await openStore({ folder: join(folder, "hooked") });
  await new Store(connection).create("acme", by);
  const board = new NoticeBoard(connection);
  const hook = { person: "jane", channel: "webhook", address: "https://hooks.acme.example", kinds: null, secret } as const;
  await board.subscribe("acme", hook, by);
  await board.end("acme", await board.subscribe("acme", hook, by), by);
  await board.changeSecret("acme", 1, `another: ${secret}`, "2027-03-01T00:00:00.000Z");
  await board.subscribe("acme", { ...hook, channel: "calendar", address: null, secret: "digest of an address" }, by);
  await connection.close();
  const secretsIn = async (data: string): Promise<readonly (readonly string[])[]> => {
    const restored = await openStore({ folder: join(folder, data) });
    const there = new NoticeBoard(restored);
    const found = [];
    for (const number of [1, 2, 3]) found.push((await there.withSecrets("acme", number, by.at)).secrets);
    await restored.close();
    return found;
  };
  expect(await db("backup bare.gz --data hooked")).toMatchObject({ exit: 0, said: expect.not.stringContaining("secrets") });
  expect(gunzipSync(readFileSync(join(folder, "bare.gz"))).toString()).not.toContain(secret);
  expect(await db("restore bare.gz --data bare")).toMatchObject({ exit: 0, said: expect.stringContaining("note: 1 webhook has no secret") });
  expect(await secretsIn("bare")).toEqual([[], [], ["digest of an address"]]);
  expect(await db("backup whole.gz --data hooked --with-secrets")).toMatchObject({ exit: 0, said: expect.stringContaining("the secrets of webhooks among them") });
  expect(await db("restore whole.gz --data whole")).toMatchObject({ exit: 0, said: expect.not.stringContaining("note") });
  expect(await secretsIn("whole")).toEqual([[`another: ${secret}`, secret], [], ["digest of an address"]]);
});

it("records what a title file says, and nothing that is computed of it", async () => {
  expect(await db("create gated gated.yaml --data g")).toMatchObject({ exit: 0, said: expect.stringContaining("with 1 assets and 2 statements") });
  await db("backup gated.gz --data g");
  const lines = gunzipSync(readFileSync(join(folder, "gated.gz"))).toString();
  expect([lines.includes("for research purposes only"), lines.includes("gate-against-license")]).toEqual([true, false]);
});

it("lets a person administer a workspace that was made here, and nobody else", async () => {
  const at = "2026-03-01T09:30:00.000Z";
  expect(await db("create ours --data people")).toMatchObject({ exit: 0 });
  const connection = await openStore({ folder: join(folder, "people") });
  const people = new People(connection);
  const { id } = await people.add({ name: "Jane", email: null }, { by: "setup", at });
  await people.setPassword(id, "jane@acme.example", "hash", { by: "setup", at });
  await new Memberships(connection).set("ours", id, ["viewer"], { by: "setup", at }, "admin");
  await connection.close();
  expect(await db("appoint ours john --data people")).toEqual({ exit: 1, said: expect.stringMatching(/nobody signs in as `john`\n {2}hint: who signs in at a provider/) });
  expect(await db("appoint theirs jane@acme.example --data people")).toMatchObject({ exit: 1, said: expect.stringContaining("there is no workspace `theirs`") });
  for (const who of [" Jane@ACME.example ", id]) expect(await db(`appoint ours ${who.trim()} --data people --by operations`)).toEqual({ exit: 0, said: "Jane administers ours\n" });
  const after = await openStore({ folder: join(folder, "people") });
  expect(await new Memberships(after).rolesIn("ours", id)).toEqual(["viewer", "admin"]);
  await after.close();
  const told = await ledgerIn("people", "ours");
  // Who administers it already is appointed to nothing.
  expect(told.filter(({ event }) => event.kind === "access").map(({ open }) => [open["what"]?.value, open["person"]?.value, open["by"]?.value])).toEqual([["appointed", id, "operations"]]);
});
