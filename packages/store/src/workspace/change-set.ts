import { canonicalJson } from "@cleartitle/norms";
import { sql } from "kysely";
import type { ChangeSet } from "@cleartitle/title";
import { channel } from "../connection/signal.js";
import type { Tables } from "../database.js";
import type { RecordVersion } from "../record/version.js";
import { StoreRefusal } from "../refusal.js";
import { addRows } from "../rows.js";
import type { Recording } from "./recording.js";
import type { Scope } from "./scope.js";

/** A change set as it was recorded. */
export interface RecordedChange {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  /** null: a whole graph was written, or what was asked for was redacted. */
  readonly changes: ChangeSet | null;
  /** Entry of the ledger by which it was redacted; left out: it was not. */
  readonly redacted?: number;
}

export async function headOf({ tx, workspace }: Scope): Promise<number> {
  const row = await tx.selectFrom("change_sets").select(({ fn }) => fn.max("number").as("number")).where("workspace", "=", workspace).executeTakeFirst();
  return row?.number ?? 0;
}

/** The last change set that was recorded by an instant; 0: none was. */
export async function numberBy({ tx, workspace }: Scope, instant: string): Promise<number> {
  const row = await tx.selectFrom("change_sets").select(({ fn }) => fn.max("number").as("number")).where("workspace", "=", workspace).where(sql<boolean>`recorded_at::timestamptz <= ${instant}::timestamptz`).executeTakeFirst();
  return row?.number ?? 0;
}

/** Refuses a change set that a workspace has not. `least` 0: what was before the first one is meant too. */
export async function checkNumber(scope: Scope, number: number, least: 0 | 1): Promise<void> {
  const head = await headOf(scope);
  if (!Number.isInteger(number) || number < least || number > head) throw new StoreRefusal("not-found", `the workspace \`${scope.workspace}\` has no change set ${number}`, { offending: String(number), hint: `the newest one is ${head}` });
}

/** The change set that a request already led to; null: none. */
export async function answered({ tx, workspace }: Scope, request: string | undefined): Promise<number | null> {
  if (request === undefined) return null;
  const row = await tx.selectFrom("change_sets").select("number").where("workspace", "=", workspace).where("request", "=", request).executeTakeFirst();
  return row?.number ?? null;
}

/** A version that a redaction took something out of says no more what the record was. */
function whole(rows: readonly { readonly section: string; readonly key: string; readonly content: string | null; readonly erased: number | null }[]): readonly RecordVersion[] | number {
  return rows.find((row) => row.erased !== null)?.erased ?? (rows.map(({ section, key, content }) => ({ section, key, content })) as RecordVersion[]);
}

type RecordRow = Tables["records"];

interface Appended {
  readonly number: number;
  readonly changes: ChangeSet | null;
  readonly versions: readonly RecordVersion[];
}

function* recordRows(versions: readonly RecordVersion[], of: Pick<RecordRow, "workspace" | "number">): Generator<RecordRow> {
  for (const { section, key, content } of versions) yield { ...of, section, key, content, erased: null };
}

/** Adds a change set with what it makes of records, and tells every process at commit. */
export async function append({ tx, workspace }: Scope, { number, changes, versions }: Appended, { by, at, why, request }: Recording): Promise<void> {
  await tx.insertInto("change_sets")
    .values({ workspace, number, recorded_at: at, by, why: why ?? null, changes: changes === null ? null : canonicalJson(changes), request: request ?? null })
    .execute();
  await addRows(tx, "records", recordRows(versions, { workspace, number }));
  await sql`select pg_notify(${channel}, ${workspace})`.execute(tx);
}

/** Which end of the numbers a list begins at. */
export type Order = "oldest" | "newest";

/** Change sets after a number, in order; from the newest on those before it, where 0 is the end. */
export async function changesAfter({ tx, workspace }: Scope, number: number, most: number, order: Order = "oldest"): Promise<RecordedChange[]> {
  const own = tx.selectFrom("change_sets").selectAll().where("workspace", "=", workspace).limit(most);
  const rows = await (order === "oldest" ? own.where("number", ">", number).orderBy("number") : (number === 0 ? own : own.where("number", "<", number)).orderBy("number", "desc")).execute();
  return rows.map((row) => ({ number: row.number, at: row.recorded_at, by: row.by, why: row.why, changes: row.changes === null ? null : (JSON.parse(row.changes) as ChangeSet), ...(row.erased === null ? {} : { redacted: row.erased }) }));
}

/** What a change set made of records; null: some of it was redacted. */
export async function versionsOf({ tx, workspace }: Scope, number: number): Promise<readonly RecordVersion[] | null> {
  const found = whole(await tx.selectFrom("records").select(["section", "key", "content", "erased"]).where("workspace", "=", workspace).where("number", "=", number).execute());
  return typeof found === "number" ? null : found;
}

/** Records as they were at a change set. Refused where one of them was redacted since: what is left is not what the records were. */
export async function versionsAt({ tx, workspace }: Scope, number: number): Promise<readonly RecordVersion[]> {
  const newest = tx.selectFrom("records").distinctOn(["section", "key"]).select(["section", "key", "content", "erased"]).where("workspace", "=", workspace).where("number", "<=", number).orderBy("section").orderBy("key").orderBy("number", "desc").as("newest");
  const found = whole(await tx.selectFrom(newest).selectAll().where((of) => of.or([of("content", "is not", null), of("erased", "is not", null)])).execute());
  if (typeof found === "number") throw new StoreRefusal("not-found", `the records of \`${workspace}\` as they were at change set ${number} are not to be had any more: some of them were redacted`, { offending: String(number), hint: `entry ${found} of the ledger says what, by whom and why` });
  return found;
}
