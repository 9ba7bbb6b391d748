import type { Entry, Json, LedgerEvent, Sealed } from "@cleartitle/ledger";
import { canonicalJson } from "@cleartitle/norms";
import type { Tables } from "../database.js";
import type { Scope } from "../workspace/scope.js";
import { fieldsOfRow, type EntryDraft } from "./draft.js";

export type EntryRow = Tables["ledger_entries"];

/** The row of an entry: what the row of a record says already is not said again. */
export function rowOf({ entry: { event, leaf, open }, event: text }: Sealed, workspace: string, { of, request }: EntryDraft): EntryRow {
  const own = ["by", "changeSet", "section", "key"];
  const told = Object.entries(open).filter(([name]) => of === undefined || own.includes(name));
  return {
    workspace, entry: event.index, kind: event.kind, event: text, leaf, salts: canonicalJson(Object.fromEntries(Object.entries(open).map(([name, { salt }]) => [name, salt]))),
    told: canonicalJson(Object.fromEntries(told.map(([name, { value }]) => [name, value]))), number: of?.number ?? null, section: of?.section ?? null, key: of?.key ?? null, request: request ?? null,
  };
}

const noSalt = Buffer.alloc(16).toString("base64");

/**
 * The entry of a row, with what the row of its record says now: a record that was altered does not say what the entry committed to, and whoever verifies finds it.
 * What a record says beyond its entry is told too, for the same reason.
 */
function entryOf(row: EntryRow, content: string | null): Entry {
  const salts = JSON.parse(row.salts) as Readonly<Record<string, string>>;
  const event = JSON.parse(row.event) as LedgerEvent;
  const kept = row.number === null ? {} : fieldsOfRow(row.kind, content);
  const values = { ...kept, ...(JSON.parse(row.told) as Readonly<Record<string, Json>>) };
  const told = Object.entries(salts).map(([name, salt]) => [name, { salt, value: values[name] ?? null }] as const);
  const strange = Object.keys(kept).filter((name) => !Object.hasOwn(event.fields, name) && !(name === "content" && content === null)).map((name) => [name, { salt: noSalt, value: values[name] ?? null }] as const);
  return { event, leaf: row.leaf, open: Object.fromEntries([...told, ...strange]) };
}

/** Entries from one on, in order. */
export async function entriesFrom({ tx, workspace }: Scope, from: number, most: number): Promise<readonly { readonly row: EntryRow; readonly entry: Entry }[]> {
  const rows = await tx.selectFrom("ledger_entries as e")
    .leftJoin("records as r", (join) => join.onRef("r.workspace", "=", "e.workspace").onRef("r.number", "=", "e.number").onRef("r.section", "=", "e.section").onRef("r.key", "=", "e.key"))
    .selectAll("e").select("r.content").where("e.workspace", "=", workspace).where("e.entry", ">=", from).orderBy("e.entry").limit(most).execute();
  return rows.map(({ content, ...row }) => ({ row, entry: entryOf(row, content) }));
}
