import { canonicalJson } from "@cleartitle/norms";
import type { Tx } from "../database.js";

/** What a change set was imported from. */
export interface ImportRecord {
  /** In words of whoever imported: a folder, an address. */
  readonly source: string;
  readonly files: readonly { readonly file: string; readonly format: string | null; readonly sha256: string | null }[];
}

export async function keepImport(tx: Tx, workspace: string, number: number, { source, files }: ImportRecord): Promise<void> {
  await tx.insertInto("imports").values({ workspace, number, source, files: canonicalJson(files) }).execute();
}

/** Imports by change set, in order. */
export async function importsAfter(tx: Tx, number: number, most: number): Promise<(ImportRecord & { readonly number: number })[]> {
  const rows = await tx.selectFrom("imports").selectAll().where("number", ">", number).orderBy("number").limit(most).execute();
  return rows.map((row) => ({ number: row.number, source: row.source, files: JSON.parse(row.files) as ImportRecord["files"] }));
}
