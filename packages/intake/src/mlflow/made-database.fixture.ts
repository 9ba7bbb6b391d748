import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sqlite from "node-sqlite3-wasm";

/** The bytes of a SQLite file in which some statements were run. */
export function databaseBytes(sql: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-mlflow-"));
  try {
    const made = new sqlite.Database(join(folder, "made.db"));
    made.exec(sql);
    made.close();
    return readFileSync(join(folder, "made.db"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
