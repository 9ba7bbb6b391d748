import { decisionFields, type EventDraft, type EventKind, type Json } from "@cleartitle/ledger";
import { canonicalJson, sha256 } from "@cleartitle/norms";
import { type ChangeSet, type TitleGraph, writeTitleFile } from "@cleartitle/title";
import type { RecordVersion } from "../record/version.js";
import type { ImportRecord } from "../workspace/import-record.js";
import type { Decided } from "../workspace/recorded-decision.js";
import type { Recording } from "../workspace/recording.js";

/** An entry before it has its place. `of`: the kept record that it speaks of, whose content stands in its own row and not with the entry. */
export interface EntryDraft {
  readonly kind: EventKind;
  readonly fields: EventDraft["fields"];
  readonly of?: { readonly number: number; readonly section: string; readonly key: string };
  readonly request?: string | undefined;
}

/** Sections whose records are events of a kind of their own, field by field; those of others are told whole. */
const kindOf: Readonly<Record<string, (record: Readonly<Record<string, unknown>>) => EventKind>> = {
  statements: (record) => (record["rung"] === "concluded" ? "conclusion" : "statement"),
  positions: () => "position",
  waivers: () => "waiver",
};

/** Who says what a record says is another than who recorded it, and each entry has the latter as `by`. */
const fieldOf = (key: string): string => (key === "by" ? "author" : key);
const keyOf = (field: string): string => (field === "author" ? "by" : field);

/** Fields of the entry of a record by what the record says: each by itself where `kind` has them, else `content` alone. */
function fieldsOf(kind: EventKind, content: Json): Readonly<Record<string, Json>> {
  if (kind === "record") return { content };
  return Object.fromEntries(Object.entries(content as Readonly<Record<string, Json>>).map(([key, value]) => [fieldOf(key), value]));
}

/** The same from the row of a record, as it is kept now. */
export const fieldsOfRow = (kind: string, content: string | null): Readonly<Record<string, Json>> => {
  const read = content === null ? null : (JSON.parse(content) as Json);
  return kind === "record" || read === null || typeof read !== "object" ? { content: read } : fieldsOf(kind as EventKind, read);
};

/** Content of a record's row without what some fields of its entry say; null: nothing is left. */
export function contentWithout(kind: string, content: string, fields: readonly string[]): string | null {
  if (kind === "record") return fields.includes("content") ? null : content;
  const gone = new Set(fields.filter((field) => field !== "by").map(keyOf));
  return canonicalJson(Object.fromEntries(Object.entries(JSON.parse(content) as Readonly<Record<string, unknown>>).filter(([key]) => !gone.has(key))));
}

function ofRecord(number: number, { section, key, content }: RecordVersion, by: string): EntryDraft {
  const read = content === null ? null : (JSON.parse(content) as Readonly<Record<string, Json>>);
  const kind = read === null ? "record" : (kindOf[section]?.(read) ?? "record");
  return { kind, of: { number, section, key }, fields: { ...fieldsOf(kind, read), by, changeSet: number, section, key } };
}

interface Changed {
  readonly number: number;
  readonly changes: ChangeSet | null;
  readonly versions: readonly RecordVersion[];
  readonly imported: ImportRecord | null;
}

/** A change set in the ledger: what it is, and then what it made of each record; each is made when it is asked for. */
export function* ofChangeSet({ number, changes, versions, imported }: Changed, { by, why }: Recording): Generator<EntryDraft> {
  const fields = {
    by, number, records: versions.length, ...(why === undefined ? {} : { why }), ...(changes === null ? {} : { changes: sha256(canonicalJson(changes)) }),
    ...(imported === null ? {} : { source: imported.source, files: sha256(canonicalJson(imported.files)) }),
  };
  yield { kind: "change-set", fields };
  for (const version of versions) yield ofRecord(number, version, by);
}

export const ofFile = (digest: string, bytes: number, mediaType: string | null, { by }: Recording): EntryDraft => ({ kind: "file", fields: { by, bytes, evidence: [digest], ...(mediaType === null ? {} : { mediaType }) } });

/** Graphs never change: the title file of one is written once. */
const titles = new WeakMap<TitleGraph, string>();

/** The title file of a state of the records, by which a decision is decided again; it is written anew whenever it is asked for, and always comes out the same. */
export const titleOf = (graph: TitleGraph): string => writeTitleFile(graph);

function titleDigest(graph: TitleGraph): string {
  let digest = titles.get(graph);
  if (digest === undefined) titles.set(graph, (digest = sha256(titleOf(graph))));
  return digest;
}

/** A recorded decision. `text`: digest of its canonical text; `catalogueText`: of that of its catalogue; `graph`: that of the records. */
export const ofDecision = ({ decision, question, changeSet }: Decided, { number, text, catalogueText, graph }: { readonly number: number; readonly text: string; readonly catalogueText: string; readonly graph: TitleGraph }, { by }: Recording): EntryDraft => ({
  kind: "decision", fields: { ...decisionFields({ question, title: { file: "cleartitle.yaml", sha256: titleDigest(graph) }, decision, text, catalogueText, by }), changeSet, number },
});
