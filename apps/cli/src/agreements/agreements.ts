import { type Agreement, type AskedStep, documentNumbers, liveChanges, type Runbook, runbookOf, type Side, supposed, termsOn } from "@cleartitle/agreements";
import { type ExitCode, problem } from "@cleartitle/norms";
import { jsonWith, openClauses, writeLines } from "../command/clauses.js";
import { readBytes, readText } from "../file.js";
import { type Io, nowOf } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { changed, dateOption, openTitle } from "../world.js";
import { agreementNamed, agreementOfFile, agreementsIn, inWorkspace, type KeptOptions, type OpenedWorkspace, placeNamed, takeStep } from "./kept-agreement.js";
import { briefOf, dutiesIn, dutyLines, effectiveLines, endMeant, listLines, runbookLines, showLines } from "./say-agreement.js";

type Format = "table" | "json";
type Ending = "termination" | "withdrawal";
const dayOf = (io: Io, name: string, day: string | undefined): string => (day === undefined ? io.today() : dateOption(name, day));

interface ListOptions extends KeptOptions {
  readonly state?: string;
  readonly party?: string;
  readonly topic?: string;
  readonly endsBy?: string;
  readonly day?: string;
  readonly format: Format;
}

export async function list(io: Io, workspace: string, options: ListOptions): Promise<ExitCode> {
  const { state, party, topic, format } = options;
  const day = dayOf(io, "--day", options.day);
  const endsBy = options.endsBy === undefined ? null : dateOption("--ends-by", options.endsBy);
  return inWorkspace(io, workspace, options, async (opened): Promise<ExitCode> => {
    const rows = (await agreementsIn(opened)).map(({ agreement }) => briefOf(agreement, day)).filter((row) =>
      (state === undefined || row.state === state) && (party === undefined || row.parties.includes(party)) && (topic === undefined || row.topics.includes(topic)) && (endsBy === null || (row.lastDay !== null && row.lastDay <= endsBy)));
    if (format === "json") io.stdout.write(jsonWith("agreements", opened.house.library, { workspace, day, agreements: rows }));
    else writeLines(io, listLines(rows));
    return 0;
  });
}

export async function show(io: Io, workspace: string, id: string, options: KeptOptions & { readonly day?: string; readonly format: Format }): Promise<ExitCode> {
  const day = dayOf(io, "--day", options.day);
  return inWorkspace(io, workspace, options, async (opened): Promise<ExitCode> => {
    const { agreement } = await agreementNamed(opened, id);
    if (options.format === "json") io.stdout.write(jsonWith("agreement", opened.house.library, { workspace, day, ...briefOf(agreement, day), life: { ...agreement.life, versions: agreement.life.versions.map(({ text: _text, ...version }) => version) } }));
    else writeLines(io, showLines(agreement, day));
    return 0;
  });
}

/** Records a step and says what came of it. */
async function step(io: Io, workspace: string, named: string | null, { asked, path = null, copy }: { readonly asked: (opened: OpenedWorkspace, evidence: string | undefined) => Promise<AskedStep> | AskedStep; readonly path?: string | null; readonly copy?: string | undefined }, options: KeptOptions & { readonly evidence?: string }): Promise<ExitCode> {
  return inWorkspace(io, workspace, options, async (opened): Promise<ExitCode> => {
    const kept = copy === undefined ? options.evidence : await keepCopy(io, opened, copy, options);
    const { id, step: number, changeSet, notes } = await takeStep(io, opened, { id: named, asked: await asked(opened, kept), path }, options);
    io.stdout.write(`recorded: step ${number} of ${id}${changeSet === null ? "" : `, with change set ${changeSet} of the title records`}\n`);
    for (const note of notes) io.stderr.write(`note: ${note}\n`);
    return 0;
  });
}

/** A signed copy is kept as evidence, and named by its digest. */
async function keepCopy(io: Io, { kept }: OpenedWorkspace, path: string, { by }: KeptOptions): Promise<string> {
  return kept.keepFile(await readBytes(io, path), null, { by: by ?? (io.env["USER"] || "unknown"), at: new Date(nowOf(io)).toISOString() });
}

const shown = (evidence: string | undefined): { readonly evidence?: string } => (evidence === undefined ? {} : { evidence });

interface StepOptions extends KeptOptions {
  readonly on?: string;
  readonly evidence?: string;
  readonly side?: Side;
}

/** What is recorded is a deal; a document is read into one first, so that a person sees what it says. */
async function dealFile(io: Io, path: string): Promise<string> {
  const start = Buffer.from((await readBytes(io, path)).subarray(0, 4)).toString("latin1");
  if (start.startsWith("PK") || start === "%PDF") throw new Stop([problem("unsupported", "a document, and what is recorded is a deal file", { file: path, hint: `\`cleartitle draft read ${path} --output theirs.yaml\` reads the deal that it says` })]);
  return readText(io, path);
}

export async function add(io: Io, workspace: string, path: string, options: KeptOptions & { readonly note?: string }): Promise<ExitCode> {
  const text = await dealFile(io, path);
  return step(io, workspace, null, { path, asked: () => ({ step: "draft", text, ...(options.note === undefined ? {} : { note: options.note }) }) }, options);
}

export async function receive(io: Io, workspace: string, path: string, options: StepOptions): Promise<ExitCode> {
  const text = await dealFile(io, path);
  const on = dayOf(io, "--on", options.on);
  return step(io, workspace, null, { path, asked: () => ({ step: "receive", text, on, ...shown(options.evidence) }) }, options);
}

export async function send(io: Io, workspace: string, id: string, options: StepOptions): Promise<ExitCode> {
  const on = dayOf(io, "--on", options.on);
  return step(io, workspace, id, { asked: () => ({ step: "send", on, ...shown(options.evidence) }) }, options);
}

export async function sign(io: Io, workspace: string, id: string, { copy, amendment, ...options }: StepOptions & { readonly side: Side; readonly copy?: string; readonly amendment?: string }): Promise<ExitCode> {
  const on = dayOf(io, "--on", options.on);
  if (copy === undefined && options.evidence === undefined) throw usageStop("a signature is recorded with what shows it", "say it in words (--evidence), or name the signed copy (--copy)");
  return step(io, workspace, id, { copy, asked: (_, evidence) => ({ step: "sign", side: options.side, on, evidence: evidence!, ...(amendment === undefined ? {} : { amendment }) }) }, options);
}

export async function amend(io: Io, workspace: string, id: string, path: string, options: KeptOptions): Promise<ExitCode> {
  const text = await readText(io, path);
  return step(io, workspace, id, { path, asked: () => ({ step: "amend", text }) }, options);
}

export async function withdraw(io: Io, workspace: string, id: string, options: StepOptions & { readonly side: Side; readonly why: string }): Promise<ExitCode> {
  const on = dayOf(io, "--on", options.on);
  return step(io, workspace, id, { asked: () => ({ step: "withdraw", on, side: options.side, why: options.why }) }, options);
}

export async function notice(io: Io, workspace: string, id: string, options: StepOptions & { readonly side: Side; readonly of: "renewal" | "breach" | "exit" }): Promise<ExitCode> {
  const on = dayOf(io, "--on", options.on);
  return step(io, workspace, id, { asked: () => ({ step: "notice", on, side: options.side, ...(options.of === "renewal" ? {} : { of: options.of }), ...shown(options.evidence) }) }, options);
}

export async function settle(io: Io, workspace: string, id: string, options: StepOptions & { readonly notice: string; readonly counts: "yes" | "no"; readonly who: string; readonly why?: string }): Promise<ExitCode> {
  const on = dayOf(io, "--on", options.on);
  const number = Number(options.notice);
  if (!Number.isSafeInteger(number) || number < 1) throw usageStop(`\`--notice ${options.notice}\` is no number of a step`, "`cleartitle agreements show` numbers the steps");
  return step(io, workspace, id, { asked: () => ({ step: "settle", on, notice: number, counts: options.counts === "yes", who: options.who, ...(options.why === undefined ? {} : { why: options.why }), ...shown(options.evidence) }) }, options);
}

export async function renew(io: Io, workspace: string, id: string, options: StepOptions & { readonly until: string }): Promise<ExitCode> {
  const on = dayOf(io, "--on", options.on);
  return step(io, workspace, id, { asked: () => ({ step: "renew", on, until: dateOption("--until", options.until) }) }, options);
}

export async function end(io: Io, workspace: string, id: string, options: StepOptions & { readonly side: Side; readonly how: Ending; readonly why: string }): Promise<ExitCode> {
  const on = dayOf(io, "--on", options.on);
  return step(io, workspace, id, { asked: () => ({ step: "end", on, how: options.how, side: options.side, why: options.why, ...shown(options.evidence) }) }, options);
}

interface AskOptions extends KeptOptions {
  readonly deal?: string;
  readonly title?: string;
  readonly day?: string;
  readonly format: Format;
}

/** Works on an agreement that a store keeps, or on a deal file as if it were signed. */
async function withAgreement(io: Io, workspace: string | undefined, id: string | undefined, options: AskOptions, work: (agreement: Agreement, opened: Pick<OpenedWorkspace, "house">) => void): Promise<ExitCode> {
  const named = placeNamed(workspace, id, options.deal);
  if (named === null) {
    const { library, catalogue } = await openClauses(io);
    const house = { library, taxonomies: catalogue.taxonomies };
    work(await agreementOfFile(io, options.deal!, house, null, io.today()), { house });
    return 0;
  }
  return inWorkspace(io, named.workspace, options, async (opened): Promise<ExitCode> => {
    const { agreement } = await agreementNamed(opened, named.id);
    // Of what the clauses of today cannot read nothing is told, rather than that there is nothing.
    if (agreement.problems.length > 0) throw new Stop(agreement.problems);
    work(agreement, opened);
    return 0;
  });
}

export async function effective(io: Io, workspace: string | undefined, id: string | undefined, options: AskOptions): Promise<ExitCode> {
  const day = dayOf(io, "--day", options.day);
  return withAgreement(io, workspace, id, options, (agreement, { house }) => {
    const numbers = documentNumbers({ ...agreement.segments[0]!, ...house });
    if (options.format === "json") io.stdout.write(jsonWith("agreement-terms", house.library, { agreement: agreement.life.id, day, clauses: termsOn(agreement, day)!.compiled.clauses.map((each) => ({ ...each, inDocument: numbers.get(each.topic) ?? null })) }));
    else writeLines(io, effectiveLines(agreement, numbers, day));
  });
}

export async function obligations(io: Io, workspace: string | undefined, id: string | undefined, { format, ...options }: Omit<AskOptions, "format"> & { readonly format: Format | "ics" }): Promise<ExitCode> {
  const day = dayOf(io, "--day", options.day);
  const { calendarOf } = format === "ics" ? await import("@cleartitle/jobs") : { calendarOf: null };
  return withAgreement(io, workspace, id, { ...options, format: "table" }, (agreement, { house }) => {
    const duties = dutiesIn(agreement, day);
    if (format === "json") io.stdout.write(jsonWith("agreement-obligations", house.library, { agreement: agreement.life.id, day, obligations: duties }));
    else if (calendarOf === null) writeLines(io, dutyLines(agreement, day));
    else {
      const at = agreement.life.steps.at(-1)?.at ?? `${day}T00:00:00.000Z`;
      io.stdout.write(calendarOf(agreement.life.id, "cleartitle:", duties.map(({ id: fingerprint, on, what, who, cite, kind }) => ({
        fingerprint, kind: kind === "duty" ? ("obligation-due" as const) : ("term-ends" as const), stage: "ahead" as const, on, roles: [], person: null, what: `${agreement.deal.title}: ${what}`, todo: [...who, `clause ${cite}`].join("; "), link: agreement.life.id, at,
      }))));
    }
  });
}

interface RunbookOptions extends AskOptions {
  readonly on?: string;
  readonly how: Ending;
}

async function bookOf(io: Io, graph: OpenedWorkspace["graph"], agreement: Agreement, catalogue: OpenedWorkspace["catalogue"], { on, how }: RunbookOptions): Promise<Runbook> {
  const { changes, problems } = agreement.life.signed !== null ? { changes: [], problems: [] } : liveChanges(graph, agreement);
  if (problems.length > 0) throw new Stop(problems);
  const asked = await changed(graph, changes, catalogue);
  return runbookOf({ graph: asked, catalogue }, agreement, endMeant(agreement, { on: on === undefined ? undefined : dateOption("--on", on), how }, io.today()), { decide: await io.rooms.decide() });
}

/** What the end of an agreement asks for. */
export async function runbook(io: Io, workspace: string | undefined, id: string | undefined, options: RunbookOptions): Promise<ExitCode> {
  const named = placeNamed(workspace, id, options.deal);
  const write = (book: Runbook, library: OpenedWorkspace["house"]["library"]): ExitCode => {
    if (options.format === "json") io.stdout.write(jsonWith("agreement-runbook", library, { ...book }));
    else writeLines(io, runbookLines(book));
    return 0;
  };
  if (named === null) {
    const { library, catalogue } = await openClauses(io);
    const graph = await openTitle(io, options.title ?? "cleartitle.yaml", catalogue);
    const agreement = await agreementOfFile(io, options.deal!, { library, taxonomies: catalogue.taxonomies }, graph.us, io.today());
    return write(await bookOf(io, graph, agreement, catalogue, options), library);
  }
  return inWorkspace(io, named.workspace, options, async (opened) => {
    const { agreement: there, steps } = await agreementNamed(opened, named.id);
    const read = there.life.signed !== null ? { agreement: there, problems: there.problems } : supposed(named.id, steps, {}, { us: opened.graph.us, house: opened.house, on: io.today() });
    if (read.agreement === null || read.problems.length > 0) throw new Stop(read.problems);
    return write(await bookOf(io, opened.graph, read.agreement, opened.catalogue, options), opened.house.library);
  });
}
