import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded, openServer } from "@cleartitle/store";
import { sql } from "kysely";
import type { Connection } from "../../packages/store/src/connection/connection.js";
import { openAsOwner } from "../../packages/store/src/connection/server.js";
import { migrate } from "../../packages/store/src/migration/migrate.js";
import type { TestServer } from "./postgres.js";

/** A database with the newest schema, for one test file. */
export interface TestDatabase {
  readonly connection: Connection;
  /** Another process on it, as far as the database can tell; null: it takes only one. */
  readonly another: (() => Promise<Connection>) | null;
  close(): Promise<void>;
}

export async function embeddedDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-store-"));
  const connection = await openEmbedded(folder);
  return {
    connection, another: null,
    async close() {
      await connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Set up as docs/store.md says: migrated by the owner, used by a login that owns nothing. */
export async function serverDatabase(server: TestServer): Promise<TestDatabase> {
  const { ownerUrl, loginUrl } = await server.database();
  const owner = openAsOwner(ownerUrl);
  await migrate(owner);
  await sql`grant cleartitle_app to ${sql.id(new URL(loginUrl).username)}`.execute(owner);
  await owner.destroy();
  const connection = await openServer(loginUrl);
  return { connection, another: () => openServer(loginUrl), close: () => connection.close() };
}
