import { sql } from "kysely";
import type { Connection } from "../connection/connection.js";
import { refusing } from "../connection/fault.js";
import { type Attachment, keepEntered } from "../evidence/entered-file.js";
import { defaultLimits, type EvidenceLimits } from "../evidence/evidence.js";
import type { Problem } from "@cleartitle/norms";
import { StoreRefusal } from "../refusal.js";
import { checkKnown } from "../workspace/known.js";
import { checkRecording, type Recording } from "../workspace/recording.js";
import { inWorkspace, type Scope, writingIn } from "../workspace/scope.js";
import { type Claim, claim, type Claimed, type Lease } from "./claim.js";
import { enqueue, type Enqueued } from "./enqueue.js";
import { checkInstant, type Job, jobOf, type JobState, type NewJob, textOf } from "./job.js";
import type { JobRow } from "./job-row.js";
import { dropParts, keepParts, letPartsGo, type Parts, partsAfter, type PartsKept, partsKept } from "./part.js";
import { checkDaily, enqueueDue, nextDaily, type Schedule } from "./schedule.js";
import { addStep, type JobEvent, type JobStep, type Progress, stepsAfter } from "./step.js";

interface Asked {
  readonly after?: number;
  readonly most?: number;
  readonly state?: JobState;
  readonly kind?: string;
}

type Change = Partial<Pick<JobRow, "state" | "due_at" | "attempt" | "lease" | "cancel_at" | "result" | "problem" | "finished_at">>;

const isOpen = (state: string): boolean => state === "waiting" || state === "working";

/** Jobs of all workspaces. It has no clock: whoever asks says what time it is. */
export class JobQueue {
  readonly #connection: Connection;
  readonly #limits: EvidenceLimits;
  readonly #listeners = new Set<(workspace: string, job: number) => void>();

  constructor(connection: Connection, limits: EvidenceLimits = defaultLimits) {
    this.#connection = connection;
    this.#limits = limits;
  }

  /** Asks for work. The files that it speaks of are kept with it or not at all. */
  async enqueue(workspace: string, job: NewJob, recording: Recording, files: readonly Attachment[] = []): Promise<Enqueued> {
    checkRecording(recording);
    const enqueued = await writingIn(this.#connection, workspace, async (scope) => {
      await checkKnown(scope);
      // Whoever has the key signs them with what it records next.
      for (const file of files) await keepEntered(scope, { ...file, limits: this.#limits }, recording, []);
      return enqueue(scope, job, recording);
    });
    this.#tell(workspace, enqueued.number);
    return enqueued;
  }

  async job(workspace: string, number: number): Promise<Job> {
    return inWorkspace(this.#connection, workspace, async (scope) => jobOf(await rowOf(scope, number)));
  }

  /** Jobs after a number, in order. */
  async jobs(workspace: string, { after = 0, most = 100, state, kind }: Asked = {}): Promise<readonly Job[]> {
    return inWorkspace(this.#connection, workspace, async ({ tx }) => {
      let rows = tx.selectFrom("jobs").selectAll().where("workspace", "=", workspace).where("number", ">", after);
      if (state !== undefined) rows = rows.where("state", "=", state);
      if (kind !== undefined) rows = rows.where("kind", "=", kind);
      return (await rows.orderBy("number").limit(most).execute()).map(jobOf);
    });
  }

  /** What happened to a job after a step, in order. */
  async steps(workspace: string, number: number, after: number = 0, most: number = 100): Promise<readonly JobStep[]> {
    return inWorkspace(this.#connection, workspace, async (scope) => stepsAfter(scope, number, after, most));
  }

  /** What a job has come to after a part, in order, as its handler wrote it, with what the first says of all. */
  async parts(workspace: string, number: number, after: number, most: number): Promise<Parts> {
    return inWorkspace(this.#connection, workspace, async (scope) => partsAfter(scope, number, after, most));
  }

  async partsKept(workspace: string, number: number): Promise<PartsKept> {
    return inWorkspace(this.#connection, workspace, async (scope) => partsKept(scope, number));
  }

  /** Keeps further parts of what a job comes to, after those that are there. Nothing is written where the lease is lost. */
  async keepParts(lease: Lease, after: number, parts: Parts): Promise<"held" | "cancelling" | "lost"> {
    return inWorkspace(this.#connection, lease.workspace, async (scope) => keepParts(scope, lease, after, parts));
  }

  /** Lets go what a job has come to, so that it begins anew. Nothing happens where the lease is lost. */
  async dropParts(lease: Lease): Promise<"held" | "cancelling" | "lost"> {
    return inWorkspace(this.#connection, lease.workspace, async (scope) => dropParts(scope, lease));
  }

  /** Lets go the parts of jobs that are over, but for the latest `keep` that have some. */
  async letPartsGo(workspace: string, keep: number): Promise<void> {
    await inWorkspace(this.#connection, workspace, async (scope) => letPartsGo(scope, keep));
  }

  /** Told when something happened to a job through this process; what others do is seen by asking. Gives what ends it. */
  listen(listener: (workspace: string, job: number) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Told when there may be work, also by other processes. Gives what ends it. */
  heard(listener: () => void): () => void {
    return this.#connection.signals.listen(listener);
  }

  /** Ends a job that nobody has begun, and tells the worker of one at work. One that is over stays as it is. */
  async cancel(workspace: string, number: number, { by, at }: Recording): Promise<Job> {
    checkInstant(at);
    return this.#changed(workspace, number, (row) => {
      if (!isOpen(row.state) || row.cancel_at !== null) return [];
      const asked = { at, event: { what: "cancelling", content: { by } } } as const;
      if (row.state === "working") return [{ change: { cancel_at: at }, ...asked }];
      return [{ change: { state: "cancelled", cancel_at: at, finished_at: at }, ...asked }, { change: {}, at, event: { what: "cancelled", content: null } }];
    });
  }

  /** Begins a dead job again, with all its attempts. */
  async again(workspace: string, number: number, { by, at }: Recording): Promise<Job> {
    checkInstant(at);
    return this.#changed(workspace, number, ({ state }) => {
      if (state !== "dead") throw new StoreRefusal("conflict", `the job ${number} is ${state}`, { offending: String(number), hint: "only a dead one is begun again" });
      return [{ change: { state: "waiting", due_at: at, attempt: 0, finished_at: null }, at, event: { what: "again", content: { by } } }];
    });
  }

  /** Workspaces where something may be due, longest first. */
  async workspacesWithWork(now: string): Promise<readonly string[]> {
    checkInstant(now);
    const { rows } = await refusing(() => sql<{ readonly id: string }>`select id from cleartitle.workspaces_with_work(${now})`.execute(this.#connection.db));
    return rows.map((each) => each.id);
  }

  /** Takes a job of a workspace, which nobody else has until the lease ends; null: nothing may be begun now. */
  async claim(workspace: string, asked: Claim): Promise<Claimed | null> {
    for (const at of [asked.now, asked.until]) checkInstant(at);
    await this.#enqueueDue(workspace, asked.now);
    const claimed = await inWorkspace(this.#connection, workspace, async (scope) => claim(scope, asked));
    if (claimed !== null) this.#tell(workspace, claimed.job.number);
    return claimed;
  }

  /** Says that the worker lives. `lost`: it was given up, and has to stop; `cancelling`: somebody wants it to stop. */
  async beat({ workspace, number, token }: Lease, until: string): Promise<"held" | "cancelling" | "lost"> {
    checkInstant(until);
    return inWorkspace(this.#connection, workspace, async ({ tx }) => {
      const row = await tx.updateTable("jobs").set({ due_at: until }).where("workspace", "=", workspace).where("number", "=", number).where("lease", "=", token).returning("cancel_at").executeTakeFirst();
      return row === undefined ? "lost" : row.cancel_at === null ? "held" : "cancelling";
    });
  }

  /** Keeps how far the work is. false, as with all that follow: the lease is lost, and nothing was written. */
  async progress(lease: Lease, at: string, progress: Progress): Promise<boolean> {
    return this.#held(lease, at, () => ({ change: {}, event: { what: "progress", content: progress } }));
  }

  async finish(lease: Lease, at: string, result: unknown): Promise<boolean> {
    const text = textOf(result, "result");
    return this.#held(lease, at, () => ({ change: { state: "done", lease: null, result: text, problem: null, finished_at: at }, event: { what: "done", content: null } }));
  }

  /** Says what went wrong. `againAt` null: it is not tried again. */
  async fail(lease: Lease, at: string, problem: Problem, againAt: string | null): Promise<boolean> {
    if (againAt !== null) checkInstant(againAt);
    return this.#held(lease, at, ({ attempt, most_attempts: most, cancel_at: cancelAt }) => {
      if (cancelAt !== null) return stoppedBy(at);
      const change = { lease: null, problem: JSON.stringify(problem) };
      if (againAt === null || attempt >= most) return { change: { ...change, state: "dead", finished_at: at }, event: { what: "dead", content: { attempt, problem } } };
      return { change: { ...change, state: "waiting", due_at: againAt }, event: { what: "failed", content: { attempt, problem, againAt } } };
    });
  }

  /** Ends a job whose worker stopped because somebody wanted it to. */
  async stopped(lease: Lease, at: string): Promise<boolean> {
    return this.#held(lease, at, () => stoppedBy(at));
  }

  /** Gives a job back unfinished, as if it had not been begun: a worker that ends in order costs no attempt. */
  async release(lease: Lease, at: string): Promise<boolean> {
    return this.#held(lease, at, ({ attempt }) => ({ change: { state: "waiting", lease: null, due_at: at, attempt: attempt - 1 }, event: { what: "queued", content: null } }));
  }

  /** Lets a workspace have a kind of job each day, at a time in UTC. Said again, the newer time counts. */
  async daily(workspace: string, kind: string, time: string, recording: Recording): Promise<Schedule> {
    checkRecording(recording);
    checkInstant(recording.at);
    checkDaily(kind, time);
    const { by, at } = recording;
    return writingIn(this.#connection, workspace, async (scope) => {
      await checkKnown(scope);
      const { tx } = scope;
      const before = await tx.selectFrom("schedules").select(["at_time", "next_at"]).where("workspace", "=", workspace).where("kind", "=", kind).executeTakeFirst();
      if (before?.at_time === time) return { kind, time, nextAt: before.next_at };
      const next = { at_time: time, next_at: nextDaily(time, at), recorded_at: at, by };
      if (before === undefined) await tx.insertInto("schedules").values({ workspace, kind, ...next }).execute();
      else await tx.updateTable("schedules").set(next).where("workspace", "=", workspace).where("kind", "=", kind).execute();
      return { kind, time, nextAt: next.next_at };
    });
  }

  async #enqueueDue(workspace: string, now: string): Promise<void> {
    const due = await inWorkspace(this.#connection, workspace, ({ tx }) => tx.selectFrom("schedules").select("kind").where("workspace", "=", workspace).where("next_at", "<=", now).executeTakeFirst());
    if (due !== undefined) await writingIn(this.#connection, workspace, async (scope) => enqueueDue(scope, now));
  }

  async #held({ workspace, number, token }: Lease, at: string, make: (row: JobRow) => Omit<Written, "at">): Promise<boolean> {
    checkInstant(at);
    const held = await inWorkspace(this.#connection, workspace, async (scope) => {
      const row = await scope.tx.selectFrom("jobs").selectAll().where("workspace", "=", workspace).where("number", "=", number).where("lease", "=", token).forUpdate().executeTakeFirst();
      if (row === undefined) return false;
      await write(scope, row, { ...make(row), at });
      return true;
    });
    if (held) this.#tell(workspace, number);
    return held;
  }

  async #changed(workspace: string, number: number, make: (row: JobRow) => readonly Written[]): Promise<Job> {
    const job = await inWorkspace(this.#connection, workspace, async (scope) => {
      const row = await rowOf(scope, number, true);
      for (const written of make(row)) await write(scope, row, written);
      return jobOf(await rowOf(scope, number));
    });
    this.#tell(workspace, number);
    return job;
  }

  #tell(workspace: string, job: number): void {
    for (const listener of this.#listeners) listener(workspace, job);
  }
}

const stoppedBy = (at: string): Omit<Written, "at"> => ({ change: { state: "cancelled", lease: null, finished_at: at }, event: { what: "cancelled", content: null } });

interface Written {
  readonly change: Change;
  readonly at: string;
  readonly event: JobEvent;
}

async function write(scope: Scope, { workspace, number }: JobRow, { change, at, event }: Written): Promise<void> {
  if (Object.keys(change).length > 0) await scope.tx.updateTable("jobs").set(change).where("workspace", "=", workspace).where("number", "=", number).execute();
  await addStep(scope, number, at, event);
}

async function rowOf({ tx, workspace }: Scope, number: number, locked: boolean = false): Promise<JobRow> {
  const asked = tx.selectFrom("jobs").selectAll().where("workspace", "=", workspace).where("number", "=", number);
  const row = await (locked ? asked.forUpdate() : asked).executeTakeFirst();
  if (row === undefined) throw new StoreRefusal("not-found", `there is no job ${number}`, { offending: String(number) });
  return row;
}
