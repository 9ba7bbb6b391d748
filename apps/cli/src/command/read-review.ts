import { dealOfReading, documentIn, readDeal, type Reading, readReading, type SaidOfFields, withReviews } from "@cleartitle/agreements";
import { withoutControls } from "@cleartitle/engine";
import { CalendarDate, type ExitCode, Layer } from "@cleartitle/norms";
import { readText, replaceText } from "../file.js";
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

/** Adds to a reading what a person says of its fields. What was said before stays. */
export async function review(io: Io, path: string, fields: readonly string[], verdict: SaidOfFields["verdict"], { by, on, why, document: named, value = [] }: ReviewOptions): Promise<ExitCode> {
  if (by.trim() === "") throw usageStop("who says so is empty", "name a person: `--by jane`");
  const reading = await openReading(io, path);
  const document = documentOf(reading, named, path);
  const said = withReviews(reading, document, { verdict, fields, by, on: day(on, "on"), why: why ?? null, values: value });
  if (said.reading === null) throw new Stop(said.problems);
  await replaceText(io, path, `${JSON.stringify(said.reading, null, 2)}\n`);
  io.stderr.write(withoutControls(`${verdict} by ${by}: ${fields.join(", ")} of ${document.file}`) + "\n");
  return 0;
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
