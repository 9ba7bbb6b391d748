import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backup, grantLogin, migrate, openEmbedded, openOwner, openServer, type Place, restore, type StoreRefusal } from "@cleartitle/store";
import { afterAll, beforeAll } from "vitest";
import type { Connection } from "../../packages/store/src/connection/connection.js";
import { openAsOwner } from "../../packages/store/src/connection/server.js";
import { startPostgres, type TestServer } from "./postgres.js";

/** A database with the newest schema, for one test file. */
export interface TestDatabase {
  readonly connection: Connection;
  /** Where it is, for the owner of its schema. */
  readonly place: Place;
  /** Another process on it, as far as the database can tell; null: it takes only one. */
  readonly another: (() => Promise<Connection>) | null;
  close(): Promise<void>;
}

/** A new place with nothing in it: as the owner of the schema reaches it, and as the program does. */
interface NewPlace {
  readonly owner: Place;
  readonly login: Place;
}

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-store-"));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export async function newFolderPlace(): Promise<NewPlace> {
  const folder = newFolder();
  return { owner: { folder }, login: { folder } };
}

/** Its login may use the store as soon as the schema is there: the role is the server's, and was made with the first database. */
export async function newServerPlace(server: TestServer): Promise<NewPlace> {
  const { ownerUrl, loginUrl } = await server.database();
  const owner = openAsOwner(ownerUrl);
  await grantLogin(owner, new URL(loginUrl).username);
  await owner.destroy();
  return { owner: { url: ownerUrl }, login: { url: loginUrl } };
}

export async function embeddedDatabase(): Promise<TestDatabase> {
  const folder = newFolder();
  const connection = await openEmbedded(folder);
  return { connection, place: { folder }, another: null, close: () => connection.close() };
}

/** Set up as docs/store.md says: migrated by the owner, used by a login that owns nothing. */
export async function serverDatabase(server: TestServer): Promise<TestDatabase> {
  const { ownerUrl, loginUrl } = await server.database();
  const owner = openAsOwner(ownerUrl);
  await migrate(owner);
  await grantLogin(owner, new URL(loginUrl).username);
  await owner.destroy();
  const connection = await openServer(loginUrl);
  return { connection, place: { url: ownerUrl }, another: () => openServer(loginUrl), close: () => connection.close() };
}

/** The same place with the newest schema. */
export async function newMigratedPlace(server: TestServer): Promise<NewPlace> {
  const place = await newServerPlace(server);
  const { db, close } = await openOwner(place.owner);
  await migrate(db);
  await close();
  return place;
}

/** The server of a test file. Its roles are there, since the first database brings them; it and all folders are gone after the file. */
export function serverOfFile(): () => TestServer {
  let server: TestServer | null = null;
  beforeAll(async () => {
    server = await startPostgres();
    await (await serverDatabase(server)).close();
  });
  afterAll(async () => {
    await server?.stop();
    removeFolders();
  });
  return () => server!;
}

/** Each kind of database, with a new place in the other kind. */
export const bothKinds = (server: () => TestServer) => [
  { name: "embedded", open: embeddedDatabase, elsewhere: () => newServerPlace(server()) },
  { name: "PostgreSQL", open: () => serverDatabase(server()), elsewhere: newFolderPlace },
];

/** A backup's lines. An embedded database that is open is its own owner. */
export async function backedUp({ place, connection }: TestDatabase): Promise<string[]> {
  const lines: string[] = [];
  const owner = "url" in place ? await openOwner(place) : { db: connection.db, close: async () => undefined };
  await backup(owner.db, async (line) => void lines.push(line));
  await owner.close();
  return lines;
}

export async function* oneByOne(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

/** Puts a backup back; gives how many rows it had. */
export async function putBack(place: NewPlace, lines: readonly string[]): Promise<number> {
  const { db, close } = await openOwner(place.owner);
  try {
    return await restore(db, oneByOne(lines));
  } finally {
    await close();
  }
}

/** What a version of the schema was backed up to. */
export const backupOf = (version: number): string[] => readFileSync(new URL(`backups/${String(version).padStart(4, "0")}.jsonl`, import.meta.url), "utf8").trimEnd().split("\n");

/** The problem of what the store refused. */
export async function refusal(work: Promise<unknown>): Promise<StoreRefusal["problem"]> {
  const error: unknown = await work.then(() => null, (each: unknown) => each);
  return (error as StoreRefusal).problem;
}
