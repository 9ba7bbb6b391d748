import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Database } from "node-sqlite3-wasm";
import type { SourceFile } from "../source-file.js";

/** Rows of a table as they are asked for; a table or column that an older store lacks gives none. */
export type Rows = (table: string, columns: readonly string[], order?: string) => Iterable<Readonly<Record<string, unknown>>>;

/** Why a database was not read. */
export class Unreadable extends Error {}

const maxRows = 5_000_000;
/** A text beyond this is cut in the query, so that one cell cannot take the memory. */
const maxCell = 1_000_000;

/**
 * Opens a copy of a SQLite file, reads from it and removes the copy. The file itself is never opened as a database: that would write locks
 * beside it. In the copy, the mark of a write-ahead log is set back, since the log is another file; what stands in a log is not read.
 */
export async function withDatabase<T>(file: SourceFile, read: (rows: Rows) => T): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-"));
  try {
    const path = join(folder, "store.db");
    await pipeline(Readable.from(file.chunks()), createWriteStream(path));
    await withoutLogMark(path);
    // Loaded when a database is met: it is large, and most of what is imported is none.
    return readIn((await import("node-sqlite3-wasm")).default, path, read);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withoutLogMark(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    const marks = Buffer.alloc(2);
    const { bytesRead } = await handle.read(marks, 0, 2, 18);
    if (bytesRead === 2 && marks[0] === 2 && marks[1] === 2) await handle.write(Buffer.from([1, 1]), 0, 2, 18);
  } finally {
    await handle.close();
  }
}

function readIn<T>(sqlite: typeof import("node-sqlite3-wasm"), path: string, read: (rows: Rows) => T): T {
  let database: Database | null = null;
  try {
    database = new sqlite.Database(path, { fileMustExist: true, readOnly: true });
    database.exec("PRAGMA trusted_schema = OFF");
    return read(rowsOf(database));
  } catch (error) {
    throw error instanceof sqlite.SQLite3Error ? new Unreadable(error.message) : error;
  } finally {
    database?.close();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const nameIn = (row: Readonly<Record<string, unknown>>): string => (typeof row["name"] === "string" ? row["name"] : "");

function rowsOf(database: Database): Rows {
  // Tables alone: a view may hide a query without end, and a virtual table the code of an extension.
  const tables = new Set(database.all("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").map(nameIn));
  return function* rows(table, columns, order) {
    if (!tables.has(table)) return;
    const present = new Set(database.all(`PRAGMA table_info(${quoted(table)})`).map(nameIn));
    const picked = columns.filter((column) => present.has(column));
    if (picked.length === 0) return;
    const list = picked.map((column) => `CASE WHEN typeof(${quoted(column)}) IN ('text', 'blob') THEN substr(CAST(${quoted(column)} AS TEXT), 1, ${maxCell}) ELSE ${quoted(column)} END AS ${quoted(column)}`);
    const sorted = order !== undefined && present.has(order) ? ` ORDER BY ${quoted(order)}` : "";
    const statement = database.prepare(`SELECT ${list.join(", ")} FROM ${quoted(table)}${sorted} LIMIT ${maxRows}`);
    try {
      yield* statement.iterate() as Iterable<Readonly<Record<string, unknown>>>;
    } finally {
      statement.finalize();
    }
  };
}
