import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, WithSchemaPlugin } from "kysely";
import type { Database, Tables } from "../database.js";
import { FolderLock } from "../lock/lock.js";
import { migrate } from "../migration/migrate.js";
import { appRole } from "../migration/migration.js";
import { Share } from "../shared/share.js";
import type { Connection } from "./connection.js";
import { openEngine, stopBelowLogFile } from "./embedded-engine.js";
import { type Beginning, provideDatabase } from "./empty-database.js";
import { refusing } from "./fault.js";
import { KeptWords } from "./kept-words.js";
import { channel, Signals } from "./signal.js";
import { SingleConnection } from "./single-connection.js";

export interface EmbeddedConnection extends Connection {
  /** Tells programs that find the folder in use where this one answers. */
  announce(address: string): Promise<void>;
  /** Lets other programs of this user work through this one, where the system has sockets that are one user's alone. */
  share(): Promise<void>;
}

interface Opened {
  readonly db: Database;
  readonly pool: SingleConnection;
  readonly lock: FolderLock;
  readonly close: () => Promise<void>;
}

const lockIn = (folder: string): string => join(folder, "lock");
const dataIn = (folder: string): string => join(folder, "data");

/** The socket of whoever holds the database of a folder; null: nobody does, or not for others. */
export const sharedOf = (folder: string): Promise<string | null> => FolderLock.sharedIn(lockIn(folder));

/** Whether a folder has an embedded database. */
export const hasEmbedded = (folder: string): boolean => existsSync(dataIn(folder));

/** `anew`: what is done with a database that ended and was opened once more. */
async function opened(folder: string, beginning: Beginning, anew: (database: PGlite) => Promise<void> = async () => undefined): Promise<Opened & { readonly database: PGlite }> {
  await stopBelowLogFile();
  const lock = await FolderLock.take(lockIn(folder));
  try {
    await provideDatabase(dataIn(folder), beginning);
    const database = await openEngine(dataIn(folder));
    const pool = new SingleConnection(database, async () => {
      const again = await openEngine(dataIn(folder));
      await anew(again);
      return again;
    });
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new WithSchemaPlugin("cleartitle"), new KeptWords()] });
    const close = async (): Promise<void> => {
      await db.destroy();
      // Where no query ran, the pool was never made, and so it was not ended either.
      await pool.end();
      await lock.release();
    };
    return { db, database, pool, lock, close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The embedded database as whoever owns its schema: for migrations and backups. */
export const openEmbeddedOwner = async (folder: string): Promise<{ readonly db: Database; readonly close: () => Promise<void> }> => refusing(() => opened(folder, "bare"));

/**
 * The embedded database of a folder, brought to the newest schema. One process at a time: a second one would lose rows without a word, and is refused.
 * It has one login that may do anything, so that the policies of workspaces guard against mistakes here and not against malice.
 */
export async function openEmbedded(folder: string): Promise<EmbeddedConnection> {
  return refusing(async () => {
    const signals = new Signals();
    const session = async (database: PGlite): Promise<void> => {
      await database.listen(channel, (workspace) => signals.tell(workspace));
      await database.exec(`set role "${appRole}"`);
    };
    const { db, database, pool, lock, close } = await opened(folder, "migrated", async (again) => {
      await session(again);
      // What it was doing as it ended may have been kept, and nobody was told.
      signals.tell(null);
    });
    let shared: Share | null = null;
    try {
      await migrate(db);
      await session(database);
      return {
        db,
        signals,
        announce: (address) => refusing(() => lock.announce(address)),
        share: async () => {
          // A pipe of Windows is open to others of the machine.
          if (process.platform === "win32") return;
          shared = await Share.open(pool, signals);
          await lock.share(shared.path);
        },
        close: async () => {
          await shared?.close();
          await close();
        },
      };
    } catch (error) {
      await close();
      throw error;
    }
  });
}
