import { sql } from "kysely";
import type { Connection } from "../connection/connection.js";
import { refusing } from "../connection/fault.js";
import type { Tx } from "../database.js";
import { workspaceSetting } from "../migration/migration.js";

/**
 * A transaction for the rows of one workspace. INVARIANT: every statement in it names the workspace besides. The policies of the database are the first guard and this is the second: where a login
 * is free of them, as that of an embedded database can be, one that was forgotten shows nothing.
 */
export interface Scope {
  readonly tx: Tx;
  readonly workspace: string;
}

/** Works in a transaction that sees the rows of one workspace and of no other. */
export const inWorkspace = <T>({ db }: Pick<Connection, "db">, workspace: string, work: (scope: Scope) => Promise<T>): Promise<T> =>
  refusing(() =>
    db.transaction().execute(async (tx) => {
      await sql`select set_config(${workspaceSetting}, ${workspace}, true)`.execute(tx);
      return work({ tx, workspace });
    }),
  );

/** The same, with all statements seeing the rows of one instant: for what is read row by row. */
export const snapshotOf = <T>({ db }: Connection, workspace: string, work: (scope: Scope) => Promise<T>): Promise<T> =>
  refusing(() =>
    db.transaction().setIsolationLevel("repeatable read").execute(async (tx) => {
      await sql`select set_config(${workspaceSetting}, ${workspace}, true)`.execute(tx);
      return work({ tx, workspace });
    }),
  );

/**
 * As `inWorkspace`, with nobody else writing to the workspace until it ends: numbers follow each other without gaps, in the order in which they are seen.
 * INVARIANT: whatever appends to a numbered table of a workspace does so here.
 */
export const writingIn = <T>(connection: Pick<Connection, "db">, workspace: string, work: (scope: Scope) => Promise<T>): Promise<T> =>
  inWorkspace(connection, workspace, async (scope) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`cleartitle:${workspace}`}, 0))`.execute(scope.tx);
    return work(scope);
  });
