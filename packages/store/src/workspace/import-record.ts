import { canonicalJson } from "@cleartitle/norms";
import type { Order } from "./change-set.js";
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
export async function importsAfter({ tx, workspace }: Scope, number: number, most: number, order: Order = "oldest"): Promise<(ImportRecord & { readonly number: number })[]> {
  const own = tx.selectFrom("imports").selectAll().where("workspace", "=", workspace).limit(most);
  const rows = await (order === "oldest" ? own.where("number", ">", number).orderBy("number") : (number === 0 ? own : own.where("number", "<", number)).orderBy("number", "desc")).execute();
  return rows.map((row) => ({ number: row.number, source: row.source, files: JSON.parse(row.files) as ImportRecord["files"] }));
}
