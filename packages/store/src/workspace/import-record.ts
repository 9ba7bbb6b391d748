import { canonicalJson } from "@cleartitle/norms";
import type { Scope } from "./scope.js";

/** What a change set was imported from. */
export interface ImportRecord {
  /** In words of whoever imported: a folder, an address. */
  readonly source: string;
  readonly files: readonly { readonly file: string; readonly format: string | null; readonly sha256: string | null }[];
}

export async function keepImport({ tx, workspace }: Scope, number: number, { source, files }: ImportRecord): Promise<void> {
  await tx.insertInto("imports").values({ workspace, number, source, files: canonicalJson(files) }).execute();
}

/** Imports by change set, in order. */
export async function importsAfter({ tx, workspace }: Scope, number: number, most: number): Promise<(ImportRecord & { readonly number: number })[]> {
  const rows = await tx.selectFrom("imports").selectAll().where("workspace", "=", workspace).where("number", ">", number).orderBy("number").limit(most).execute();
  return rows.map((row) => ({ number: row.number, source: row.source, files: JSON.parse(row.files) as ImportRecord["files"] }));
}
