import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { grantLogin, migrate, openEmbedded, openServer, type Place } from "@cleartitle/store";
import type { Connection } from "../../packages/store/src/connection/connection.js";
import { openAsOwner } from "../../packages/store/src/connection/server.js";
import type { TestServer } from "./postgres.js";

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
