import { carriageOf, dutyGroups, loadCatalogue, rightReading, travelReading, type Carriage, type Catalogue, type TermEntry } from "@cleartitle/catalogue";
import { withoutControls } from "@cleartitle/engine";
import { problem, type ExitCode, type Instrument } from "@cleartitle/norms";
import { resolve } from "node:path";
import { instrumentNamed } from "../catalogue/record.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";
import { jsonOf, onDay } from "./catalogue.js";

export interface ValidateOptions {
  /** Another catalogue than the one that comes with the program. */
  readonly folder?: string;
  readonly asOf?: string;
  readonly format: "table" | "json";
}

const ways = ["norm", "duty", "fact", "reach", "record", "note"] as const;

interface Carried {
  readonly term: TermEntry;
  readonly carriage: Carriage;
}

/** How one record carries what its text speaks of. */
interface RecordReading {
  readonly text: Instrument;
  readonly carried: readonly Carried[];
  readonly rights: Readonly<Record<string, string>>;
  readonly travel: Readonly<Record<string, string>>;
}

function readingOf(text: Instrument, catalogue: Catalogue): RecordReading {
  const { terms, rights, travel } = catalogue.vocabulary!;
  const known = { ...catalogue, groups: dutyGroups(terms) };
  return {
    text,
    carried: terms.flatMap((term): Carried[] => {
      const carriage = carriageOf(text, term, catalogue);
      return carriage === null ? [] : [{ term, carriage }];
    }),
    rights: Object.fromEntries(rights.map((right) => [right.id, rightReading(text, right, catalogue)])),
    travel: Object.fromEntries(travel.map((way) => {
      const { role, attaches } = travelReading(text, way, known);
      return [way.id, [role, ...attaches].join(" ")];
    })),
  };
}

const tally = (carried: readonly Carried[]): Record<string, number> => Object.fromEntries(ways.map((way) => [way, carried.filter((each) => each.carriage.as === way).length]));
const row = (name: string, width: number, cells: readonly (string | number)[], wide = 7): string => `  ${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(wide)).join("")}`;

function summaryOf(readings: readonly RecordReading[], catalogue: Catalogue): string[] {
  const { terms, rights } = catalogue.vocabulary!;
  const all = readings.flatMap((each) => each.carried);
  const groups = [...new Set(terms.map((term) => term.group))];
  const values = [...new Set(readings.flatMap((each) => Object.values(each.rights)))].toSorted();
  return [
    `${readings.length} instruments, ${terms.length} terms: ${all.length} carried`, "",
    row("carried by", 18, ways), ...groups.map((group) => row(group, 18, Object.values(tally(all.filter((each) => each.term.group === group))))), row("all", 18, Object.values(tally(all))), "",
    row("rights", 24, values, 15), ...rights.map((right) => row(right.id, 24, values.map((value) => readings.filter((each) => each.rights[right.id] === value).length), 15)), "",
  ];
}

const lineOf = ({ term, carriage }: Carried): string => `    ${term.group.padEnd(17)}${term.id.padEnd(32)}${carriage.as.padEnd(8)}${carriage.via === null ? "" : `(${carriage.via}) `}${carriage.why ?? carriage.where.join(", ")}`;

type Point = NonNullable<Instrument["points"]>[number];

/** How a point is carried: by a norm, by something else of the record, or not at all. */
const carriesPoint = ({ norms }: Instrument, { by }: Point): "norm" | "record" | "nothing" => (by === undefined ? "nothing" : by.some((id) => norms.some((norm) => norm.id === id)) ? "norm" : "record");

function pointsOf(readings: readonly RecordReading[]): Readonly<Record<"norm" | "record" | "nothing", number>> {
  const found = { norm: 0, record: 0, nothing: 0 };
  for (const { text } of readings) for (const point of text.points ?? []) found[carriesPoint(text, point)]++;
  return found;
}

const pointLine = (text: Instrument, point: Point): string => `    ${"point".padEnd(17)}${carriesPoint(text, point).padEnd(9)}${point.by?.join(", ") ?? point.why!} — ${point.about}`;

function linesOf({ text, carried, rights, travel }: RecordReading): string[] {
  return [text.id, ...carried.map(lineOf), ...(text.points ?? []).map((point) => pointLine(text, point)), `    rights: ${Object.entries(rights).map(([id, value]) => `${id} ${value}`).join("; ")}`, `    travel: ${Object.entries(travel).map(([id, value]) => `${id}: ${value}`).join("; ")}`];
}

function tableOf(readings: readonly RecordReading[], catalogue: Catalogue, whole: boolean): string[] {
  if (whole) return readings.flatMap(linesOf);
  const width = Math.max(...readings.map((each) => each.text.id.length)) + 2;
  const notes = readings.flatMap((each) => each.carried.filter(({ carriage }) => carriage.as === "note").map(({ term, carriage }) => `  ${each.text.id}: ${term.id} — ${carriage.why!}`));
  const points = pointsOf(readings);
  const loose = readings.flatMap(({ text }) => (text.points ?? []).filter((point) => point.by === undefined).map((point) => `  ${text.id}: ${point.about} — ${point.why!}`));
  return [
    ...summaryOf(readings, catalogue), `points to know: ${points.norm} carried by norms, ${points.record} by the record otherwise, ${points.nothing} by nothing`, ...loose, "", row("record", width, ways), ...readings.map((each) => row(each.text.id, width, Object.values(tally(each.carried)))), "",
    `carried by a note alone (${notes.length}), and why norms do not say it`, ...notes,
  ];
}

/** How many records of each kind are past the day by which they were to be reviewed, and the first day on which one is due. */
function reviewsOf({ instruments, laws, positions }: Catalogue, asOf: string): { readonly asOf: string; readonly overdue: Readonly<Record<"instruments" | "laws" | "positions", number>>; readonly next: string | null } {
  const overdue = (records: ReadonlyMap<string, { readonly reviewBy?: string | undefined }>): number => [...records.values()].filter((each) => (each.reviewBy ?? asOf) < asOf).length;
  const coming = [...instruments.values(), ...laws.values(), ...positions.values()].flatMap(({ reviewBy = "" }) => (reviewBy >= asOf ? [reviewBy] : [])).toSorted();
  return { asOf, overdue: { instruments: overdue(instruments), laws: overdue(laws), positions: overdue(positions) }, next: coming[0] ?? null };
}

/** Reads and checks every record, and says how each term of each text is carried: by a norm, a duty, a fact, reach, or a note with its reason. */
export async function validate(io: Io, ids: readonly string[], options: ValidateOptions): Promise<ExitCode> {
  const directory = options.folder === undefined ? (await io.rooms.catalogue()).directory : resolve(io.folder, options.folder);
  if (directory === null) throw new Stop([problem("not-found", "there are no records to check: only the built catalogue is here", { hint: "--folder names a folder of records" })]);
  const { catalogue, problems } = loadCatalogue(directory);
  if (catalogue === null) throw new Stop(problems);
  const texts = ids.length === 0 ? [...catalogue.instruments.values()] : ids.map((id) => instrumentNamed(id, catalogue));
  const readings = texts.map((text) => readingOf(text, catalogue));
  const reviews = reviewsOf(catalogue, onDay(io, options.asOf));
  const { instruments, laws, positions } = catalogue;
  const found = { instruments: instruments.size, laws: laws.size, positions: positions.size, norms: [...instruments.values(), ...laws.values()].reduce((sum, each) => sum + each.norms.length, 0) };
  if (options.format === "json") {
    const records = readings.map(({ text, carried, rights, travel }) => ({
      id: text.id, carried: carried.map(({ term, carriage }) => ({ term: term.id, group: term.group, ...carriage })), rights, travel,
      points: (text.points ?? []).map((point) => ({ about: point.about, as: carriesPoint(text, point), where: point.by ?? [], why: point.why ?? null })),
    }));
    io.stdout.write(jsonOf("validation", catalogue, { found, reviews, totals: tally(readings.flatMap((each) => each.carried)), points: pointsOf(readings), records }));
    return 0;
  }
  const head = `sound: ${found.instruments} instruments, ${found.laws} rules of law, ${found.positions} positions, ${found.norms} norms`;
  const { overdue, next } = reviews;
  const due = `review overdue on ${reviews.asOf}: ${overdue.instruments} instruments, ${overdue.laws} rules of law, ${overdue.positions} positions${next === null ? "" : `; next due ${next}`}`;
  io.stdout.write(`${[head, due, ...tableOf(readings, catalogue, ids.length > 0)].map(withoutControls).join("\n")}\n`);
  return 0;
}
