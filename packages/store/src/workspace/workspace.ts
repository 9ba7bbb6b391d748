import { applyChanges, isFoundAgain, type ChangeSet, type TitleGraph } from "@cleartitle/title";
import { type AgreementStep, checkPlace, keepStep, type NewAgreementStep, stepAnswered, stepsOf } from "../agreement/agreement-step.js";
import type { Connection } from "../connection/connection.js";
import { type Attachment, keepEntered } from "../evidence/entered-file.js";
import { type EvidenceFile, type EvidenceLimits, filesAfter, readFile } from "../evidence/evidence.js";
import { type StepsSince, stepsSince } from "../ledger/steps-since.js";
import { appendEntries, type Signing } from "../ledger/append.js";
import { type EntryDraft, ofChangeSet, ofDecision } from "../ledger/draft.js";
import { WorkspaceLedger } from "../ledger/workspace-ledger.js";
import { graphAfter } from "../record/graph-of-records.js";
import { versionsBetween } from "../record/version.js";
import { keepNegotiationStep, negotiationAnswered, type NegotiationStep, negotiationStepsOf, type NewNegotiationStep } from "../negotiation/negotiation-step.js";
import { keepReadingStep, type NewReadingStep, readingAnswered, type ReadingPlace, type ReadingStep, readingSteps } from "../reading/reading-step.js";
import { StoreRefusal } from "../refusal.js";
import { assetHistory, type AssetHistory } from "./asset-history.js";
import { answered, append, changesAfter, checkNumber, numberBy, type Order, type RecordedChange, versionsAt } from "./change-set.js";
import { type GraphAt, type Step, stepsTo } from "./followed-graph.js";
import { type ImportRecord, importsAfter, keepImport } from "./import-record.js";
import { type Decided, decisionsAfter, keepDecision, latestDecisions, type RecordedDecision } from "./recorded-decision.js";
import { checkRecording, type Recording } from "./recording.js";
import { inWorkspace, type Scope, writingIn } from "./scope.js";

/** Without what was computed of records: that is found again whenever they are asked of, as a title file says none of it either. What an import found is kept. */
const recordable = (graph: TitleGraph): TitleGraph => ({ ...graph, findings: graph.findings.filter((finding) => !isFoundAgain(finding)) });

/** Makes a change set of the newest graph. */
type Make = (now: GraphAt) => Promise<{ readonly versions: ReturnType<typeof versionsBetween>; readonly changes: ChangeSet | null; readonly after: TitleGraph }>;

/** What is kept of one workspace. Only added to: what is changed or taken out stays with the change sets before. */
export class Workspace {
  readonly id: string;
  readonly ledger: WorkspaceLedger;
  readonly #connection: Connection;
  readonly #limits: EvidenceLimits;
  readonly #signing: Signing;
  readonly #followers = new Set<(step: Step) => void>();
  #known: GraphAt = { number: 0, graph: null };

  constructor(connection: Connection, id: string, limits: EvidenceLimits, signing: Signing) {
    this.#signing = signing;
    this.ledger = new WorkspaceLedger(connection, id, signing);
    this.#connection = connection;
    this.#limits = limits;
    this.id = id;
  }

  /** The newest graph, as every process has written it so far. */
  async graph(): Promise<GraphAt> {
    return inWorkspace(this.#connection, this.id, async (scope) => this.#caughtUp(scope));
  }

  /** The graph as it was at a change set. */
  async graphAt(number: number): Promise<GraphAt> {
    return inWorkspace(this.#connection, this.id, async (scope) => {
      await checkNumber(scope, number, 0);
      return { number, graph: graphAfter(null, await versionsAt(scope, number)) };
    });
  }

  /** The last change set that was recorded by an instant in UTC; 0: none was. */
  async numberBy(instant: string): Promise<number> {
    return inWorkspace(this.#connection, this.id, async (scope) => numberBy(scope, instant));
  }

  /** Change sets after one, in order; from the newest on those before it. */
  async history(after: number = 0, most: number = 100, order: Order = "oldest"): Promise<readonly RecordedChange[]> {
    return inWorkspace(this.#connection, this.id, async (scope) => changesAfter(scope, after, most, order));
  }

  /** Change sets that wrote about an asset, the newest first. `before`: those that are older than one. */
  async historyOf(asset: string, before: number | null = null, most: number = 100): Promise<AssetHistory> {
    return inWorkspace(this.#connection, this.id, async (scope) => assetHistory(scope, asset, before, most));
  }

  /**
   * Records a whole graph, as an import or a title file has it. `from`: the change set that it was made of; where the workspace has a newer one it is refused, so that nobody
   * takes back what he has not seen. `imported`: what it was read from.
   */
  async write(graph: TitleGraph, recording: Recording, from: number = 0, imported: ImportRecord | null = null): Promise<number> {
    return this.#record(recording, imported, async ({ number, graph: before }) => {
      if (number !== from) throw this.#overtaken(number, from);
      const told = recordable(graph);
      const versions = versionsBetween(before, told);
      // Put in order like whatever is read: changes are applied to graphs in order only.
      return { versions, changes: null, after: graphAfter(before, versions) ?? told };
    });
  }

  /** Records changes of the newest graph, whoever wrote it. `from`: the change set on which they were made, where they are refused of any other. */
  async change(changes: ChangeSet, recording: Recording, from: number | null = null): Promise<number> {
    return this.#record(recording, null, this.#changing(changes, from));
  }

  /** Steps of one agreement, or of all, in order. */
  async agreementSteps(agreement: string | null = null): Promise<readonly AgreementStep[]> {
    return inWorkspace(this.#connection, this.id, async (scope) => stepsOf(scope, agreement === null ? null : [agreement]));
  }

  /** What came of agreements since the ledger had a size; 0: all of them. */
  async agreementStepsSince(size: number): Promise<StepsSince<AgreementStep>> {
    return inWorkspace(this.#connection, this.id, async (scope) => stepsSince(scope, size, { kind: "agreement", field: "id", read: stepsOf }));
  }

  /** The step of an agreement that a request already led to; null: none. */
  async stepAnswered(request: string): Promise<{ readonly step: number; readonly changeSet: number | null } | null> {
    return inWorkspace(this.#connection, this.id, async (scope) => stepAnswered(scope, request));
  }

  /**
   * Records a step of an agreement, with what it changes in the title records: both are kept, or neither is. `from`: the change set on which the changes were made. Under the name of a request it
   * is recorded once.
   */
  async takeStep(step: NewAgreementStep, changes: ChangeSet | null, from: number, recording: Recording): Promise<{ readonly step: number; readonly changeSet: number | null }> {
    checkRecording(recording);
    const { told, made } = await writingIn(this.#connection, this.id, async (scope) => {
      const before = await stepAnswered(scope, recording.request);
      if (before !== null) return { told: before, made: null };
      await checkPlace(scope, step);
      const { step: graphStep, number } = changes === null ? { step: null, number: null } : await this.#recordIn(scope, recording, null, this.#changing(changes, from));
      const changeSet = graphStep === null ? null : number;
      await this.#enter(scope, [await keepStep(scope, step, changeSet, recording)], recording);
      return { told: { step: step.after + 1, changeSet }, made: graphStep };
    });
    this.#taken(made);
    return told;
  }

  /** Steps of one negotiation, or of all, in order. */
  async negotiationSteps(negotiation: string | null = null): Promise<readonly NegotiationStep[]> {
    return inWorkspace(this.#connection, this.id, async (scope) => negotiationStepsOf(scope, negotiation === null ? null : [negotiation]));
  }

  /** What came of negotiations since the ledger had a size; 0: all of them. */
  async negotiationStepsSince(size: number): Promise<StepsSince<NegotiationStep>> {
    return inWorkspace(this.#connection, this.id, async (scope) => stepsSince(scope, size, { kind: "negotiation", field: "id", read: negotiationStepsOf }));
  }

  /** The step of a negotiation that a request already led to; null: none. */
  async negotiationAnswered(request: string): Promise<number | null> {
    return inWorkspace(this.#connection, this.id, async (scope) => negotiationAnswered(scope, request));
  }

  /** Records a step of a negotiation, and gives its number. Under the name of a request it is recorded once. */
  async negotiate(step: NewNegotiationStep, recording: Recording): Promise<number> {
    checkRecording(recording);
    return writingIn(this.#connection, this.id, async (scope) => {
      const before = await negotiationAnswered(scope, recording.request);
      if (before !== null) return before;
      await this.#enter(scope, [await keepNegotiationStep(scope, step, recording)], recording);
      return step.after + 1;
    });
  }

  /** Steps of the reading of one document, or of all, in order. */
  async readingSteps(reading: number | null = null): Promise<readonly ReadingStep[]> {
    return inWorkspace(this.#connection, this.id, async (scope) => readingSteps(scope, reading === null ? null : [reading]));
  }

  /** What came of readings since the ledger had a size; 0: all of them. */
  async readingStepsSince(size: number): Promise<StepsSince<ReadingStep>> {
    return inWorkspace(this.#connection, this.id, async (scope) => stepsSince(scope, size, { kind: "reading", field: "number", read: readingSteps }));
  }

  /** Records a step of a reading with the files that it brings: all are kept, or none is. Under the name of a request it is recorded once. */
  async takeReadingStep(step: NewReadingStep, files: readonly Attachment[], recording: Recording): Promise<ReadingPlace> {
    checkRecording(recording);
    return writingIn(this.#connection, this.id, async (scope) => {
      const before = await readingAnswered(scope, recording.request);
      if (before !== null) return before;
      for (const file of files) await keepEntered(scope, { ...file, limits: this.#limits }, recording, this.#signing);
      const { place, entry } = await keepReadingStep(scope, step, recording);
      await this.#enter(scope, [entry], recording);
      return place;
    });
  }

  /** The change set that a request already led to; null: none. */
  async answered(request: string): Promise<number | null> {
    return inWorkspace(this.#connection, this.id, async (scope) => answered(scope, request));
  }

  /** Told of each step of the graph, in order, in the process that asks for it. Gives what ends it. */
  follow(follower: (step: Step) => void): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** Keeps a file, and gives its digest, under which it is found. */
  async keepFile(content: Uint8Array, mediaType: string | null, recording: Recording): Promise<string> {
    checkRecording(recording);
    return writingIn(this.#connection, this.id, async (scope) => keepEntered(scope, { content, mediaType, limits: this.#limits }, recording, this.#signing));
  }

  async file(sha256: string): Promise<Uint8Array> {
    return inWorkspace(this.#connection, this.id, async (scope) => readFile(scope, sha256));
  }

  async files(after: string = "", most: number = 100): Promise<readonly EvidenceFile[]> {
    return inWorkspace(this.#connection, this.id, async (scope) => filesAfter(scope, after, most));
  }

  /** Records a decision of the records as they were at a change set, with what was asked; gives its number. Refused where it was not made of them. */
  async recordDecision(decided: Decided, recording: Recording): Promise<number> {
    checkRecording(recording);
    return writingIn(this.#connection, this.id, async (scope) => {
      const kept = await keepDecision(scope, decided, this.#limits, recording, (number) => this.#graphIn(scope, number));
      if (typeof kept === "number") return kept;
      await this.#enter(scope, [ofDecision(decided, kept, recording)], recording);
      return kept.number;
    });
  }

  async decisions(after: number = 0, most: number = 100): Promise<readonly RecordedDecision[]> {
    return inWorkspace(this.#connection, this.id, async (scope) => decisionsAfter(scope, after, most));
  }

  /** The last decision of each of some uses, 1,000 at most, that has one. */
  async latestDecisions(uses: readonly string[]): Promise<ReadonlyMap<string, RecordedDecision>> {
    return inWorkspace(this.#connection, this.id, async (scope) => latestDecisions(scope, uses));
  }

  async imports(after: number = 0, most: number = 100, order: Order = "oldest"): Promise<readonly (ImportRecord & { readonly number: number })[]> {
    return inWorkspace(this.#connection, this.id, async (scope) => importsAfter(scope, after, most, order));
  }

  #changing(changes: ChangeSet, from: number | null): Make {
    return async ({ number, graph: before }) => {
      if (from !== null && number !== from) throw this.#overtaken(number, from);
      if (before === null) throw new StoreRefusal("not-found", `the workspace \`${this.id}\` has no title records yet`, { hint: "import a title file first" });
      const after = applyChanges(before, changes);
      return { versions: versionsBetween(before, after), changes, after };
    };
  }

  #overtaken(number: number, from: number): StoreRefusal {
    return new StoreRefusal("conflict", `the workspace \`${this.id}\` has change set ${number} already, and this was made of ${from}`, { hint: "read it again, and make the change of what is there now" });
  }

  async #record(recording: Recording, imported: ImportRecord | null, make: Make): Promise<number> {
    checkRecording(recording);
    const { step, number } = await writingIn(this.#connection, this.id, async (scope) => {
      const before = await answered(scope, recording.request);
      return before === null ? this.#recordIn(scope, recording, imported, make) : { step: null, number: before };
    });
    this.#taken(step);
    return number;
  }

  /** In a transaction that writes alone. */
  async #recordIn(scope: Scope, recording: Recording, imported: ImportRecord | null, make: Make): Promise<{ readonly step: Step | null; readonly number: number }> {
    const now = await this.#caughtUp(scope);
    const { versions, changes, after } = await make(now);
    if (versions.length === 0) return { step: null, number: now.number };
    const next = now.number + 1;
    await append(scope, { number: next, changes, versions }, recording);
    if (imported !== null) await keepImport(scope, next, imported);
    await this.#enter(scope, ofChangeSet({ number: next, changes, versions, imported }, recording), recording);
    return { step: { before: now.graph, after, changes, number: next }, number: next };
  }

  /** Only after its transaction is a step kept; another read of ours may have come to the same meanwhile. */
  #taken(step: Step | null): void {
    if (step !== null && step.number === this.#known.number + 1) this.#take([step]);
  }

  /** In the transaction of the rows that the entries speak of. */
  async #enter(scope: Scope, drafts: Iterable<EntryDraft>, { at, by }: Recording): Promise<void> {
    await appendEntries(scope, { drafts, at, by, signing: this.#signing });
  }

  /** The graph of a change set that is there. */
  async #graphIn(scope: Scope, number: number): Promise<TitleGraph> {
    const { graph } = this.#known.number === number ? this.#known : { graph: graphAfter(null, await versionsAt(scope, number)) };
    // There is a graph from the first change set on.
    return graph!;
  }

  async #caughtUp(scope: Scope): Promise<GraphAt> {
    const from = this.#known;
    const steps = await stepsTo(scope, from);
    if (this.#known === from) this.#take(steps);
    const last = steps.at(-1);
    return last === undefined ? from : { number: last.number, graph: last.after };
  }

  #take(steps: readonly Step[]): void {
    for (const step of steps) {
      this.#known = { number: step.number, graph: step.after };
      for (const follower of this.#followers) follower(step);
    }
  }
}
