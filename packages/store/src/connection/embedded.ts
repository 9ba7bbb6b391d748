import { existsSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, sql, WithSchemaPlugin } from "kysely";
import type { Database, Tables } from "../database.js";
import { FolderLock } from "../lock/lock.js";
import { migrate } from "../migration/migrate.js";
import type { Connection } from "./connection.js";
import { provideDatabase } from "./empty-database.js";
import { refusing } from "./fault.js";
import { channel, Signals } from "./signal.js";
import { SingleConnection } from "./single-connection.js";

export interface EmbeddedConnection extends Connection {
  /** Tells programs that find the folder in use where this one answers. */
  announce(address: string): Promise<void>;
}

interface Opened {
  readonly db: Database;
  readonly database: PGlite;
  readonly lock: FolderLock;
  readonly close: () => Promise<void>;
}

const dataIn = (folder: string): string => join(folder, "data");

/** Whether a folder has an embedded database. */
export const hasEmbedded = (folder: string): boolean => existsSync(dataIn(folder));

async function opened(folder: string): Promise<Opened> {
  const lock = await FolderLock.take(join(folder, "lock"));
  try {
    await provideDatabase(dataIn(folder));
    const database = await PGlite.create({ dataDir: dataIn(folder) });
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new SingleConnection(database) }), plugins: [new WithSchemaPlugin("cleartitle")] });
    const close = async (): Promise<void> => {
      await db.destroy();
      // Where no query ran, the pool was never made, and so it was not ended either.
      if (!database.closed) await database.close();
      await lock.release();
    };
    return { db, database, lock, close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The embedded database as whoever owns its schema: for migrations and backups. */
export const openEmbeddedOwner = async (folder: string): Promise<{ readonly db: Database; readonly close: () => Promise<void> }> => refusing(() => opened(folder));

/**
 * The embedded database of a folder, brought to the newest schema. One process at a time: a second one would lose rows without a word, and is refused.
 * It has one login that may do anything, so that the policies of workspaces guard against mistakes here and not against malice.
 */
export async function openEmbedded(folder: string): Promise<EmbeddedConnection> {
  return refusing(async () => {
    const { db, database, lock, close } = await opened(folder);
    try {
      const signals = new Signals();
      await migrate(db);
      await database.listen(channel, (workspace) => signals.tell(workspace));
      await sql`set role cleartitle_app`.execute(db);
      return { db, signals, close, announce: (address) => lock.announce(address) };
    } catch (error) {
      await close();
      throw error;
    }
  });
}
