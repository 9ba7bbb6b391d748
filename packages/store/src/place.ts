import { type EmbeddedConnection, hasEmbedded, openEmbedded, openEmbeddedOwner, sharedOf } from "./connection/embedded.js";
import type { Connection } from "./connection/connection.js";
import { openAsOwner, openServer } from "./connection/server.js";
import type { Database } from "./database.js";
import { StoreRefusal } from "./refusal.js";
import { openThrough, openThroughAsOwner } from "./shared/through.js";

/** Where a store is: below a folder, or in a database of a PostgreSQL server. */
export type Place = { readonly folder: string } | { readonly url: string };

/** Opens a folder; where another program holds it and lets others work through it, through that one. */
async function orThrough<T>(folder: string, open: (folder: string) => Promise<T>, through: (path: string) => Promise<T>): Promise<T> {
  try {
    return await open(folder);
  } catch (error) {
    const isHeld = error instanceof StoreRefusal && error.problem.code === "conflict";
    const path = isHeld ? await sharedOf(folder) : null;
    if (path === null) throw error;
    return through(path).catch((failed: unknown) => {
      // It ended just now: that it held the folder is what there is to tell.
      throw failed instanceof StoreRefusal ? failed : error;
    });
  }
}

export const openStore = async (place: Place): Promise<Connection> => ("url" in place ? openServer(place.url) : orThrough<Connection>(place.folder, openEmbedded, openThrough));

async function held(folder: string): Promise<EmbeddedConnection> {
  const connection = await openEmbedded(folder);
  try {
    await connection.share();
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Opens a store for a server: others work through this program where it is a folder, and it is refused where another one holds it. */
export const holdStore = async (place: Place): Promise<Connection | EmbeddedConnection> => ("url" in place ? openServer(place.url) : held(place.folder));

/** Opens a store for long, whoever holds it: others work through this program, or this one works through another. */
export const openStoreForLong = async (place: Place): Promise<Connection> => ("url" in place ? openServer(place.url) : orThrough<Connection>(place.folder, held, openThrough));

interface Owned {
  readonly db: Database;
  readonly close: () => Promise<void>;
}

/** The place as the owner of its schema: nothing is migrated or checked by opening. */
export async function openOwner(place: Place): Promise<Owned> {
  if (!("url" in place)) return orThrough<Owned>(place.folder, openEmbeddedOwner, openThroughAsOwner);
  const db = openAsOwner(place.url);
  return { db, close: () => db.destroy() };
}

/** Whether there is anything at a place to be opened. Of a server only opening tells. */
export const hasData = (place: Place): boolean => "url" in place || hasEmbedded(place.folder);
