import { type EmbeddedConnection, hasEmbedded, openEmbedded, openEmbeddedOwner } from "./connection/embedded.js";
import type { Connection } from "./connection/connection.js";
import { openAsOwner, openServer } from "./connection/server.js";
import type { Database } from "./database.js";

/** Where a store is: below a folder, or in a database of a PostgreSQL server. */
export type Place = { readonly folder: string } | { readonly url: string };

export const openStore = async (place: Place): Promise<Connection | EmbeddedConnection> => ("url" in place ? openServer(place.url) : openEmbedded(place.folder));

/** The place as the owner of its schema: nothing is migrated or checked by opening. */
export async function openOwner(place: Place): Promise<{ readonly db: Database; readonly close: () => Promise<void> }> {
  if (!("url" in place)) return openEmbeddedOwner(place.folder);
  const db = openAsOwner(place.url);
  return { db, close: () => db.destroy() };
}

/** Whether there is anything at a place to be opened. Of a server only opening tells. */
export const hasData = (place: Place): boolean => "url" in place || hasEmbedded(place.folder);
