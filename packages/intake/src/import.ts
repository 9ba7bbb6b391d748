import { createHash } from "node:crypto";
import type { Knowledge } from "@cleartitle/catalogue";
import { compareProblems, problem, pushAll } from "@cleartitle/norms";
import type { Problem } from "@cleartitle/norms";
import type { GraphBuilder, TitleGraph } from "@cleartitle/title";
import { assemble } from "./assemble.js";
import { atlas } from "./atlas/reader.js";
import { c2pa } from "./c2pa/reader.js";
import { corpus } from "./corpus/reader.js";
import { croissant } from "./croissant/reader.js";
import { cycloneDx } from "./cyclonedx/reader.js";
import { dvc } from "./dvc/reader.js";
import { ecosystemGraphs } from "./ecosystem-graphs/reader.js";
import { Evidence } from "./evidence.js";
import type { FileRead, FileSkipped } from "./evidence.js";
import { filesOf } from "./folder.js";
import { generatedImage } from "./generated-image/reader.js";
import { huggingFaceCard } from "./hugging-face-card/reader.js";
import { imageMetadata } from "./image-metadata/reader.js";
import { manifest } from "./manifest/reader.js";
import { mlflow } from "./mlflow/reader.js";
import { openLineage } from "./openlineage/reader.js";
import type { Persons } from "./personal.js";
import { prov } from "./prov/reader.js";
import { provenanceCollection } from "./provenance-collection/reader.js";
import { provenanceStandard } from "./provenance-standard/reader.js";
import type { Reader } from "./reader.js";
import { scanCode } from "./scancode/reader.js";
import { headOf, hintOf } from "./source-file.js";
import type { SourceFile } from "./source-file.js";
import { spdx2 } from "./spdx2/reader.js";
import { spdx3 } from "./spdx3/reader.js";
import { supplyChain } from "./supply-chain/reader.js";
import { wandb } from "./wandb/reader.js";
import { weights } from "./weights/reader.js";

/** Every format that is read, in the order in which they are asked and read. */
export const readers: readonly Reader[] = [huggingFaceCard, provenanceCollection, supplyChain, dvc, mlflow, spdx2, spdx3, cycloneDx, croissant, scanCode, openLineage, atlas, wandb, prov, weights, c2pa, generatedImage, imageMetadata, manifest, ecosystemGraphs, provenanceStandard, corpus];

/** Every file is looked at; those of a format that is known are read. */
type Doing = "looked at" | "read";

export interface ImportOptions {
  /** The party on whose behalf the material is kept. */
  readonly us: string;
  /** When this was learned: a date or an instant. The reading has no clock, so that the same input gives the same graph. */
  readonly recordedAt?: string;
  /** Reads with this format alone, also files that do not look like it. */
  readonly reader?: string;
  /** Finds what names license texts, so that license files beside cards are read; without it they are passed over. Not asked where there are none. */
  readonly knowledge?: () => Knowledge | null;
  /** Certificates, in PEM, of whom the user trusts to sign Content Credentials. Without them nobody is. */
  readonly trustAnchors?: string;
  /** What becomes of natural persons whom files name: `drop` (the default), `hash` or `keep`. */
  readonly persons?: Persons;
  /** Told of each file that is looked at, and again of each that a reader takes up, so that whoever waits sees how far it is. */
  readonly step?: (done: number, total: number, doing: Doing) => void;
  /** Takes the graph that a document of one's own carries, as it was when the document was written. One file alone is read so. */
  readonly whole?: boolean;
  /** Adds to a graph that is being put together, as of a workspace; without it the graph holds this import alone. */
  readonly builder?: GraphBuilder;
}

/** What an import gives. Problems do not make it fail: what could be read is in the graph. */
export interface Intake {
  readonly graph: TitleGraph;
  readonly problems: readonly Problem[];
  readonly read: readonly FileRead[];
  readonly skipped: readonly FileSkipped[];
}

const byPath = <T extends { readonly file: string }>(records: readonly T[]): T[] => records.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));

/**
 * Imports files, or a folder or file by its path, into one title graph. Records of several formats about one identifier meet
 * in one asset; reading the same again changes nothing. Expected failures are problems; it throws for none of them.
 */
export async function importFrom(source: readonly SourceFile[] | string, options: ImportOptions): Promise<Intake> {
  const into = new Evidence(options.us, options.recordedAt ?? null, options.knowledge);
  const { files, problems, passed } = typeof source === "string" ? await filesOf(source) : { files: source, problems: [], passed: [] };
  pushAll(into.problems, problems);
  pushAll(into.skipped, passed);
  into.whole = options.whole === true;
  into.anchors = options.trustAnchors ?? null;
  into.persons = options.persons ?? "drop";
  const chosen = readers.filter((each) => options.reader === undefined || each.id === options.reader);
  if (chosen.length === 0) {
    const known = readers.map((each) => `\`${each.id}\``).join(", ");
    into.problems.push(problem("unknown-name", `no reader \`${options.reader}\``, { offending: options.reader ?? null, hint: `the readers are ${known}` }));
  } else {
    const unique = await uniqueByPath(files, into);
    const groups = await sorted(unique, chosen, options, into);
    const counted = counting(groups, options.step);
    for (const [reader, own] of counted) {
      into.system = reader.id;
      await reader.read(own, into);
      into.read = into.read.map((each) => (each.reader === undefined ? { ...each, reader: reader.id } : each));
    }
    passedOver(groups, into);
  }
  const [carried] = into.carried;
  if (into.whole && (carried === undefined || files.length > 1)) notOne(files.length, into);
  return { graph: into.whole && carried !== undefined ? carried : assemble(into, options.builder), problems: into.problems.toSorted(compareProblems), read: byPath(into.read), skipped: byPath(into.skipped) };
}

/** The same files, of which each is counted when its bytes are first asked for. */
function counting(groups: ReadonlyMap<Reader, readonly SourceFile[]>, step: ImportOptions["step"]): ReadonlyMap<Reader, readonly SourceFile[]> {
  if (step === undefined) return groups;
  const total = new Set([...groups.values()].flatMap((files) => files.map((each) => each.path))).size;
  const begun = new Set<string>();
  const count = (path: string): void => {
    if (!begun.has(path)) step(begun.add(path).size, total, "read");
  };
  const counted = (file: SourceFile): SourceFile => {
    const part = file.part?.bind(file);
    const begin = <T>(read: () => T): T => {
      count(file.path);
      return read();
    };
    return { ...file, chunks: () => begin(() => file.chunks()), ...(part === undefined ? {} : { part: (start, end) => begin(async () => part(start, end)) }) };
  };
  return new Map([...groups].map(([reader, files]) => [reader, files.map(counted)]));
}

/** A file that was looked through for what may lie within it, and holds nothing of it, was passed over. */
function passedOver(groups: ReadonlyMap<Reader, readonly SourceFile[]>, into: Evidence): void {
  const told = new Set([...into.read, ...into.skipped].map((each) => each.file));
  const pathsOf = (within: boolean) => [...groups].flatMap(([reader, files]) => ((reader.within === true) === within ? files.map((each) => each.path) : []));
  const others = new Set(pathsOf(false));
  for (const file of new Set(pathsOf(true))) if (!told.has(file) && !others.has(file)) into.skipped.push({ file, why: "of no format that is read" });
}

function notOne(files: number, into: Evidence): void {
  const [message, hint] = files > 1 ? [`${files} files, of which only one can be taken whole`, "name the one document that carries the title file"] : ["no title file is carried here", "`export --whole` writes documents that carry one"];
  // What is wrong with the file itself says more.
  if (files > 1 || into.problems.length === 0) into.problems.push(problem("usage", message, { hint }));
}

/**
 * The order of reading is the order of paths, so that nothing depends on how a folder was listed. A file given twice is read once;
 * two files of one path and other content are a problem, since statements could not say which of them they come from.
 */
async function uniqueByPath(files: readonly SourceFile[], into: Evidence): Promise<SourceFile[]> {
  const first = new Map<string, SourceFile>();
  for (const file of files) {
    const known = first.get(file.path);
    if (known === undefined) first.set(file.path, file);
    else if ((await digestOfBytes(known)) !== (await digestOfBytes(file))) {
      into.problems.push(problem("conflict", `two files are named \`${file.path}\``, { file: file.path, hint: "import them one after the other, or from a folder above both; only the first was read" }));
    }
  }
  return [...first.values()].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function digestOfBytes(file: SourceFile): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.chunks()) hash.update(chunk);
  return hash.digest("hex");
}

/** Gives each file to the first reader that is sure of it, else to the first that is not sure it is another's; and to all that read what may lie within it. */
async function sorted(files: readonly SourceFile[], chosen: readonly Reader[], options: ImportOptions, into: Evidence): Promise<Map<Reader, SourceFile[]>> {
  const groups = new Map<Reader, SourceFile[]>(chosen.map((reader) => [reader, []]));
  for (const [at, file] of files.entries()) {
    options.step?.(at, files.length, "looked at");
    const entry = await entryOf(file, into);
    if (entry === null) continue;
    const answers = chosen.map((each) => ({ reader: each, answer: each.detect(entry) }));
    const alone = answers.filter(({ reader }) => reader.within !== true);
    const taken = [alone.find(({ answer }) => answer === "yes") ?? alone.find(({ answer }) => answer === "maybe"), ...answers.filter(({ reader, answer }) => reader.within === true && answer !== "no")].filter((each) => each !== undefined);
    if (taken.length === 0 && options.reader !== undefined) taken.push(...answers.slice(0, 1));
    if (taken.length === 0) into.skipped.push({ file: file.path, why: isWide(entry.head) ? "in UTF-16, which no reader takes: save it as UTF-8" : isTitle(file.path) ? "a title file, which is asked and not imported" : "of no format that is read" });
    for (const { reader } of taken) groups.get(reader)?.push(file);
  }
  return groups;
}

const isTitle = (path: string): boolean => /(?:^|\/)[^/]*cleartitle\.ya?ml$/i.test(path);

/** Whether the first bytes, taken for UTF-8, are the mark of UTF-16 and text behind it. */
const isWide = (head: string): boolean => /^\uFFFD\uFFFD(?:\0|[^\0]\0)/.test(head);

async function entryOf(file: SourceFile, into: Evidence): Promise<{ path: string; size: number; head: string } | null> {
  try {
    return { path: file.path, size: file.size, head: await headOf(file) };
  } catch (error) {
    into.problems.push(problem("io", `cannot read \`${file.path}\``, { file: file.path, hint: hintOf(error) ?? "check its permissions" }));
    into.skipped.push({ file: file.path, why: "it cannot be read" });
    return null;
  }
}
