import { evidenceOf, isEventKind, isKept, type Json, redacted } from "@cleartitle/ledger";
import { canonicalJson, nameHint } from "@cleartitle/norms";
import { sql } from "kysely";
import { refusing } from "../connection/fault.js";
import type { Database } from "../database.js";
import { StoreRefusal } from "../refusal.js";
import { checkRecording, type Recording } from "../workspace/recording.js";
import { type Scope, writingIn } from "../workspace/scope.js";
import { appendEntries, type Signing, stateOf } from "./append.js";
import { contentWithout } from "./draft.js";
import { entriesFrom, type EntryRow } from "./entry-row.js";

/** Where a record stands: without it nobody could tell what the entry speaks of. */
const standing = ["changeSet", "section", "key", "number", "records", "step"];
const gone = "(redacted)";

interface Redacting {
  readonly workspace: string;
  readonly entry: number;
  readonly fields: readonly string[];
}

export interface Redaction {
  /** The entry that says so. */
  readonly entry: number;
  /** Entries of decisions that were made while the records said what was taken out: what they were told may repeat it. */
  readonly look: readonly number[];
}

/**
 * Takes out what fields of an entry say: of the entry, of the row that it speaks of, of kept files that only it named. That it was done stays, and so do all proofs. `db` is the owner's, as for backups:
 * the program's own login can change and delete nothing. What the records say now is not taken out: it is changed first, so that the newest state of a workspace is always whole.
 */
export async function redact(db: Database, { workspace, entry: index, fields }: Redacting, recording: Recording & { readonly why: string }, signing: Signing = []): Promise<Redaction> {
  checkRecording(recording);
  const names = [...new Set(fields)];
  return refusing(() => writingIn({ db }, workspace, async (scope) => {
    const { tx } = scope;
    await sql`set local role cleartitle_eraser`.execute(tx);
    const state = await stateOf(scope);
    const [found] = state === null || !Number.isInteger(index) || index < 0 || index >= state.tree.size ? [] : await entriesFrom(scope, index, 1);
    if (found === undefined) throw new StoreRefusal("not-found", `the ledger of \`${workspace}\` has no entry ${index}`, { offending: String(index), hint: `it has ${state?.tree.size ?? 0}, counted from 0` });
    const { row, entry } = found;
    checkFields(entry.event.kind, index, Object.keys(entry.open), names);
    checkStep(row, names);
    const { by, at, why } = recording;
    const number = await appendEntries(scope, { drafts: [{ kind: "redaction", fields: { by, entry: index, fields: names, why } }], at, by, signing });
    const left = redacted(entry, names);
    await blankEntry(scope, row, names);
    await blankRow(scope, row, names, number);
    // Answers that are kept for a while may repeat it, and can be asked for again.
    await tx.deleteFrom("job_parts").where("workspace", "=", workspace).execute();
    for (const digest of evidenceOf(entry).filter((each) => !evidenceOf(left).includes(each))) await deleteFile(scope, digest, number);
    return { entry: number, look: await decisionsOn(scope, row, names) };
  }));
}

function checkFields(kind: string, index: number, told: readonly string[], names: readonly string[]): void {
  if (isEventKind(kind) && isKept(kind)) throw new StoreRefusal("not-allowed", `entry ${index} is \`${kind}\`: it says who may sign or what was taken out, and stays`, { offending: String(index) });
  const strange = names.find((name) => !told.includes(name));
  if (strange !== undefined || names.length === 0) throw new StoreRefusal("unknown-name", strange === undefined ? "no field was named" : `entry ${index} tells no \`${strange}\``, { offending: strange ?? null, hint: (strange === undefined ? null : nameHint(strange, told)) ?? `it tells ${told.map((name) => `\`${name}\``).join(", ")}` });
  const fixed = names.find((name) => standing.includes(name));
  if (fixed !== undefined) throw new StoreRefusal("not-allowed", `\`${fixed}\` says where a record stands, and stays`, { offending: fixed, hint: "the names of records are no place for the name of a person" });
}

/** All steps of an agreement or a negotiation together are what it is: without what one of them says nobody could tell. */
function checkStep({ kind, entry, told }: EntryRow, names: readonly string[]): void {
  if ((kind !== "agreement" && kind !== "negotiation") || (JSON.parse(told) as { readonly step?: number }).step === undefined) return;
  const kept = names.find((name) => name !== "by");
  if (kept !== undefined) throw new StoreRefusal("not-allowed", `entry ${entry} is a step of ${kind === "agreement" ? "an agreement" : "a negotiation"}: what it says stays, and who recorded it can be taken out`, { offending: kept, hint: "name `by`" });
}

const without = (json: string, names: readonly string[]): string => canonicalJson(Object.fromEntries(Object.entries(JSON.parse(json) as Readonly<Record<string, Json>>).filter(([name]) => !names.includes(name))));

async function blankEntry({ tx, workspace }: Scope, { entry, salts, told }: EntryRow, names: readonly string[]): Promise<void> {
  await tx.updateTable("ledger_entries").set({ salts: without(salts, names), told: without(told, names) }).where("workspace", "=", workspace).where("entry", "=", entry).execute();
}

/** The rows that an entry speaks of, without what the fields say. */
async function blankRow(scope: Scope, row: EntryRow, names: readonly string[], by: number): Promise<void> {
  const { tx, workspace } = scope;
  const told = JSON.parse(row.told) as { readonly number?: number; readonly by?: string; readonly evidence?: readonly string[]; readonly decision?: string; readonly id?: string; readonly step?: number };
  const has = (...some: readonly string[]): boolean => some.some((name) => names.includes(name));
  if (row.number !== null) return blankRecord(scope, row, names, by);
  if (row.kind === "change-set") {
    const set = { ...(has("by") ? { by: gone } : {}), ...(has("why") ? { why: gone } : {}), ...(has("changes") ? { changes: null, erased: by } : {}) };
    if (Object.keys(set).length > 0) await tx.updateTable("change_sets").set(set).where("workspace", "=", workspace).where("number", "=", told.number!).execute();
    const from = { ...(has("source") ? { source: gone } : {}), ...(has("files") ? { files: "[]" } : {}) };
    if (Object.keys(from).length > 0) await tx.updateTable("imports").set(from).where("workspace", "=", workspace).where("number", "=", told.number!).execute();
  }
  if (row.kind === "file" && has("by", "mediaType") && told.evidence?.[0] !== undefined) {
    await tx.updateTable("evidence_files").set({ ...(has("by") ? { by: gone } : {}), ...(has("mediaType") ? { media_type: null } : {}) }).where("workspace", "=", workspace).where("sha256", "=", told.evidence[0]).execute();
  }
  if (row.kind === "agreement" && told.step !== undefined && has("by")) await tx.updateTable("agreement_steps").set({ by: gone }).where("workspace", "=", workspace).where("agreement", "=", told.id!).where("step", "=", told.step).execute();
  if (row.kind === "negotiation" && told.step !== undefined && has("by")) await tx.updateTable("negotiation_steps").set({ by: gone }).where("workspace", "=", workspace).where("negotiation", "=", told.id!).where("step", "=", told.step).execute();
  if (row.kind === "reading" && has("by", "content")) {
    await tx.updateTable("reading_steps").set({ ...(has("by") ? { by: gone } : {}), ...(has("content") ? { content: null } : {}) }).where("workspace", "=", workspace).where("reading", "=", told.number!).where("step", "=", told.step!).execute();
  }
  if (row.kind === "decision" && has("by")) await blankKeeper(scope, told);
  if (row.kind === "decision" && has("by", "question")) {
    await tx.updateTable("decisions").set({ ...(has("by") ? { by: gone } : {}), ...(has("question") ? { question: "{}" } : {}) }).where("workspace", "=", workspace).where("number", "=", told.number!).execute();
  }
}

/** Who recorded a decision kept its text as well, unless the text was there as a file of its own. */
async function blankKeeper({ tx, workspace }: Scope, { by, decision }: { readonly by?: string; readonly decision?: string }): Promise<void> {
  if (by === undefined || decision === undefined) return;
  const own = await tx.selectFrom("ledger_entries").select("entry").where("workspace", "=", workspace).where("kind", "=", "file").where("told", "like", `%${decision}%`).limit(1).executeTakeFirst();
  if (own === undefined) await tx.updateTable("evidence_files").set({ by: gone }).where("workspace", "=", workspace).where("sha256", "=", decision).where("by", "=", by).execute();
}

async function blankRecord(scope: Scope, { entry, kind, number, section, key }: EntryRow, names: readonly string[], by: number): Promise<void> {
  const { tx, workspace } = scope;
  if (names.every((name) => name === "by")) return;
  const versions = () => tx.selectFrom("records").where("workspace", "=", workspace).where("section", "=", section!).where("key", "=", key!);
  const newest = await versions().select(["number", "content"]).orderBy("number", "desc").limit(1).executeTakeFirst();
  if (newest?.number === number && newest?.content != null) throw new StoreRefusal("conflict", `what entry ${entry} tells is what the records say now`, { offending: key, hint: `change or take out \`${key}\` first, so that the newest state stays whole, and redact then` });
  const { content } = await versions().select("content").where("number", "=", number!).executeTakeFirstOrThrow();
  const left = content === null ? null : contentWithout(kind, content, names);
  await tx.updateTable("records").set({ content: left, erased: by }).where("workspace", "=", workspace).where("section", "=", section!).where("key", "=", key!).where("number", "=", number!).execute();
  // What was asked for says the same as what came of it.
  await tx.updateTable("change_sets").set({ changes: null, erased: by }).where("workspace", "=", workspace).where("number", "=", number!).where("changes", "is not", null).execute();
}

/** Deletes the bytes of a file that no entry names any more. That there was one, and how large it was, stays. */
async function deleteFile({ tx, workspace }: Scope, digest: string, by: number): Promise<void> {
  const other = await tx.selectFrom("ledger_entries").select("entry").where("workspace", "=", workspace).where("told", "like", `%${digest}%`).limit(1).executeTakeFirst();
  if (other !== undefined) return;
  await tx.deleteFrom("evidence_chunks").where("workspace", "=", workspace).where("sha256", "=", digest).execute();
  await tx.updateTable("evidence_files").set({ by: gone, media_type: null, erased: by }).where("workspace", "=", workspace).where("sha256", "=", digest).execute();
}

/** Decisions on states of the records that had the version of which something was taken out. */
async function decisionsOn({ tx, workspace }: Scope, { number, section, key }: EntryRow, names: readonly string[]): Promise<readonly number[]> {
  if (number === null || names.every((name) => name === "by")) return [];
  const next = await tx.selectFrom("records").select("number").where("workspace", "=", workspace).where("section", "=", section!).where("key", "=", key!).where("number", ">", number).orderBy("number").limit(1).executeTakeFirst();
  const after = next?.number ?? Number.MAX_SAFE_INTEGER;
  const entries = await tx.selectFrom("ledger_entries").select(["entry", "told"]).where("workspace", "=", workspace).where("kind", "=", "decision").orderBy("entry").execute();
  return entries.filter(({ told }) => {
    const { changeSet } = JSON.parse(told) as { readonly changeSet?: number };
    return changeSet !== undefined && changeSet >= number && changeSet < after;
  }).map((each) => each.entry);
}
