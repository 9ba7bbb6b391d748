import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "@cleartitle/norms";
import type { Catalogue } from "./catalogue.js";
import { byId, listsOf, tablesOf } from "./catalogue-parts.js";
import { digestOfReader, digestOfRecords } from "./catalogue-files.js";

/** Raised when the layout of the file changes. */
const format = 4;

/** What a built catalogue was made from, and a digest of what follows, so that a damaged or edited file is seen. */
interface Header {
  readonly format: number;
  readonly records: string | null;
  readonly reader: string | null;
  readonly content: string;
}

/** Where the build puts the catalogue that comes with the program; the same file from source and from what is compiled. */
export const builtCataloguePath = (): string => fileURLToPath(new URL("../dist/catalogue.json", import.meta.url));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => value !== null && typeof value === "object" && !Array.isArray(value);

/** A catalogue as two lines of JSON. */
export function writeBuiltCatalogue(catalogue: Catalogue, dir: string, path: string): void {
  const { files, questionnaires, risks, protections, digests } = catalogue;
  const content = JSON.stringify({
    ...listsOf(catalogue),
    files: Object.fromEntries(Object.entries(files ?? {}).map(([kind, paths]) => [kind, [...paths]])),
    questionnaires: [...(questionnaires?.values() ?? [])], risks: [...(risks?.values() ?? [])], protections: [...(protections?.values() ?? [])], digests,
  });
  const header: Header = { format, records: digestOfRecords(dir), reader: digestOfReader(dir), content: sha256(content) };
  mkdirSync(dirname(path), { recursive: true });
  // Whoever reads meanwhile finds the old file or the new one, never half of one.
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(header)}\n${content}\n`);
  renameSync(beside, path);
}

/** The records of a content that was written here: they were checked when it was built, and are not checked again. */
function catalogueOf(content: string): Catalogue {
  const { files, questionnaires, risks, protections, digests, ...lists } = JSON.parse(content);
  return {
    ...tablesOf(lists), files: { instruments: new Map(files.instruments), laws: new Map(files.laws), positions: new Map(files.positions) }, digests,
    questionnaires: byId(questionnaires), risks: byId(risks), protections: byId(protections),
  };
}

function headerOf(line: string): Header | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) && value["format"] === format && typeof value["content"] === "string" ? (value as unknown as Header) : null;
  } catch {
    return null;
  }
}

/** `missing`: there is no file; else a catalogue, or why the file is not to be used. */
export type Built = { readonly catalogue: Catalogue } | { readonly why: string } | "missing";

/**
 * Reads a built catalogue. Where the folder of records is there (`dir`), it must be what the file was built from; without it
 * the file stands alone.
 */
export function readBuiltCatalogue(path: string, dir: string | null): Built {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return "missing";
  }
  const end = text.indexOf("\n");
  const header = headerOf(text.slice(0, end));
  if (header === null) return { why: "is of another version, or damaged" };
  const content = text.slice(end + 1).trimEnd();
  if (sha256(content) !== header.content) return { why: "is damaged, or was edited by hand" };
  if (dir !== null && digestOfRecords(dir) !== header.records) return { why: `was built from other records than \`${dir}\` holds` };
  if (dir !== null && digestOfReader(dir) !== header.reader) return { why: "was built by another program than this one" };
  return { catalogue: catalogueOf(content) };
}
