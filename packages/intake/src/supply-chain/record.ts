import { sha256 } from "@cleartitle/norms";
import type { Evidence, Place } from "../evidence.js";
import { soundLines } from "../sound-lines.js";
import type { SourceFile } from "../source-file.js";

/** One line of a listing: a JSON object with an id. */
export interface ListingRecord {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly at: Place;
}

const maxLine = 1_048_576;
const maxId = 300;

/** The records of a listing, one at a time. What is no record is a problem with its line, and the next line is read. */
export async function* recordsOf(file: SourceFile, into: Evidence): AsyncGenerator<ListingRecord> {
  for await (const line of soundLines(file, maxLine, into)) {
    const record = recordFrom(line.text, { file: file.path, line: line.number, sha256: null }, into);
    if (record !== null) yield record;
  }
}

function recordFrom(text: string, at: Place, into: Evidence): ListingRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const column = /position (\d+)/.exec(String(error))?.[1];
    into.problem("json-syntax", "a line that is no JSON", { file: at.file, line: at.line, ...(column === undefined ? {} : { column: Number(column) + 1 }) }, "write one JSON object on each line");
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    into.problem("wrong-type", "a line that is no JSON object", at, "write one JSON object on each line");
    return null;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const id = Object.hasOwn(fields, "id") ? fields["id"] : undefined;
  if (typeof id !== "string" || id.trim() === "" || id.length > maxId) {
    into.problem("missing-key", "a record without an `id`", at, "give the record the id by which others name it");
    return null;
  }
  return { id, fields, at: { ...at, sha256: sha256(text).slice(7) } };
}

/** A field of a record; undefined where it is absent. */
export const fieldOf = (record: ListingRecord, key: string): unknown => (Object.hasOwn(record.fields, key) ? record.fields[key] : undefined);

export const textIn = (record: ListingRecord, key: string): string | null => {
  const value = fieldOf(record, key);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
};
