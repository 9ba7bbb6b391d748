import { join, resolve } from "node:path";
import { brokenTogether, type Check, checker, type DecisionBasis, decideApart, driftFindings, type FailOn, type FileFinding, fileFindings, formOf, type GateOptions, type JudgedRow, partsOf, type Questions, questionsOf, type RecordedLicense, RowsOfParts, rowWords, sayCount } from "@cleartitle/engine";
import type { ExitCode, Problem } from "@cleartitle/norms";
import type { GraphFinding, TitleGraph, Waiver } from "@cleartitle/title";
import { contradictionsIn, filesOf, withContradictionsTold } from "@cleartitle/intake";
import { readBaseline, type Baseline } from "../check/baseline.js";
import { changedEvidence } from "../check/evidence.js";
import { placesIn, type Place } from "../check/place.js";
import { syntheticOf } from "../check/synthetic.js";
import { reportOf, type CheckReport } from "../check/report.js";
import { rowsOfMarkdown, rowsOfTable } from "../check/shown.js";
import { readWaivers } from "../check/waiver.js";
import { wantsColor, type Io, type World } from "../io.js";
import { kindOfPath } from "../file.js";
import { compileLess } from "../compiler.js";
import { growSlowly } from "../heap.js";
import { progress } from "../progress.js";
import { Stop, usageStop } from "../stop.js";
import { importTold } from "./import.js";
import { dateOption, decideOptions, openCatalogue, openTitle, type AskingOptions } from "../world.js";

export interface CheckOptions extends AskingOptions {
  readonly waivers?: string;
  readonly baseline?: string;
  readonly failOn: FailOn;
  readonly from?: string;
  readonly us: string;
  readonly purpose: string;
  readonly action?: string;
  readonly in: string;
  readonly format: "table" | "json" | "sarif" | "junit" | "markdown" | "csv";
}

interface Input {
  readonly file: string;
  readonly graph: TitleGraph;
  /** Where the evidence of an asset stands; of a title file nothing, since its answers stand in it. */
  readonly places: ReadonlyMap<string, Place>;
  /** Evidence that lies beside the title file and is no more what was read. */
  readonly changed: readonly GraphFinding[];
  /** What was imported and could not be read. */
  readonly problems: readonly Problem[];
}

/** Imports what others recorded. What of it could not be read the report tells. */
async function imported(io: Io, paths: readonly string[], options: CheckOptions, { catalogue }: Omit<World, "graph">): Promise<Input> {
  const { graph, problems } = await importTold(io, paths, { us: options.us, ...(options.from === undefined ? {} : { from: options.from }) });
  if (graph === null) throw new Stop(problems);
  if (problems.length > 0) io.stderr.write(`${sayCount(problems.length, "problem")} while reading: what is not read has no part in the answers\n`);
  const [path] = paths;
  const places = path === undefined || paths.length > 1 ? new Map<string, Place>() : placesIn(graph, path, (await kindOfPath(io, path)) === "folder");
  return { file: paths.join(" "), graph: withContradictionsTold(graph, catalogue), places, changed: [], problems };
}

/** Title files as they are; a folder by the title file in it, else by those below it, else by what it holds; with nothing named, the folder one is in. */
async function inputs(io: Io, files: readonly string[], options: CheckOptions, world: Omit<World, "graph">): Promise<Input[]> {
  if (options.from !== undefined) {
    if (files.length === 0) throw usageStop("there is nothing to import", "name the files or folders after the command");
    return [await imported(io, files, options, world)];
  }
  if (files.includes("")) throw usageStop("a file has no name", "name the title files or folders after the command");
  const read: Input[] = [];
  for (const name of files.length === 0 ? ["."] : new Set(files)) {
    const titles = (await kindOfPath(io, name)) === "folder" ? await titlesIn(io, name) : [name];
    if (titles.length === 0) read.push(await imported(io, [name], options, world));
    for (const file of titles) {
      const graph = await openTitle(io, file, world.catalogue);
      read.push({ file, graph, places: new Map(), changed: await changedEvidence(resolve(io.folder, file), graph), problems: [] });
    }
  }
  return read;
}

const titleName = "cleartitle.yaml";

/** The title file of a folder; where it has none of its own, those of the folders below it, in order. */
async function titlesIn(io: Io, folder: string): Promise<string[]> {
  const own = join(folder, titleName);
  if ((await kindOfPath(io, own)) === "file") return [own];
  const { files } = await filesOf(resolve(io.folder, folder));
  return files.filter(({ path }) => path.endsWith(`/${titleName}`)).map(({ path }) => join(folder, path));
}

/** Reasons of a row that a format tells, and how many rows it shows where that is few: words for reasons take as long as finding them. */
const told: Readonly<Record<CheckOptions["format"], { readonly reasons: number; readonly rows?: number }>> = {
  table: { reasons: 1, rows: rowsOfTable }, markdown: { reasons: 1, rows: rowsOfMarkdown }, csv: { reasons: 1 }, sarif: { reasons: 5 }, junit: { reasons: Infinity }, json: { reasons: Infinity },
};

/** Questions beyond which memory matters more than some of the time, and many are alike in part; and those beyond which it matters more than a fifth of the time. */
const many = 1_000;
const veryMany = 50_000;

interface Decided {
  readonly file: string;
  readonly check: Check;
  readonly rows: readonly JudgedRow[];
  readonly findings: readonly FileFinding[];
  readonly basis: DecisionBasis | null;
  readonly licenses: readonly RecordedLicense[];
}

async function decideAll(io: Io, input: Input, world: World, { names, synthetic, licenseOf }: Questions, options: CheckOptions, gate: GateOptions, known: ReadonlySet<string> | null): Promise<Decided> {
  const licenses = new Map([...world.graph.assets.values()].map((asset) => [asset.id, licenseOf(asset)] as const));
  const { reasons, rows: shown = Infinity } = told[options.format];
  const words = names.length <= shown ? reasons : 0;
  const asking = { decide: await io.rooms.decide(), options: decideOptions(options), gate, licenses, file: input.file, synthetic };
  if (names.length > many) {
    growSlowly(names.length > veryMany ? 60 : 120);
    compileLess();
  }
  const { step, end } = progress(io, names.length);
  const parts = names.length > many ? new RowsOfParts(world, { ...asking, formOf, partsOf, decideApart, brokenTogether, ...(words === 0 ? {} : { words: rowWords(world) }) }) : undefined;
  for (const done of parts?.judge() ?? []) step(done, parts!.count, "parts of questions decided");
  const check = checker(world, { ...asking, ...(parts === undefined ? { formOf } : { parts }) });
  const rows: JudgedRow[] = [];
  let basis: DecisionBasis | null = null;
  for (const name of names) {
    const checked = check(name, words);
    basis ??= checked.basis;
    rows.push(checked.row);
    step(rows.length);
  }
  end();
  return { file: input.file, check, rows, basis, licenses: [...licenses.values()], findings: fileFindings(input.file, rows, [input.graph.findings, input.changed, contradictionsIn(input.graph, world.catalogue, gate.on), ...rows.flatMap((row) => [row.findings, driftFindings(row)])], known) };
}

/** A report with words for the rows that its format shows, where these are few of many and are asked again. */
function withWords(report: CheckReport, decided: readonly Decided[], format: CheckOptions["format"]): CheckReport {
  const { reasons, rows: shown = Infinity } = told[format];
  const checks = new Map(decided.map(({ file, check }) => [file, check] as const));
  return { ...report, rows: report.rows.map((row, i) => (i < shown && row.reasons[0]?.says === "" ? checks.get(row.file)!(row.use, reasons).row : row)) };
}

async function render(report: CheckReport, options: CheckOptions, io: Io): Promise<string> {
  switch (options.format) {
    case "json": return (await import("../check/render-json.js")).renderJson(report);
    case "sarif": return (await import("../check/render-sarif.js")).renderSarif(report);
    case "junit": return (await import("../check/render-junit.js")).renderJunit(report);
    case "markdown": return (await import("../check/render-markdown.js")).renderMarkdown(report);
    case "csv": return (await import("../check/render-csv.js")).renderCsv(report);
    default: return (await import("../check/render-table.js")).renderTable(report, { color: wantsColor(io) });
  }
}

/** Every use of every file, through one gate: what stops decides the exit code, and every format tells the same. */
export async function checkFiles(io: Io, files: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const on = options.asOf === undefined ? io.today() : dateOption("--as-of", options.asOf);
  const catalogue = await openCatalogue(io);
  const made = syntheticOf(options, { catalogue }, on);
  const given: Waiver[] = options.waivers === undefined ? [] : await readWaivers(io, options.waivers);
  const before: Baseline | null = options.baseline === undefined ? null : await readBaseline(io, options.baseline);
  const baseline = before?.statuses ?? null;
  const read = await inputs(io, files, options, { catalogue });
  const decided: Decided[] = [];
  const all = [...given, ...read.flatMap(({ graph }) => graph.waivers)];
  for (const input of read) {
    const questions = questionsOf(input.graph, catalogue, made);
    if (questions.names.length === 0) io.stderr.write(`note: nothing is asked of \`${input.file}\`: it has no uses and describes no asset\n`);
    const gate: GateOptions = { failOn: options.failOn, on, baseline, waivers: [...given, ...input.graph.waivers] };
    decided.push(await decideAll(io, input, { catalogue, graph: questions.graph }, questions, options, gate, before === null ? null : new Set(before.findings.keys())));
  }
  const report = reportOf({
    rows: decided.flatMap((each) => each.rows), findings: decided.flatMap((each) => each.findings), graphs: read.map(({ graph }) => graph), places: new Map(read.map(({ file, places }) => [file, places])), licenses: decided.flatMap((each) => each.licenses),
    basis: read.map(({ file }, at) => ({ file, basis: decided[at]?.basis ?? null })), gate: { failOn: options.failOn, on, baseline, waivers: all }, before: before?.findings ?? null, problems: read.flatMap(({ problems }) => problems),
  });
  io.stdout.write(await render(withWords(report, decided, options.format), options, io));
  return report.exit;
}
