import { lawCalendar, type CalendarEntry } from "@cleartitle/catalogue";
import { withoutControls } from "@cleartitle/engine";
import type { ExitCode } from "@cleartitle/norms";
import type { Io } from "../io.js";
import { usageStop } from "../stop.js";
import { dateOption, openCatalogue, placesOption } from "../world.js";

export interface CalendarOptions {
  readonly from?: string;
  readonly to?: string;
  readonly in?: readonly string[];
  readonly format: "table" | "json";
}

const words: Readonly<Record<CalendarEntry["kind"], string>> = { begins: "begins", ends: "ends", announced: "announced", pending: "pending", review: "review due" };

function sayEntry({ on, kind, record, jurisdiction, what, cite }: CalendarEntry): string {
  return withoutControls(`${on ?? "no date   "}  ${words[kind].padEnd(10)}  ${record}${jurisdiction === null ? "" : ` [${jurisdiction}]`}: ${what}${cite === null ? "" : ` (${cite})`}`);
}

/** What the catalogue knows to come: law that begins or ends, announcements, what is pending, reviews that are due or overdue. */
export async function calendar(io: Io, options: CalendarOptions): Promise<ExitCode> {
  const catalogue = await openCatalogue(io);
  const from = options.from === undefined ? io.today() : dateOption("--from", options.from);
  const to = options.to === undefined ? undefined : dateOption("--to", options.to);
  if (to !== undefined && to < from) throw usageStop(`\`${to}\` is before \`${from}\``, "--to is the last day, --from the first (default: today)");
  const places = options.in === undefined ? [] : placesOption("--in", options.in.join(","), catalogue);
  const entries = lawCalendar(catalogue, { from, places, ...(to === undefined ? {} : { to }) });
  const overdue = lawCalendar(catalogue, { places }).filter((entry) => entry.kind === "review" && entry.on !== null && entry.on < from);
  if (options.format === "json") {
    io.stdout.write(`${JSON.stringify({ $schema: "urn:cleartitle:schema:calendar:1", version: 1, from, to: to ?? null, in: places, overdue, entries, catalogue: catalogue.digests.catalogue }, null, 2)}\n`);
    return 0;
  }
  const told = [...overdue.map((entry) => `${sayEntry(entry)} — overdue`), ...entries.map(sayEntry)];
  io.stdout.write(told.length === 0 ? `nothing from ${from}${to === undefined ? "" : ` to ${to}`}\n` : `${told.join("\n")}\n`);
  return 0;
}
