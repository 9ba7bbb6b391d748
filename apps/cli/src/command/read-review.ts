import { addedReview, dealOfReading, documentIn, readDeal, readDocument, type Reading, readReading, reviewsOf, type SaidOfFields, withReviews } from "@cleartitle/agreements";
import { withoutControls } from "@cleartitle/engine";
import { CalendarDate, type ExitCode, Layer, problem, sha256 } from "@cleartitle/norms";
import { readBytes, readText, replaceText } from "../file.js";
import type { Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { openClauses } from "./clauses.js";
import { writeNew } from "./import.js";

async function openReading(io: Io, path: string): Promise<Reading> {
  const { reading, problems } = readReading(await readText(io, path), path);
  if (reading === null) throw new Stop(problems);
  return reading;
}

function documentOf(reading: Reading, named: string | undefined, path: string): Reading["documents"][number] {
  const found = documentIn(reading, named ?? null, path);
  if ("problem" in found) throw new Stop([found.problem]);
  return found.document;
}

function day(said: string, option: string): string {
  if (!CalendarDate.safeParse(said).success) throw usageStop(`\`${said}\` is no day`, `write \`--${option}\` like 2026-12-01`);
  return said;
}

export interface ReviewOptions {
  readonly by: string;
  readonly on: string;
  readonly why?: string;
  readonly document?: string;
  readonly value?: readonly string[];
}

/** Who says it, when and why, and what the clause states. */
function saidBy({ by, on, why, value = [] }: ReviewOptions): Pick<SaidOfFields, "by" | "on" | "why" | "values"> {
  if (by.trim() === "") throw usageStop("who says so is empty", "name a person: `--by jane`");
  return { by, on: day(on, "on"), why: why ?? null, values: value };
}

async function keep(io: Io, path: string, reading: Reading, says: string): Promise<ExitCode> {
  await replaceText(io, path, `${JSON.stringify(reading, null, 2)}\n`);
  io.stderr.write(withoutControls(says) + "\n");
  return 0;
}

/** Adds to a reading what a person says of its fields. What was said before stays. */
export async function review(io: Io, path: string, fields: readonly string[], verdict: SaidOfFields["verdict"], options: ReviewOptions): Promise<ExitCode> {
  const said = saidBy(options);
  const reading = await openReading(io, path);
  const document = documentOf(reading, options.document, path);
  const { reviews, problems } = reviewsOf(document, { verdict, fields, ...said });
  if (reviews === null) throw new Stop(problems);
  return keep(io, path, withReviews(reading, document, reviews), `${verdict} by ${said.by}: ${fields.join(", ")} of ${document.file}`);
}

export interface AddOptions extends ReviewOptions {
  readonly quote?: string;
  readonly from?: string;
  readonly to?: string;
}

function marked({ quote, from, to }: AddOptions): Parameters<typeof addedReview>[2]["marked"] {
  if ((quote === undefined) === (from === undefined && to === undefined) || (from === undefined) !== (to === undefined)) throw usageStop("it is not said where the clause stands", "give its words (`--quote`), or its offsets (`--from` and `--to`)");
  return quote === undefined ? { start: Number(from), end: Number(to) } : { quote };
}

/** The document of a reading that was made of these bytes. */
function documentOfBytes(reading: Reading, bytes: Uint8Array, named: string | undefined, path: string): Reading["documents"][number] {
  const digest = sha256(bytes);
  const documents = reading.documents.filter((each) => each.digest === digest);
  if (documents.length === 0) throw new Stop([problem("not-found", "the reading is of no document with these bytes", { file: path, hint: "name the document as it was when it was read, or read it anew" })]);
  return documentOf({ ...reading, documents }, named, path);
}

/** Adds a clause that the program missed, as a person marks it in the document. */
export async function add(io: Io, path: string, file: string, kind: string, options: AddOptions): Promise<ExitCode> {
  const said = { kind, marked: marked(options), ...saidBy(options) };
  const reading = await openReading(io, path);
  const bytes = await readBytes(io, file);
  const document = documentOfBytes(reading, bytes, options.document, file);
  const { document: text, problems } = await readDocument(bytes, file);
  if (text === null) throw new Stop(problems);
  const added = addedReview(document, text, said);
  if ("problem" in added) throw new Stop([added.problem]);
  return keep(io, path, withReviews(reading, document, [added.review]), `added by ${said.by}: ${added.review.field} of ${document.file}`);
}

export interface DealOfReadingOptions {
  readonly id: string;
  readonly asset: readonly string[];
  readonly licensor?: string;
  readonly licensee?: string;
  readonly written?: string;
  readonly document?: string;
  readonly output?: string;
}

function assetOf(said: string): { readonly id: string; readonly kind: string; readonly layers: Layer[] } {
  const [, id, kind, layers] = /^([^=:]+)=([^=:]+):(.+)$/.exec(said) ?? [];
  const read = layers?.split(",").map((layer) => Layer.safeParse(layer.trim())) ?? [];
  if (id === undefined || kind === undefined || read.some(({ success }) => !success)) throw usageStop(`\`${said}\` does not say what is licensed`, "write `ID=KIND:LAYER,LAYER`, like `scans=dataset:copyright,related`");
  return { id, kind, layers: read.flatMap(({ data }) => (data === undefined ? [] : [data])) };
}

/** Writes a deal file of what was accepted of a document; one that does not read as a deal is not written. */
export async function dealOf(io: Io, path: string, { id, asset, licensor, licensee, written, document: named, output }: DealOfReadingOptions): Promise<ExitCode> {
  const asked = { id, assets: asset.map(assetOf), licensor: licensor ?? null, licensee: licensee ?? null, written: written === undefined ? null : day(written, "written") };
  const reading = await openReading(io, path);
  const { text, problems } = dealOfReading(documentOf(reading, named, path), asked);
  if (text === null) throw new Stop(problems);
  const { library, catalogue } = await openClauses(io);
  const read = readDeal(text, { file: output ?? `${id}.yaml`, library, taxonomies: catalogue.taxonomies });
  if (read.problems.length > 0) throw new Stop(read.problems);
  if (output === undefined) io.stdout.write(text);
  else await writeNew(io, output, text);
  io.stderr.write("it grants nothing: what it permits, and that it was signed, a person writes\n");
  return 0;
}
