import { problem } from "@cleartitle/norms";
import { type Claimed, type Job, type JobQueue, type Parts, type Progress, StoreRefusal } from "@cleartitle/store";
import { backoff } from "./backoff.js";
import { type Clock, instantAt, systemClock } from "./clock.js";
import { type Handler, JobFailure } from "./handler.js";

/** What a worker has to tell: for logs and counts. `bug`: the program is wrong; the job is tried again all the same. */
export type WorkerEvent =
  | { readonly what: "begun" | "done" | "lost" | "cancelled" | "released"; readonly job: Job }
  | { readonly what: "failed"; readonly job: Job; readonly failure: JobFailure }
  | { readonly what: "bug"; readonly job: Job; readonly error: unknown }
  | { readonly what: "away"; readonly refusal: StoreRefusal };

export interface WorkerOptions {
  readonly queue: JobQueue;
  readonly handlers: readonly Handler[];
  readonly clock?: Clock;
  /** Jobs at work at once in this process, of all workspaces. */
  readonly room?: number;
  /** After so many milliseconds without a word this worker is given up. */
  readonly lease?: number;
  /** How often it looks for work, in milliseconds; it also looks when it is told. */
  readonly poll?: number;
  readonly tell?: (event: WorkerEvent) => void;
}

/** Progress that is kept comes no faster than this. */
const leastBetween = 250;

type Ending = "lost" | "cancelled" | "stopping";

interface AtWork {
  readonly claimed: Claimed;
  readonly controller: AbortController;
  readonly end: Promise<void>;
}

/** What the store refuses because it is away, or because somebody else was first, another attempt may find mended. */
const failureOf = (error: unknown): JobFailure | null =>
  error instanceof JobFailure ? error : error instanceof StoreRefusal ? new JobFailure(error.problem, error.problem.code === "io" || error.problem.code === "conflict") : null;

/** Takes jobs and does them, as many at once as there is room for. Any number of workers may be on one database. */
export class Worker {
  readonly #options: Required<WorkerOptions>;
  readonly #handlers: ReadonlyMap<string, Handler>;
  readonly #limits: ReadonlyMap<string, number>;
  readonly #atWork = new Set<AtWork>();
  #ends: (() => void)[] = [];
  #round: Promise<void> | null = null;
  #askedAgain = false;
  #stopping = false;

  constructor(options: WorkerOptions) {
    this.#options = { clock: systemClock, room: 4, lease: 60_000, poll: 1_000, tell: () => undefined, ...options };
    this.#handlers = new Map(options.handlers.map((each) => [each.kind, each]));
    this.#limits = new Map(options.handlers.map((each) => [each.kind, each.atOnce]));
  }

  /** Looks for work from now on. */
  start(): void {
    const { clock, poll, queue } = this.#options;
    this.#ends = [clock.every(poll, () => void this.look()), queue.heard(() => void this.look())];
    void this.look();
  }

  /** Begins what is due, as far as there is room. Asked while it looks, it looks once more. */
  async look(): Promise<void> {
    if (this.#round !== null) {
      this.#askedAgain = true;
      return this.#round;
    }
    this.#round = this.#looking().finally(() => {
      this.#round = null;
    });
    return this.#round;
  }

  /** Until nothing is at work any more. */
  async idle(): Promise<void> {
    while (this.#round !== null || this.#atWork.size > 0) await Promise.all([this.#round, ...[...this.#atWork].map((each) => each.end)]);
  }

  /** Begins nothing more, and ends what is at work: what is not done goes back to the queue. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const end of this.#ends.splice(0)) end();
    for (const { controller } of this.#atWork) controller.abort("stopping" satisfies Ending);
    await this.idle();
  }

  async #looking(): Promise<void> {
    do {
      this.#askedAgain = false;
      try {
        while (await this.#pass());
      } catch (error) {
        if (!(error instanceof StoreRefusal)) throw error;
        this.#options.tell({ what: "away", refusal: error });
        return;
      }
    } while (this.#askedAgain);
  }

  /** One job of each workspace at most, so that none waits for all of another's. */
  async #pass(): Promise<boolean> {
    const { queue, clock, room, lease } = this.#options;
    let begun = false;
    for (const workspace of await queue.workspacesWithWork(instantAt(clock.now()))) {
      if (this.#stopping || this.#atWork.size >= room) return false;
      const now = clock.now();
      const claimed = await queue.claim(workspace, { now: instantAt(now), until: instantAt(now + lease), limits: this.#limits });
      if (claimed !== null) await this.#take(claimed);
      begun ||= claimed !== null;
    }
    return begun;
  }

  /** What was claimed while the program began to end goes back at once: nobody would tell it to stop any more. */
  async #take(claimed: Claimed): Promise<void> {
    const { queue, clock } = this.#options;
    if (this.#stopping) await queue.release(claimed.lease, instantAt(clock.now()));
    else this.#begin(claimed);
  }

  #begin(claimed: Claimed): void {
    const controller = new AbortController();
    const atWork: AtWork = {
      claimed, controller,
      end: this.#work(claimed, controller).finally(() => {
        this.#atWork.delete(atWork);
        if (!this.#stopping) void this.look();
      }),
    };
    this.#atWork.add(atWork);
    this.#options.tell({ what: "begun", job: claimed.job });
  }

  async #work(claimed: Claimed, controller: AbortController): Promise<void> {
    const { clock, lease, tell } = this.#options;
    const endBeats = clock.every(Math.ceil(lease / 3), () => void this.#beat(claimed, controller));
    try {
      await this.#attempt(claimed, controller);
    } catch (error) {
      // The end of the attempt could not be kept: when its time is over, it is taken up again.
      if (!(error instanceof StoreRefusal)) throw error;
      tell({ what: "away", refusal: error });
    } finally {
      endBeats();
    }
  }

  async #beat({ lease }: Claimed, controller: AbortController): Promise<void> {
    const { queue, clock, tell } = this.#options;
    try {
      const state = await queue.beat(lease, instantAt(clock.now() + this.#options.lease));
      if (state === "lost") controller.abort("lost" satisfies Ending);
      if (state === "cancelling") controller.abort("cancelled" satisfies Ending);
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      tell({ what: "away", refusal: error });
    }
  }

  async #attempt(claimed: Claimed, controller: AbortController): Promise<void> {
    const { queue, clock, tell } = this.#options;
    const { job, lease } = claimed;
    const told = (kept: boolean, what: "done" | "cancelled" | "released"): void => tell({ what: kept ? what : "lost", job });
    try {
      const result = await this.#run(claimed, controller);
      told(await queue.finish(lease, instantAt(clock.now()), result ?? null), "done");
    } catch (error) {
      const now = instantAt(clock.now());
      const ending = controller.signal.aborted ? (controller.signal.reason as Ending) : null;
      if (ending === "lost") tell({ what: "lost", job });
      else if (ending === "cancelled") told(await queue.stopped(lease, now), "cancelled");
      else if (ending === "stopping") told(await queue.release(lease, now), "released");
      else await this.#failed(claimed, error);
    }
  }

  async #run({ job, lease }: Claimed, controller: AbortController): Promise<unknown> {
    const { queue, clock } = this.#options;
    const { kind, workspace, number, by, attempt } = job;
    // Only kinds of these handlers are claimed.
    const of = this.#handlers.get(kind)!;
    const payload = of.payload.safeParse(job.payload);
    if (!payload.success) throw new JobFailure(problem("bad-value", `the question of the job is not of its kind: ${payload.error.issues[0]!.message}`, { pointer: `/${payload.error.issues[0]!.path.join("/")}` }), false);
    let last = -Infinity;
    const progress = async (given: Progress): Promise<void> => {
      if (clock.now() - last < leastBetween) return;
      last = clock.now();
      await queue.progress(lease, instantAt(last), given);
    };
    const held = (state: "held" | "cancelling" | "lost"): void => {
      if (state !== "held") controller.abort((state === "lost" ? "lost" : "cancelled") satisfies Ending);
      controller.signal.throwIfAborted();
    };
    const keep = async (after: number, parts: Parts): Promise<void> => held(await queue.keepParts(lease, after, parts));
    const beginAnew = async (): Promise<void> => held(await queue.dropParts(lease));
    return of.run({ workspace, number, payload: payload.data, by, attempt, signal: controller.signal, kept: () => queue.partsKept(workspace, number), keep, beginAnew, now: () => instantAt(clock.now()), request: (part) => `job:${kind}:${number}:${part}`, progress });
  }

  async #failed({ job, lease }: Claimed, error: unknown): Promise<void> {
    const { queue, clock, tell } = this.#options;
    const known = failureOf(error);
    const failure = known ?? new JobFailure(problem("io", "the program failed on this job: a bug, which its log tells of", { hint: "report it; the job is tried again meanwhile" }), true);
    tell(known === null ? { what: "bug", job, error } : { what: "failed", job, failure });
    const now = clock.now();
    const again = failure.again ? instantAt(now + backoff(job.attempt, `${job.workspace}/${job.number}`)) : null;
    if (!(await queue.fail(lease, instantAt(now), failure.problem, again))) tell({ what: "lost", job });
  }
}
