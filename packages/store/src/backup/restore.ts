import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database, Tx } from "../database.js";
import { refusing } from "../connection/fault.js";
import { migrate, newerSchema, newestVersion, schemaVersion } from "../migration/migrate.js";
import { StoreRefusal } from "../refusal.js";
import { BackupEnd, BackupHead, BackupRow, bytesColumn, hasBytes, type BackedUp } from "./line.js";

const hint = "take another copy of the backup; nothing was put back";
const malformed = (line: number, message: string): StoreRefusal => new StoreRefusal("bad-value", message, { line, hint });

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StoreRefusal("json-syntax", "the line is no JSON, or ends in the middle", { line, hint }, error);
  }
}

/** Of a state that a database says of rows that it does not take: their form, their references, their columns. */
const notTaken = (error: unknown): boolean => error instanceof Error && "code" in error && /^(22|23|42(?!501))/.test(String(error.code));

/** Reads a backup to its end, and refuses one that was cut off or changed, or that a newer program wrote: to be seen before a place is made for it. */
export async function checkBackup(lines: AsyncIterable<string>): Promise<void> {
  const reader = new BackupReader(lines);
  const schema = await reader.schema();
  if (schema > newestVersion) throw newerSchema(schema);
  await reader.rows(async () => undefined);
}

/**
 * Puts a backup back into a database that has nothing yet, all of it or nothing, and brings it to the newest schema. `db` is the owner's. The lines are held to the digest at their end: a backup
 * that was cut off or changed is not taken.
 */
export async function restore(db: Database, lines: AsyncIterable<string>): Promise<number> {
  const reader = new BackupReader(lines);
  const schema = await reader.schema();
  return refusing(async () => {
    if (schema > newestVersion) throw newerSchema(schema);
    await prepare(db, schema);
    const rows = await db.transaction().execute(async (tx) => {
      await sql`set local role cleartitle_keeper`.execute(tx);
      return reader.rows((table, batch, line) => insert(tx, table, batch, line));
    });
    await migrate(db);
    return rows;
  });
}

/** The schema that the rows are of, and nothing in it. A backup that was refused before leaves its schema behind, which is no hindrance to one of a newer schema. */
async function prepare(db: Database, schema: number): Promise<void> {
  const version = await schemaVersion(db);
  const any = version === 0 ? undefined : await db.transaction().execute(async (tx) => {
    await sql`set local role cleartitle_keeper`.execute(tx);
    return tx.selectFrom("workspaces").select("id").limit(1).executeTakeFirst();
  });
  if (any !== undefined || version > schema) throw new StoreRefusal("conflict", any === undefined ? `the database has schema version ${version} already, and the backup ${schema}` : "the database has workspaces already", { hint: "restore into a new one: another folder, or another database of the server" });
  await migrate(db, schema);
}

async function insert(tx: Tx, table: BackedUp, rows: readonly object[], line: number): Promise<void> {
  try {
    await tx.insertInto(table).values(rows).execute();
  } catch (error) {
    if (!notTaken(error)) throw error;
    throw new StoreRefusal("bad-value", `rows of \`${table}\` up to this line are not taken by the database: ${(error as Error).message.slice(0, 200)}`, { line, hint }, error);
  }
}

const atOnce = 200;

class BackupReader {
  readonly #lines: AsyncIterator<string>;
  readonly #digest = createHash("sha256");
  #line = 0;

  constructor(lines: AsyncIterable<string>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  async #next(): Promise<string | null> {
    const { done, value } = await this.#lines.next();
    if (done === true) return null;
    this.#line += 1;
    return value;
  }

  async schema(): Promise<number> {
    const text = (await this.#next()) ?? "";
    const head = BackupHead.safeParse(parsed(text, 1));
    if (!head.success) throw malformed(1, "the file is no backup of this program");
    this.#digest.update(`${text}\n`);
    return head.data.schema;
  }

  /** Gives all rows in order, some of one table at a time, and then sees whether the backup was whole. */
  async rows(take: (table: BackedUp, rows: readonly object[], line: number) => Promise<void>): Promise<number> {
    let batch: object[] = [];
    let table: BackedUp | null = null;
    let count = 0;
    for (;;) {
      const text = await this.#next();
      if (text === null) throw malformed(this.#line, "the backup ends too early");
      const value = parsed(text, this.#line);
      const row = BackupRow.safeParse(value).data;
      if (batch.length > 0 && (row?.table !== table || batch.length === atOnce)) {
        await take(table!, batch, this.#line - 1);
        batch = [];
      }
      if (row === undefined) {
        await this.#end(value, count);
        return count;
      }
      this.#digest.update(`${text}\n`);
      table = row.table;
      count += 1;
      batch.push(hasBytes(table) ? { ...row.row, [bytesColumn]: Buffer.from(String(row.row[bytesColumn]), "base64") } : row.row);
    }
  }

  async #end(value: unknown, count: number): Promise<void> {
    const end = BackupEnd.safeParse(value).data;
    if (end === undefined) throw malformed(this.#line, "the line is neither a row nor the end of a backup");
    if (end.rows !== count || end.sha256 !== this.#digest.digest("hex")) throw malformed(this.#line, "the backup is not as it was written: its end tells another digest");
    if ((await this.#next()) !== null) throw malformed(this.#line, "something stands after the end of the backup");
  }
}
