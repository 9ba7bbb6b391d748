import { sql } from "kysely";
import type { Database } from "../../packages/store/src/database.js";
import type { TestDatabase } from "./databases.js";

/** Tables of the schema that hold rows of workspaces: also those that come later. */
export async function tablesOf(db: Database, schema = "cleartitle"): Promise<string[]> {
  const { rows } = await sql<{ readonly name: string }>`select relname::text as name from pg_class where relnamespace = ${schema}::regnamespace and relkind = 'r' and relname <> 'schema_versions' order by 1`.execute(db);
  return rows.map((each) => each.name);
}

export const tables = ({ connection }: TestDatabase): Promise<string[]> => tablesOf(connection.db);

/** The column that says whose a row is. */
export const column = (table: string): string => (table === "workspaces" ? "id" : "workspace");

/** Statements past the store, as a program with its login could send them. */
export const within = <T>({ connection: { db } }: TestDatabase, workspace: string | null, work: (tx: typeof db) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    if (workspace !== null) await sql`select set_config('cleartitle.workspace', ${workspace}, true)`.execute(tx);
    return work(tx);
  });

/** Whose rows of a table are to be seen. */
export const seen = (database: TestDatabase, workspace: string | null, table: string): Promise<string[]> =>
  within(database, workspace, async (tx) => (await sql<{ readonly of: string }>`select distinct ${sql.id(column(table))} as of from ${sql.id("cleartitle", table)}`.execute(tx)).rows.map((each) => each.of));
