import { sha256 } from "@cleartitle/norms";
import type { ProblemCode } from "@cleartitle/norms";
import type { Evidence, Place } from "./evidence.js";
import { readForeignJson } from "./foreign-json.js";
import { readForeignToml } from "./foreign-toml.js";
import { readForeignYaml } from "./foreign-yaml.js";
import type { YamlValue } from "./foreign-yaml.js";
import { takeCarried } from "./carried.js";
import { textOf } from "./source-file.js";
import type { SourceFile } from "./source-file.js";

/** A file that is one value as a whole, and the digest of its text. */
export interface DocumentRead {
  readonly file: string;
  readonly root: YamlValue;
  readonly sha256: string;
}

const syntaxes = { json: readForeignJson, toml: readForeignToml };

type Syntax = keyof typeof syntaxes;

/** The text of a whole file; `null` with a problem if it is too large or no UTF-8. */
export async function readWhole(file: SourceFile, maxBytes: number, into: Evidence): Promise<string | null> {
  const read = await textOf(file, maxBytes);
  if ("text" in read) return read.text;
  if (read.fault === "too-large") into.problem("too-large", `a file of more than ${maxBytes} bytes`, { file: file.path }, "the file was passed over");
  else into.problem("format-syntax", "bytes that are no UTF-8", { file: file.path }, "write the file as UTF-8; it was passed over");
  into.skipped.push({ file: file.path, why: "it cannot be read" });
  return null;
}

/** A file as one value; `null` with problems if it cannot be read whole, so that nothing of a broken file is half recorded. */
export async function readValue(file: SourceFile, syntax: Syntax, maxBytes: number, into: Evidence): Promise<DocumentRead | null> {
  const text = await readWhole(file, maxBytes, into);
  if (text === null) return null;
  const pass = (why: string): null => {
    into.skipped.push({ file: file.path, why });
    return null;
  };
  const { root: whole, problems } = syntaxes[syntax](text, file.path);
  // Linked data may write a list of one object for the object.
  const root = syntax === "json" && whole?.items?.length === 1 && whole.items[0]?.entries != null ? whole.items[0] : whole;
  into.problems.push(...problems);
  if (problems.length > 0) return pass(`it is no ${syntax.toUpperCase()} that can be read`);
  if (root === null || (root.entries === null && root.text === "" && root.items === null)) return pass("it is empty");
  if (takeCarried(text, whole ?? root, file.path, into)) return null;
  return { file: file.path, root, sha256: sha256(text).slice(7) };
}

/** A file as a mapping; a file that is anything else is a problem. */
export async function readMapping(file: SourceFile, syntax: Syntax, maxBytes: number, into: Evidence): Promise<DocumentRead | null> {
  const read = await readValue(file, syntax, maxBytes, into);
  if (read === null || read.root.entries !== null) return read;
  into.problem("wrong-type", "the file is no mapping", { file: file.path, line: read.root.line, column: read.root.column }, syntax === "json" ? "write an object" : "write `key = value` lines");
  into.skipped.push({ file: file.path, why: "it is no mapping" });
  return null;
}

const saysSomething = (root: YamlValue | null): root is YamlValue => root !== null && (root.entries !== null || root.items !== null || root.text !== "");

/** A YAML file in which each document is a record, without those that say nothing; none, with problems, if one cannot be read. */
export async function readDocuments(file: SourceFile, maxBytes: number, into: Evidence): Promise<readonly DocumentRead[]> {
  const text = await readWhole(file, maxBytes, into);
  if (text === null) return [];
  const { roots, problems } = readForeignYaml(text, file.path);
  into.problems.push(...problems);
  const said = roots.filter(saysSomething);
  if (said.length === 0) into.skipped.push({ file: file.path, why: problems.length > 0 ? "it is no YAML that can be read" : "it is empty" });
  const digest = sha256(text).slice(7);
  return said.filter((root) => !takeCarried(text, root, file.path, into)).map((root) => ({ file: file.path, root, sha256: digest }));
}

/** Tells of a second document where the format has one, so that its own tools read none of the file or the first alone. Which of them counts nobody knows, and what each of them says is evidence. */
export function tellSeveral(documents: readonly Pick<DocumentRead, "root">[], file: string, into: Evidence): void {
  const [, second] = documents;
  if (second === undefined) return;
  into.problem("several-documents", `the file holds ${documents.length} documents, and its format has one`, { file, line: second.root.line, column: second.root.column }, "keep one, and write the rest into files of their own; what each of them says was recorded");
}

/** The documents of a YAML file of a format that has one: one as a rule, and the others told. */
export async function readYamlValues(file: SourceFile, maxBytes: number, into: Evidence): Promise<readonly DocumentRead[]> {
  const documents = await readDocuments(file, maxBytes, into);
  tellSeveral(documents, file.path, into);
  return documents;
}

/** The same of a format whose document is a mapping. `lost`: something of the file cannot be read, which is told. */
export async function readYamlMappings(file: SourceFile, maxBytes: number, into: Evidence): Promise<{ readonly documents: readonly DocumentRead[]; readonly lost: boolean }> {
  const before = into.problems.length;
  const read = await readDocuments(file, maxBytes, into);
  for (const { root } of read) if (root.entries === null) into.problem("wrong-type", read.length > 1 ? "a document that is no mapping" : "the file is no mapping", { file: file.path, line: root.line, column: root.column }, "write `key: value` lines");
  const lost = into.problems.length > before;
  tellSeveral(read, file.path, into);
  const documents = read.filter(({ root }) => root.entries !== null);
  if (documents.length === 0 && read.length > 0) into.skipped.push({ file: file.path, why: "it is no mapping" });
  return { documents, lost };
}

/** What another syntax gives: the document in JSON that says the same, or why there is none. */
export type MadeDocument = { readonly root: YamlValue } | { readonly fault: { readonly code: ProblemCode; readonly message: string; readonly line: number; readonly column?: number } };

/** A file in another syntax as the value that says the same in JSON; `null` with a problem if it cannot be read whole. */
export async function readMade(file: SourceFile, maxBytes: number, make: (text: string) => MadeDocument, into: Evidence): Promise<DocumentRead | null> {
  const text = await readWhole(file, maxBytes, into);
  if (text === null) return null;
  const made = make(text);
  if ("root" in made) return { file: file.path, root: made.root, sha256: sha256(text).slice(7) };
  const { code, message, ...place } = made.fault;
  into.problem(code, message, { file: file.path, ...place }, "the file was passed over");
  into.skipped.push({ file: file.path, why: "it cannot be read as what it seems to be" });
  return null;
}

/** Where a value of a document stands. */
export const placeIn = (document: Pick<DocumentRead, "file" | "sha256">, value: YamlValue): Place => ({ file: document.file, line: value.line, sha256: document.sha256 });
