import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problem } from "@cleartitle/norms";
import { JobQueue, openStore, Store, StoreRefusal } from "@cleartitle/store";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { backoff } from "./backoff.js";
import { type Clock, instantAt } from "./clock.js";
import { handler, JobFailure, type Running } from "./handler.js";
import { Worker, type WorkerEvent } from "./worker.js";

const folder = mkdtempSync(join(tmpdir(), "cleartitle-jobs-"));
const began = Date.UTC(2026, 2, 1, 12);
const recording = { by: "jane", at: instantAt(began) };
const Payload = z.strictObject({ n: z.int() });
type Work = (job: Running<z.infer<typeof Payload>>) => Promise<unknown>;

let store: Store;
let queue: JobQueue;
let named = 0;
beforeAll(async () => {
  const connection = await openStore({ folder });
  store = new Store(connection);
  queue = new JobQueue(connection);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Time that stands still until it is moved on; what is to be done again and again is done by hand. */
class HandClock implements Clock {
  time = began;
  readonly #works = new Set<() => void>();
  now = (): number => this.time;
  every(_: number, work: () => void): () => void {
    this.#works.add(work);
    return () => void this.#works.delete(work);
  }
  tick(): void {
    for (const work of this.#works) work();
  }
}

interface Setup {
  readonly w: string;
  readonly clock: HandClock;
  readonly worker: Worker;
  readonly told: WorkerEvent[];
}

async function setup(run: Work, room = 4, atOnce = 2): Promise<Setup> {
  const { id: w } = await store.create(`w${++named}`, recording);
  const clock = new HandClock();
  const told: WorkerEvent[] = [];
  // Each has a kind of its own, so that none takes the jobs of another test.
  return { w, clock, told, worker: new Worker({ queue, handlers: [handler({ kind: `k${named}`, payload: Payload, atOnce, run })], clock, room, tell: (event) => told.push(event) }) };
}
const states = async (of: string) => (await queue.jobs(of)).map((each) => each.state);
const ask = async (w: string, n: unknown = 1, mostAttempts = 5) => (await queue.enqueue(w, { kind: `k${named}`, payload: { n }, mostAttempts }, recording)).number;

/** Waits until somebody wants it ended. */
const untilAborted: Work = ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("ended"))));

it("does what is due, and keeps what came of it", async () => {
  const { w, worker, told, clock } = await setup(async ({ payload, progress, request, now }) => {
    for (let done = 0; done < 3; done++) {
      await progress({ done, total: 3, note: null });
      clock.time += done === 0 ? 1 : 300;
    }
    return { twice: payload.n * 2, request: request("a"), now: now() };
  });
  const number = await ask(w, 21);
  await worker.look();
  await worker.idle();
  expect(await queue.job(w, number)).toMatchObject({ state: "done", result: { twice: 42, request: `job:k${named}:1:a`, now: instantAt(began + 601) } });
  expect((await queue.steps(w, number)).map(({ what, content }) => (what === "progress" ? content.done : what))).toEqual(["queued", "started", 0, 2, "done"]);
  expect(told.map((each) => each.what)).toEqual(["begun", "done"]);
});

it.each([
  ["that another attempt may mend", new JobFailure(problem("io", "it does not answer"), true), "waiting", { code: "io", message: "it does not answer" }, "failed"],
  ["that no attempt mends", new JobFailure(problem("bad-value", "it is wrong"), false), "dead", { code: "bad-value" }, "failed"],
  ["of the store that is away", new StoreRefusal("io", "the database cannot be reached"), "waiting", { code: "io" }, "failed"],
  ["of the store that refuses", new StoreRefusal("not-found", "there is no such thing"), "dead", { code: "not-found" }, "failed"],
  ["that is a bug", new TypeError("secret is not a function"), "waiting", { code: "io", message: "the program failed on this job: a bug, which its log tells of" }, "bug"],
])("meets a failure %s", async (_, error, state, kept, event) => {
  const { w, worker, told } = await setup(async () => {
    throw error;
  });
  const number = await ask(w);
  await worker.look();
  await worker.idle();
  const dueAt = instantAt(began + (state === "waiting" ? backoff(1, `${w}/${number}`) : 60_000));
  expect(await queue.job(w, number)).toMatchObject({ state, problem: kept, dueAt });
  expect(told.map((each) => each.what)).toEqual(["begun", event]);
});

it("tries again when it is time, until it has tried as often as it may", async () => {
  const { w, worker, clock } = await setup(async () => {
    throw new JobFailure(problem("io", "it does not answer"), true);
  });
  const number = await ask(w, 1, 3);
  for (let i = 1; i <= 3; i++) {
    await worker.look();
    await worker.idle();
    await worker.look();
    await worker.idle();
    expect((await queue.job(w, number)).attempt).toBe(i);
    clock.time += backoff(i, `${w}/${number}`);
  }
  expect(await queue.job(w, number)).toMatchObject({ state: "dead", attempt: 3 });
});

it("leaves a question that is none of its kind", async () => {
  const { w, worker } = await setup(async () => "never");
  const number = await ask(w, "many");
  await worker.look();
  await worker.idle();
  expect(await queue.job(w, number)).toMatchObject({ state: "dead", attempt: 1, problem: { code: "bad-value", pointer: "/n" } });
});

it("has no more at work than there is room for, and none of a workspace waits for all of another's", async () => {
  const ends: (() => void)[] = [];
  const { w, worker } = await setup(() => new Promise<void>((resolve) => ends.push(resolve)), 3, 2);
  const { id: other } = await store.create(`w${named}-other`, recording);
  for (let i = 0; i < 4; i++) await ask(w);
  for (let i = 0; i < 2; i++) await ask(other);
  await worker.look();
  expect([await states(w), await states(other)]).toEqual([["working", "working", "waiting", "waiting"], ["working", "waiting"]]);
  await expect.poll(async () => {
    ends.shift()?.();
    return [...(await states(w)), ...(await states(other))];
  }, { timeout: 60_000 }).toEqual(Array(6).fill("done"));
});

it("says that it lives while it works, and stops what somebody wants ended", async () => {
  const { w, worker, clock, told } = await setup(untilAborted);
  const number = await ask(w);
  worker.start();
  await worker.look();
  clock.time += 50_000;
  clock.tick();
  await expect.poll(async () => (await queue.job(w, number)).dueAt).toBe(instantAt(began + 110_000));
  await queue.cancel(w, number, { by: "john", at: instantAt(clock.time) });
  clock.tick();
  await worker.idle();
  expect(await queue.job(w, number)).toMatchObject({ state: "cancelled" });
  expect(told.map((each) => each.what)).toEqual(["begun", "cancelled"]);
  await worker.stop();
});

it("lets go of what was given to another meanwhile", async () => {
  const { w, worker, clock, told } = await setup(untilAborted);
  const number = await ask(w);
  worker.start();
  await worker.look();
  const later = instantAt(began + 60_000);
  const other = await queue.claim(w, { now: later, until: instantAt(began + 90_000), limits: new Map([[`k${named}`, 1]]) });
  expect(other?.job.number).toBe(number);
  clock.tick();
  await worker.idle();
  expect(await queue.finish(other!.lease, later, "theirs")).toBe(true);
  expect(await queue.job(w, number)).toMatchObject({ state: "done", result: "theirs" });
  expect(told.map((each) => each.what)).toEqual(["begun", "lost"]);
  await worker.stop();
});

it("gives back what it has when the program ends in order, and takes nothing more", async () => {
  const { w, worker, told } = await setup(untilAborted);
  const number = await ask(w);
  worker.start();
  await worker.look();
  await worker.stop();
  expect(await queue.job(w, number)).toMatchObject({ state: "waiting", attempt: 0 });
  await ask(w);
  await worker.look();
  expect(told.map((each) => each.what)).toEqual(["begun", "released"]);
});

it("gives back at once what it claimed while the program began to end", async () => {
  const { w, worker, told } = await setup(untilAborted);
  const number = await ask(w);
  const claim = queue.claim.bind(queue);
  const claiming = vi.spyOn(queue, "claim").mockImplementation(async (...asked) => {
    const claimed = await claim(...asked);
    if (claimed !== null) void worker.stop();
    return claimed;
  });
  await worker.look();
  claiming.mockRestore();
  expect([told, await queue.job(w, number)]).toEqual([[], expect.objectContaining({ state: "waiting", attempt: 0 })]);
});

it("hears of work without looking", async () => {
  const { w, worker } = await setup(async () => "done");
  worker.start();
  await worker.look();
  const number = await ask(w);
  await expect.poll(async () => (await queue.job(w, number)).state).toBe("done");
  await worker.stop();
});

it("waits longer after each attempt, up to an hour, the same for the same and apart for others", () => {
  for (let attempt = 1; attempt <= 40; attempt++) {
    const whole = Math.min(3_600_000, 5_000 * 2 ** (attempt - 1));
    const waits = Array.from({ length: 50 }, (_, i) => backoff(attempt, `w/${i}`));
    for (const wait of waits) {
      expect(wait).toBeGreaterThanOrEqual(whole / 2);
      expect(wait).toBeLessThanOrEqual(whole);
    }
    expect(new Set(waits).size).toBeGreaterThan(40);
    expect(backoff(attempt, "w/1")).toBe(waits[1]);
  }
});
