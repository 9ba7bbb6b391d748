import { compareBlocks, compareInstruments, instrumentBlocks, lawBlocks, positionBlocks, sayBlocks, sayBlocksInMarkdown, withoutControls, type Block, type Names, type Wording } from "@cleartitle/engine";
import { type Catalogue, positionUsers } from "@cleartitle/catalogue";
import type { ExitCode } from "@cleartitle/norms";
import { countsOf, filtered, type CatalogueEntry, type Counts, type Filters } from "../catalogue/entry.js";
import { instrumentNamed, recordNamed, type CatalogueRecord } from "../catalogue/record.js";
import { wantsColor, widthOf, type Io } from "../io.js";
import { dateOption, openCatalogue } from "../world.js";

export type Format = "table" | "json" | "markdown";

/** What ids of the catalogue are called. */
export const wordingOfCatalogue = ({ taxonomies, instruments, laws, positions }: Catalogue): Wording => {
  const names: Names = { taxonomies, instruments, laws, positions };
  return { names, groups: taxonomies.groups };
};

export const onDay = (io: Io, asOf: string | undefined): string => (asOf === undefined ? io.today() : dateOption("--as-of", asOf));

/** JSON of a catalogue command: what it is, on which catalogue. */
export const jsonOf = (of: string, catalogue: Catalogue, rest: object): string => `${JSON.stringify({ $schema: `urn:cleartitle:schema:catalogue-${of}:1`, version: 1, catalogue: catalogue.digests.catalogue, ...rest }, null, 2)}\n`;

export function writeBlocks(io: Io, blocks: readonly Block[], format: Exclude<Format, "json">): void {
  io.stdout.write(format === "markdown" ? sayBlocksInMarkdown(blocks) : sayBlocks(blocks, { color: wantsColor(io), width: widthOf(io) }));
}

export interface ListOptions extends Filters {
  readonly asOf?: string;
  readonly format: "table" | "json";
}

const counts = (title: string, by: Readonly<Record<string, number>>, most = 30): string[] => {
  const all = Object.entries(by);
  if (all.length === 0) return [];
  const shown = all.slice(0, most).map(([name, n]) => `${n} ${name}`).join(", ");
  return [`${title}: ${shown}${all.length > most ? ` and ${all.length - most} more` : ""}`];
};

export const sayCounts = (found: Counts, on: string): string[] => [
  `${found.records} record${found.records === 1 ? "" : "s"}`, ...counts("by kind", found.byKind), ...counts("by folder", found.byFolder), ...counts("by place", found.byPlace), ...counts("by verification", found.byVerification), `review overdue on ${on}: ${found.overdue}`,
];

function tableOf(entries: readonly CatalogueEntry[]): string[] {
  const widths = { id: Math.max(0, ...entries.map((each) => each.id.length)), kind: Math.max(0, ...entries.map((each) => each.kind.length)), place: Math.max(1, ...entries.map((each) => (each.place ?? "").length)) };
  return entries.map((each) => withoutControls(`${each.id.padEnd(widths.id)}  ${each.kind.padEnd(widths.kind)}  ${(each.place ?? "-").padEnd(widths.place)}  ${each.verified.padEnd(10)}  ${each.title}`));
}

/** Lists records, filtered, with counts. */
export async function list(io: Io, options: ListOptions): Promise<ExitCode> {
  const on = onDay(io, options.asOf);
  const catalogue = await openCatalogue(io);
  const entries = filtered(catalogue, options, on);
  const found = countsOf(entries, on);
  if (options.format === "json") io.stdout.write(jsonOf("list", catalogue, { asOf: on, counts: found, records: entries }));
  else io.stdout.write(`${[...tableOf(entries), ...(entries.length === 0 ? [] : [""]), ...sayCounts(found, on)].join("\n")}\n`);
  return 0;
}

function blocksOf(found: CatalogueRecord, catalogue: Catalogue, on: string): Block[] {
  const wording = wordingOfCatalogue(catalogue);
  if (found.of === "law") return lawBlocks(found.record, on, wording);
  return found.of === "position" ? positionBlocks(found.record, positionUsers(found.record.id, catalogue), on) : instrumentBlocks(found.record, on, wording);
}

/** Explains a record in plain words, made from its norms. */
export async function show(io: Io, id: string, options: { readonly asOf?: string; readonly format: Format }): Promise<ExitCode> {
  const on = onDay(io, options.asOf);
  const catalogue = await openCatalogue(io);
  const found = recordNamed(id, catalogue);
  const blocks = blocksOf(found, catalogue, on);
  if (options.format === "json") io.stdout.write(jsonOf("record", catalogue, { asOf: on, of: found.of, record: found.record, words: blocks }));
  else writeBlocks(io, blocks, options.format);
  return 0;
}

/** Says what changed between two texts, for whom. */
export async function diff(io: Io, before: string, after: string, options: { readonly format: Format }): Promise<ExitCode> {
  const catalogue = await openCatalogue(io);
  const [a, b] = [instrumentNamed(before, catalogue), instrumentNamed(after, catalogue)];
  const wording = wordingOfCatalogue(catalogue);
  if (options.format === "json") io.stdout.write(jsonOf("diff", catalogue, { before: a.id, after: b.id, changes: compareInstruments(a, b, wording) }));
  else writeBlocks(io, compareBlocks(a, b, wording), options.format);
  return 0;
}
