import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, sql, WithSchemaPlugin } from "kysely";
import type { Database, Tables } from "../database.js";
import { FolderLock } from "../lock/lock.js";
import { migrate } from "../migration/migrate.js";
import type { Connection } from "./connection.js";
import { refusing } from "./fault.js";
import { channel, Signals } from "./signal.js";
import { SingleConnection } from "./single-connection.js";

export interface EmbeddedConnection extends Connection {
  /** Tells programs that find the folder in use where this one answers. */
  announce(address: string): Promise<void>;
}

/** What the embedded database keeps, below the folder it is given. */
const dataIn = (folder: string): string => join(folder, "data");
const lockIn = (folder: string): string => join(folder, "lock");

/**
 * The embedded database of a folder, brought to the newest schema. One process at a time: a second one would lose rows without a word, and is refused.
 * It has one login that may do anything, so that the policies of workspaces guard against mistakes here and not against malice.
 */
export async function openEmbedded(folder: string): Promise<EmbeddedConnection> {
  return refusing(async () => {
    const lock = await FolderLock.take(lockIn(folder));
    try {
      const database = await PGlite.create({ dataDir: dataIn(folder) });
      const signals = new Signals();
      const db = await prepared(database, signals);
      const close = async (): Promise<void> => {
        await db.destroy();
        await lock.release();
      };
      return { db, signals, close, announce: (address) => lock.announce(address) };
    } catch (error) {
      await lock.release();
      throw error;
    }
  });
}

async function prepared(database: PGlite, signals: Signals): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new SingleConnection(database) }), plugins: [new WithSchemaPlugin("cleartitle")] });
  try {
    await migrate(db);
    await database.listen(channel, (workspace) => signals.tell(workspace));
    await sql`set role cleartitle_app`.execute(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
