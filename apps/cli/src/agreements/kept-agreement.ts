import { type Agreement, agreementOf, type AskedStep, type ClauseHouse, LifeStep, planFirst, planStep, readVersion, type RecordedStep, supposed } from "@cleartitle/agreements";
import type { Catalogue } from "@cleartitle/catalogue";
import { problem, type Problem } from "@cleartitle/norms";
import { type AgreementStep, openStore, Store, type Workspace } from "@cleartitle/store";
import type { TitleGraph } from "@cleartitle/title";
import { openClauses } from "../command/clauses.js";
import { type DataOption, placeOf, stopping } from "../command/db.js";
import { secretIn } from "../command/ledger-write.js";
import { readText } from "../file.js";
import { nowOf, type Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";

export interface KeptOptions extends DataOption {
  readonly by?: string;
  readonly key?: string;
}

/** What agreements are read by, and the records of a workspace. */
export interface OpenedWorkspace {
  readonly kept: Workspace;
  readonly graph: TitleGraph;
  readonly number: number;
  readonly house: ClauseHouse;
  readonly catalogue: Catalogue;
}

/** Works on a workspace of the store. */
export async function inWorkspace<T>(io: Io, workspace: string, options: KeptOptions, work: (opened: OpenedWorkspace) => Promise<T>): Promise<T> {
  const { library, catalogue } = await openClauses(io);
  const signing = options.key === undefined ? [] : [await secretIn(io, options.key)];
  return stopping(async () => {
    const store = new Store(await openStore(placeOf(io, options, "login")), undefined, signing);
    try {
      const kept = await store.workspace(workspace);
      const { number, graph } = await kept.graph();
      if (graph === null) throw new Stop([problem("not-found", `the workspace \`${workspace}\` has no title records yet`, { hint: "record a title file first: `cleartitle db create`" })]);
      return await work({ kept, graph, number, house: { library, taxonomies: catalogue.taxonomies }, catalogue });
    } finally {
      await store.close();
    }
  });
}

const recorded = (steps: readonly AgreementStep[]): readonly RecordedStep[] => steps.map(({ number, by, at, content, text }) => ({ number, by, at, content: LifeStep.parse(content), text }));

export interface FoundAgreement {
  readonly agreement: Agreement;
  readonly steps: readonly RecordedStep[];
}

export async function agreementsIn({ kept, graph, house }: OpenedWorkspace): Promise<readonly FoundAgreement[]> {
  const byName = new Map<string, RecordedStep[]>();
  const all = await kept.agreementSteps();
  for (const [index, step] of recorded(all).entries()) byName.set(all[index]!.agreement, [...(byName.get(all[index]!.agreement) ?? []), step]);
  return [...byName].flatMap(([id, steps]) => {
    const agreement = agreementOf(id, steps, graph.us, house);
    return agreement === null ? [] : [{ agreement, steps }];
  });
}

export async function agreementNamed({ kept, graph, house }: OpenedWorkspace, id: string): Promise<FoundAgreement> {
  const steps = recorded(await kept.agreementSteps(id));
  const agreement = agreementOf(id, steps, graph.us, house);
  if (agreement === null) throw new Stop([problem("not-found", `there is no agreement \`${id}\``, { offending: id, hint: "`cleartitle agreements list` lists them" })]);
  return { agreement, steps };
}

/** Problems of a text are told in the file that it came from. */
const inFile = (problems: readonly Problem[], path: string | null): readonly Problem[] => problems.map((each) => (each.file === null ? each : { ...each, file: path ?? each.file }));

export interface Step {
  /** null: the text says it. */
  readonly id: string | null;
  readonly asked: AskedStep;
  /** Where its text came from; null: it has none. */
  readonly path: string | null;
}

/** Records the next step of an agreement. Whoever works past the server is alone with the database: there is no second pair of eyes to wait for. */
export async function takeStep(io: Io, opened: OpenedWorkspace, { id: named, asked, path }: Step, { by }: KeptOptions): Promise<{ readonly id: string; readonly step: number; readonly changeSet: number | null; readonly notes: readonly string[] }> {
  const { kept, graph, number, house } = opened;
  const id = named ?? idIn(asked as { readonly text: string }, house, path!);
  const recording = { by: by ?? (io.env["USER"] || "unknown"), at: new Date(nowOf(io)).toISOString() };
  const steps = recorded(await kept.agreementSteps(id));
  const planning = { house, graph, steps, hand: { by: recording.by, alone: true, today: recording.at.slice(0, 10) }, at: recording.at };
  const isFirst = steps.length === 0 && (asked.step === "draft" || asked.step === "receive");
  const { planned, problems, notes } = isFirst ? planFirst(asked, planning) : planStep(id, asked, planning);
  if (planned === null) throw new Stop(inFile(problems, path));
  return { id, notes, ...(await kept.takeStep({ ...planned, content: { ...planned.content } }, planned.changes, number, recording)) };
}

function idIn({ text }: { readonly text: string }, house: ClauseHouse, path: string): string {
  const { file, problems } = readVersion(text, path, house);
  if (file === null) throw new Stop(problems);
  return file.deal.id;
}

/** The agreement of a deal file as if it were signed as it stands, for whom no store keeps it. */
export async function agreementOfFile(io: Io, path: string, house: ClauseHouse, us: string | null, on: string): Promise<Agreement> {
  const text = await readText(io, path);
  const { file, problems } = readVersion(text, path, house);
  if (file === null) throw new Stop(problems);
  const licensee = file.deal.parties.find(({ role }) => role === "licensee")!.id;
  const { deal: { signed } } = file;
  const read = supposed(file.deal.id, [], { version: text }, { us: us ?? licensee, house, on: signed?.on ?? on });
  if (read.agreement === null) throw new Stop(inFile(read.problems, path));
  return read.agreement;
}

/** An agreement is named by workspace and id, or by a deal file. */
export function placeNamed(workspace: string | undefined, id: string | undefined, deal: string | undefined): { readonly workspace: string; readonly id: string } | null {
  if (deal !== undefined && workspace === undefined) return null;
  if (deal !== undefined) throw usageStop("a workspace and --deal both say which agreement is meant", "leave one of them out");
  if (workspace === undefined || id === undefined) throw usageStop("an agreement is named by its workspace and its id", "or take --deal FILE, where no store keeps it");
  return { workspace, id };
}
