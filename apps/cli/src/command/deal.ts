import { chainFindings, checkDeal, compileDeal, documentOf, readDeal, titleOfDeal, type CheckedDeal, type ClauseLibrary, type Compiled, type DealFile, type DealFinding, withoutTexts } from "@cleartitle/agreements";
import type { Catalogue } from "@cleartitle/catalogue";
import type { ExitCode } from "@cleartitle/norms";
import { readText } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";
import { dateOption, openCatalogue, openTitle } from "../world.js";
import { jsonWith, openClauses, writeLines } from "./clauses.js";

interface Opened {
  readonly file: DealFile;
  readonly compiled: Compiled;
  readonly library: ClauseLibrary;
  readonly taxonomies: Catalogue["taxonomies"];
}

export async function openDealFile(io: Io, path: string, house: Pick<Opened, "library" | "taxonomies">): Promise<DealFile> {
  const { file, problems } = readDeal(await readText(io, path), { file: path, ...house });
  if (file === null) throw new Stop(problems);
  return file;
}

async function openDeal(io: Io, path: string, asSigned: boolean): Promise<Opened> {
  const { library, catalogue: { taxonomies } } = await openClauses(io);
  const file = await openDealFile(io, path, { library, taxonomies });
  const { compiled, problems } = compileDeal(file, { library, taxonomies, asSigned });
  if (compiled === null) throw new Stop(problems);
  return { file, compiled, library, taxonomies };
}

const findingLine = (finding: DealFinding): string =>
  `  ${finding.rule === null ? (finding.cite ?? "") : `rule ${finding.rule}`} (${finding.topics.join(", ")}): ${finding.message}\n      ${finding.remedy}`;

const under = (title: string, list: readonly DealFinding[]): string[] => (list.length === 0 ? [] : [`${title} (${list.length})`, ...list.flatMap((each) => findingLine(each).split("\n")), ""]);

const isTold = (finding: DealFinding): boolean => finding.code !== "not-compiled";

export function checkLines({ findings, notChecked, silentOn }: CheckedDeal): string[] {
  return [
    ...under("Does not fit together", findings.filter((each) => each.severity === "contradiction")),
    ...under("Worth a look", findings.filter((each) => each.severity === "look" && isTold(each))),
    ...under("In no norm", findings.filter((each) => !isTold(each))),
    `Not checked: ${notChecked.length === 0 ? "no rule" : notChecked.map((each) => `rule ${each.rule} (${each.title}; needs ${each.needs})`).join(", ")}`,
    `The deal is silent on ${silentOn.length === 0 ? "no topic" : `${silentOn.length} topics: ${silentOn.join(", ")}`}`,
  ];
}

export type DealGate = "contradiction" | "look";

/** Whether a finding is at or above the gate. */
export const isStopping = ({ findings }: CheckedDeal, failOn: DealGate): boolean => findings.some(({ severity }) => severity === "contradiction" || failOn === "look");

export interface DealCheckOptions {
  readonly asOf?: string;
  readonly title?: string;
  readonly failOn: DealGate;
  readonly format: "table" | "json";
}

/** What the records say of whether the licensor has what it licenses, with nothing of the deal itself in them. */
async function chainOf(io: Io, title: string, { file, compiled, on }: Pick<Opened, "file" | "compiled"> & { readonly on: string }): Promise<ReturnType<typeof chainFindings>> {
  const catalogue = await openCatalogue(io);
  const graph = await openTitle(io, title, catalogue);
  const world = { graph: withoutTexts(graph, { deal: file.deal, segments: [{ from: null, deal: file.deal, compiled }] }), catalogue };
  return chainFindings(file.deal, compiled, { world, decide: await io.rooms.decide(), on });
}

/** Checks a deal file; a finding at or above the gate stops. */
export async function checkFile(io: Io, path: string, { asOf, title, failOn, format }: DealCheckOptions): Promise<ExitCode> {
  const on = asOf === undefined ? io.today() : dateOption("--as-of", asOf);
  const { file, compiled, library, taxonomies } = await openDeal(io, path, false);
  const checked = checkDeal({ deal: file.deal, library, compiled, on, document: documentOf({ deal: file.deal, compiled, library, taxonomies }), beside: title === undefined ? [] : [await chainOf(io, title, { file, compiled, on })] });
  if (format === "json") io.stdout.write(jsonWith("deal-check", library, { deal: file.deal.id, asOf: on, ...checked }));
  else writeLines(io, checkLines(checked));
  return isStopping(checked, failOn) ? 2 : 0;
}

function compiledLines({ clauses, duties, dates, notCompiled, instrument }: Compiled): string[] {
  return [
    ...clauses.flatMap((clause) => [`${clause.number}. ${clause.title} (${clause.version})`, ...clause.text.map((sentence, index) => `  ${clause.number}.${index + 1} ${sentence}`), ""]),
    `${instrument.norms.length} norms; ${instrument.verified === "primary" ? "granting, as signed" : "not signed: it grants nothing"}`, "",
    `Duties (${duties.length})`, ...duties.map((duty) => `  ${duty.cite} ${duty.who}: ${duty.text} On: ${duty.trigger}${duty.within === undefined ? "" : `, within ${duty.within}`}${duty.every === undefined ? "" : `, every ${duty.every}`}`),
    "", `Days (${dates.length})`, ...dates.map((day) => `  ${day.on ?? `waits for: ${day.waitsFor}`} ${day.what} (${day.cite})`),
    "", `In no norm (${notCompiled.length})`, ...notCompiled.map((note) => `  ${note.cite} ${note.text} [${note.why}]`),
  ];
}

/** Writes what comes of a deal file. */
export async function compileFile(io: Io, path: string, { asSigned, format }: { readonly asSigned?: boolean; readonly format: "table" | "title-file" | "json" }): Promise<ExitCode> {
  const { file, compiled, library } = await openDeal(io, path, asSigned === true);
  const title = titleOfDeal(file.deal, compiled);
  if (format === "title-file") io.stdout.write(`${JSON.stringify(title, null, 2)}\n`);
  else if (format === "json") {
    const { instrument: _instrument, acceptances: _acceptances, says: _says, ...rest } = compiled;
    io.stdout.write(jsonWith("deal", library, { deal: file.deal.id, title, ...rest }));
  } else writeLines(io, compiledLines(compiled));
  return 0;
}
