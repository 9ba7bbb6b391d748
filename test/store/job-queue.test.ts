import { problem } from "@cleartitle/norms";
import { JobQueue, NoticeBoard, openStore, Store, type Claimed } from "@cleartitle/store";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enqueue } from "../../packages/store/src/job/enqueue.js";
import { nextDaily } from "../../packages/store/src/job/schedule.js";
import { writingIn } from "../../packages/store/src/workspace/scope.js";
import { seen, within } from "./bare-sql.js";
import { backedUp, bothKinds, newServerPlace, putBack, refusal, serverOfFile, type TestDatabase } from "./databases.js";

/** An instant of the day of the tests, in seconds after noon. */
const noon = (seconds: number): string => new Date(Date.UTC(2026, 2, 1, 12, 0, seconds)).toISOString();
const at = noon(0);
const recording = { by: "jane", at };
const wrong = problem("io", "the other end does not answer");
const work = { kind: "work", payload: {} };
const found = (...names: readonly string[]) => names.map((name) => ({ fingerprint: name, what: `what of ${name}` }));

const server = serverOfFile();

describe.each(bothKinds(server))("a queue: $name", ({ open }) => {
  let database: TestDatabase;
  let queue: JobQueue;
  /** The queue as another process has it, where there can be one. */
  let other: JobQueue;
  let close: () => Promise<void>;
  let named = 0;

  beforeAll(async () => {
    database = await open();
    const another = (await database.another?.()) ?? null;
    queue = new JobQueue(database.connection);
    other = new JobQueue(another ?? database.connection);
    close = async () => {
      await another?.close();
      await database.close();
    };
  });
  afterAll(async () => close());

  const fresh = async (): Promise<string> => (await new Store(database.connection).create(`w${++named}`, recording)).id;
  const take = (w: string, now = at, most = 10, from = queue): Promise<Claimed | null> => from.claim(w, { now, until: new Date(Date.parse(now) + 30_000).toISOString(), limits: new Map([["work", most], ["daily", most]]) });
  const whatHappened = async (w: string, number: number) => (await other.steps(w, number)).map((each) => each.what);

  it("keeps a job with the rows that it speaks of, or neither", async () => {
    const w = await fresh();
    const broken = writingIn(database.connection, w, async (scope) => {
      await enqueue(scope, work, recording);
      throw new Error("the rows were not written");
    });
    await expect(broken).rejects.toThrow("the rows were not written");
    expect(await queue.jobs(w)).toEqual([]);
    const content = Buffer.from("models:");
    const { number } = await queue.enqueue(w, { ...work, payload: { read: "this" } }, recording, [{ content, mediaType: null }]);
    expect(await (await new Store(database.connection).workspace(w)).files()).toMatchObject([{ bytes: content.length }]);
    expect(await other.job(w, number)).toMatchObject({ workspace: w, number: 1, kind: "work", name: null, payload: { read: "this" }, state: "waiting", attempt: 0, by: "jane", at, result: null, problem: null });
    const small = new JobQueue(database.connection, { fileBytes: 1, workspaceBytes: 1 });
    expect(await refusal(small.enqueue(w, work, recording, [{ content, mediaType: null }, { content: Buffer.from("other"), mediaType: null }]))).toMatchObject({ code: "too-large" });
    expect(await queue.jobs(w)).toHaveLength(1);
    // What was kept for a job is evidence like any other.
    const { ledger } = await new Store(database.connection).workspace(w);
    expect([(await ledger.entries()).map(({ event, open: told }) => [event.kind, told["bytes"]?.value]), await ledger.check()]).toEqual([[["opened", undefined], ["file", content.length]], []]);
    expect(await refusal(queue.enqueue("nobody", work, recording, [{ content, mediaType: null }]))).toMatchObject({ code: "not-found" });
  });

  it("has one run for a name that is asked for again and again, at once or later", async () => {
    const w = await fresh();
    const asked = await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? queue : other).enqueue(w, { ...work, name: "r1" }, recording)));
    expect(asked.map((each) => each.number)).toEqual(Array(8).fill(1));
    expect(asked.filter((each) => each.isNew)).toHaveLength(1);
    await queue.finish((await take(w))!.lease, at, { found: 3 });
    expect(await other.enqueue(w, { ...work, name: "r1" }, recording)).toEqual({ number: 1, isNew: false });
    expect(await queue.job(w, 1)).toMatchObject({ state: "done", result: { found: 3 }, finishedAt: at });
    expect(await queue.enqueue(w, { kind: "other", name: "r1", payload: {} }, recording)).toEqual({ number: 2, isNew: true });
  });

  it("gives each job to one of many who ask at once, first the one that is due first", async () => {
    const w = await fresh();
    for (let i = 1; i <= 12; i++) await queue.enqueue(w, { ...work, dueAt: noon(-i) }, recording);
    const claimed = await Promise.all(Array.from({ length: 16 }, (_, i) => take(w, at, 100, i % 2 === 0 ? queue : other)));
    const numbers = claimed.flatMap((each) => each?.job.number ?? []);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(claimed.filter((each) => each === null)).toHaveLength(4);
    const another = await fresh();
    for (const seconds of [-1, -3, -2, 5]) await queue.enqueue(another, { ...work, dueAt: noon(seconds) }, recording);
    const order = [await take(another), await take(another), await take(another), await take(another)];
    expect(order.map((each) => each?.job.number ?? null)).toEqual([2, 3, 1, null]);
  });

  it("has no more of a kind at work in a workspace than may be, whoever asks", async () => {
    const [w, apart] = [await fresh(), await fresh()];
    for (let i = 0; i < 10; i++) await queue.enqueue(w, work, recording);
    await queue.enqueue(w, { kind: "daily", payload: {} }, recording);
    await queue.enqueue(apart, work, recording);
    const claimed = await Promise.all(Array.from({ length: 12 }, (_, i) => take(w, at, 2, i % 2 === 0 ? queue : other)));
    const taken = claimed.flatMap((each) => each ?? []);
    expect(taken.map((each) => each.job.kind).toSorted()).toEqual(["daily", "work", "work"]);
    expect(await take(apart, at, 2)).not.toBeNull();
    await queue.finish(taken.find((each) => each.job.kind === "work")!.lease, at, null);
    expect(await take(w, at, 2)).toMatchObject({ job: { kind: "work" } });
  });

  it("takes up again what a lost worker had, and the lost one changes nothing any more", async () => {
    const w = await fresh();
    await queue.enqueue(w, work, recording);
    const lost = (await take(w))!;
    expect(await queue.beat(lost.lease, noon(60))).toBe("held");
    expect(await take(w, noon(59), 10, other)).toBeNull();
    const next = (await take(w, noon(60), 10, other))!;
    expect(next.job).toMatchObject({ number: 1, attempt: 2 });
    expect(await queue.beat(lost.lease, noon(200))).toBe("lost");
    const late = [queue.progress(lost.lease, noon(61), { done: 1, total: 1, note: null }), queue.finish(lost.lease, noon(61), "mine"), queue.fail(lost.lease, noon(61), wrong, null), queue.stopped(lost.lease, noon(61)), queue.release(lost.lease, noon(61))];
    expect(await Promise.all(late)).toEqual([false, false, false, false, false]);
    expect(await other.finish(next.lease, noon(62), "theirs")).toBe(true);
    expect(await queue.job(w, 1)).toMatchObject({ state: "done", result: "theirs", attempt: 2 });
    expect(await whatHappened(w, 1)).toEqual(["queued", "started", "started", "done"]);
  });

  it("tries again as often as it may, then keeps what went wrong until somebody begins it anew", async () => {
    const w = await fresh();
    await queue.enqueue(w, { ...work, mostAttempts: 3 }, recording);
    await queue.fail((await take(w))!.lease, at, wrong, noon(10));
    expect(await take(w, noon(9))).toBeNull();
    await take(w, noon(10));
    await queue.fail((await take(w, noon(40)))!.lease, noon(41), { ...wrong, message: "the third time" }, noon(50));
    expect(await queue.job(w, 1)).toMatchObject({ state: "dead", attempt: 3, problem: { code: "io", message: "the third time" }, finishedAt: noon(41) });
    expect(await queue.jobs(w, { state: "dead" })).toHaveLength(1);
    expect(await take(w, noon(1_000))).toBeNull();
    await queue.again(w, 1, { by: "john", at: noon(1_000) });
    expect((await take(w, noon(1_000)))!.job).toMatchObject({ attempt: 1 });
    expect(await whatHappened(w, 1)).toEqual(["queued", "started", "failed", "started", "started", "dead", "again", "started"]);
  });

  it("gives up what no worker survives", async () => {
    const w = await fresh();
    await queue.enqueue(w, { ...work, mostAttempts: 2 }, recording);
    await take(w);
    await take(w, noon(30));
    expect(await take(w, noon(60), 10, other)).toBeNull();
    expect(await queue.job(w, 1)).toMatchObject({ state: "dead", attempt: 2, problem: { code: "io", message: expect.stringContaining("lost in attempt 2") } });
  });

  it("does not try again what another attempt cannot mend, and costs a worker that ends in order no attempt", async () => {
    const w = await fresh();
    for (let i = 0; i < 2; i++) await queue.enqueue(w, work, recording);
    await queue.fail((await take(w))!.lease, at, wrong, null);
    expect(await queue.job(w, 1)).toMatchObject({ state: "dead", attempt: 1 });
    await queue.release((await take(w))!.lease, noon(1));
    expect((await take(w, noon(1)))!.job).toMatchObject({ number: 2, attempt: 1 });
  });

  it("is ended by whoever asks, begun or not, and whether its worker hears of it or is gone", async () => {
    const w = await fresh();
    for (let i = 0; i < 4; i++) await queue.enqueue(w, work, recording);
    const cancel = (number: number, from = queue) => from.cancel(w, number, { by: "john", at: noon(1) });
    expect(await cancel(1)).toMatchObject({ state: "cancelled", finishedAt: noon(1) });
    const [second, third, fourth] = [(await take(w))!, (await take(w))!, (await take(w))!];
    for (const number of [2, 3, 4]) expect(await cancel(number, other)).toMatchObject({ state: "working", cancelAt: noon(1) });
    expect(await queue.beat(second.lease, noon(90))).toBe("cancelling");
    expect(await queue.stopped(second.lease, noon(2))).toBe(true);
    expect(await queue.fail(third.lease, noon(2), wrong, noon(3))).toBe(true);
    expect(await take(w, noon(300))).toBeNull();
    for (const number of [2, 3, 4]) expect([number, await whatHappened(w, number), (await queue.job(w, number)).state]).toEqual([number, ["queued", "started", "cancelling", "cancelled"], "cancelled"]);
    expect(await queue.finish(fourth.lease, noon(301), null)).toBe(false);
    expect(await cancel(2)).toMatchObject({ state: "cancelled", finishedAt: noon(2) });
    expect(await whatHappened(w, 1)).toEqual(["queued", "cancelling", "cancelled"]);
  });

  it("keeps how far the work is, so that whoever follows it goes on with another process", async () => {
    const w = await fresh();
    await queue.enqueue(w, work, recording);
    const told: number[] = [];
    const end = queue.listen((workspace, job) => workspace === w && told.push(job));
    const { lease } = (await take(w))!;
    for (let done = 1; done <= 3; done++) await queue.progress(lease, noon(done), { done, total: 3, note: null });
    const first = await queue.steps(w, 1, 0, 3);
    expect(first.map(({ number, what }) => [number, what])).toEqual([[1, "queued"], [2, "started"], [3, "progress"]]);
    await queue.finish(lease, noon(4), null);
    expect(await other.steps(w, 1, first.at(-1)!.number)).toEqual([
      { number: 4, at: noon(2), what: "progress", content: { done: 2, total: 3, note: null } },
      { number: 5, at: noon(3), what: "progress", content: { done: 3, total: 3, note: null } },
      { number: 6, at: noon(4), what: "done", content: null },
    ]);
    expect(told).toEqual([1, 1, 1, 1, 1]);
    end();
  });

  it("has what is daily once a day, whoever looks, and once for days when nobody did", async () => {
    const w = await fresh();
    expect(await queue.daily(w, "daily", "05:30", recording)).toEqual({ kind: "daily", time: "05:30", nextAt: "2026-03-02T05:30:00.000Z" });
    expect(await queue.daily(w, "daily", "05:30", { ...recording, at: "2026-03-05T00:00:00.000Z" })).toMatchObject({ nextAt: "2026-03-02T05:30:00.000Z" });
    expect(await take(w, "2026-03-02T05:29:59.999Z")).toBeNull();
    expect(await queue.workspacesWithWork("2026-03-02T05:30:00.000Z")).toContain(w);
    const claimed = await Promise.all([queue, other, queue].map((from) => take(w, "2026-03-02T05:30:00.000Z", 10, from)));
    expect(claimed.flatMap((each) => each?.job.name ?? [])).toEqual(["daily:2026-03-02"]);
    await take(w, "2026-03-06T07:00:00.000Z");
    const jobs = await other.jobs(w, { kind: "daily" });
    expect(jobs.map(({ name, payload }) => [name, payload])).toEqual([["daily:2026-03-02", { for: "2026-03-02" }], ["daily:2026-03-03", { for: "2026-03-06" }]]);
    expect(await queue.daily(w, "daily", "06:00", { by: "john", at: "2026-03-06T07:00:00.000Z" })).toMatchObject({ nextAt: "2026-03-07T06:00:00.000Z" });
  });

  it("names workspaces with something to do, and shows nothing of it to others", async () => {
    const [busy, idle, later] = [await fresh(), await fresh(), await fresh()];
    await queue.enqueue(busy, { ...work, dueAt: noon(-100) }, recording);
    await queue.enqueue(later, { ...work, dueAt: noon(100) }, recording);
    const names = await other.workspacesWithWork(at);
    expect(names).toContain(busy);
    for (const each of [idle, later]) expect(names).not.toContain(each);
    for (const table of ["jobs", "job_steps"]) {
      expect(await seen(database, busy, table)).toEqual([busy]);
      for (const nobody of [null, idle]) expect(await seen(database, nobody, table)).toEqual([]);
    }
    for (const tried of [() => queue.job(idle, 1), () => queue.cancel(idle, 1, recording), () => queue.again(idle, 1, recording)]) expect(await refusal(tried())).toMatchObject({ code: "not-found" });
    expect(await take(idle)).toBeNull();
  });

  it("lets nobody change what was asked, or who asked", async () => {
    const w = await fresh();
    await queue.enqueue(w, work, recording);
    const trial = (column: string, value: string) => within(database, w, async (tx) => sql`update cleartitle.jobs set ${sql.id(column)} = ${sql.lit(value)}`.execute(tx)).then(() => "done", (error: { readonly code: string }) => error.code);
    for (const column of ["payload", "kind", "by", "recorded_at", "name"]) expect([column, await trial(column, "x")]).toEqual([column, "42501"]);
    expect(await trial("state", "asleep")).toBe("23514");
    expect(await trial("state", "done")).toBe("23514");
  });

  it.each([
    ["a kind that is none", (w: string) => queue.enqueue(w, { ...work, kind: "No Kind" }, recording), "bad-value"],
    ["a name that is too long", (w: string) => queue.enqueue(w, { ...work, name: "x".repeat(201) }, recording), "bad-value"],
    ["a time of another form", (w: string) => queue.enqueue(w, work, { by: "jane", at: "2026-03-01T12:00:00Z" }), "bad-value"],
    ["a time that is none", (w: string) => queue.enqueue(w, { ...work, dueAt: "2026-02-30T12:00:00.000Z" }, recording), "bad-value"],
    ["no attempt", (w: string) => queue.enqueue(w, { ...work, mostAttempts: 0 }, recording), "bad-value"],
    ["too much to ask", (w: string) => queue.enqueue(w, { ...work, payload: "x".repeat(1_000_000) }, recording), "too-large"],
    ["nobody", (w: string) => queue.enqueue(w, work, { by: "", at }), "bad-value"],
    ["a time of day that is none", (w: string) => queue.daily(w, "daily", "24:00", recording), "bad-value"],
    ["to begin again what is not dead", async (w: string) => queue.again(w, (await queue.enqueue(w, work, recording)).number, recording), "conflict"],
    ["work for nobody", () => queue.enqueue("nobody", work, recording), "not-found"],
    ["days of nobody", () => queue.daily("nobody", "daily", "05:30", recording), "not-found"],
    ["a look at no time", () => queue.workspacesWithWork("now"), "bad-value"],
  ] as const)("refuses %s", async (_, tried, code) => {
    expect(await refusal(tried(await fresh()))).toMatchObject({ code });
  });

  it("is backed up with how far all is, and goes on where it is put back", async () => {
    const w = await fresh();
    await queue.enqueue(w, { ...work, name: "r1" }, recording);
    await queue.daily(w, "daily", "05:30", recording);
    await queue.progress((await take(w))!.lease, noon(1), { done: 1, total: null, note: "half" });
    const lines = await backedUp(database);
    const place = await newServerPlace(server());
    await putBack(place, lines);
    const connection = await openStore(place.login);
    const there = new JobQueue(connection);
    expect(await there.job(w, 1)).toEqual(await queue.job(w, 1));
    expect(await there.steps(w, 1)).toEqual(await queue.steps(w, 1));
    expect((await take(w, noon(30), 10, there))!.job).toMatchObject({ number: 1, attempt: 2 });
    await connection.close();
  });

  describe("with a notice board", () => {
    let board: NoticeBoard;
    beforeAll(() => {
      board = new NoticeBoard(database.connection);
    });
    const hook = { person: "jane", channel: "webhook", address: "https://acme.example/hook", kinds: null, secret: "a secret of some length" } as const;

    it("keeps each thing once, and asks for each subscriber to be told of it, in one step", async () => {
      const w = await fresh();
      await board.subscribe(w, hook, recording);
      await board.subscribe(w, { ...hook, channel: "calendar", address: null }, recording);
      await board.end(w, await board.subscribe(w, hook, recording), recording);
      const kept = await Promise.all([found("a", "b", "a"), found("b", "c"), found("a", "b", "c")].map((each) => board.keep(w, each, recording)));
      expect(kept.reduce((sum, each) => sum + each, 0)).toBe(3);
      const notices = await board.notices<{ readonly fingerprint: string; readonly what: string }>(w);
      expect(notices.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(new Map(notices.map((each) => [each.fingerprint, each.what]))).toEqual(new Map([["a", "what of a"], ["b", "what of b"], ["c", "what of c"]]));
      const told = (await queue.jobs(w)).map(({ kind, payload }) => [kind, payload as { readonly subscription: number; readonly after: number; readonly to: number }] as const);
      expect(told.every(([kind, { subscription }]) => kind === "notify" && subscription === 1)).toBe(true);
      expect(told.flatMap(([, { after, to }]) => Array.from({ length: to - after }, (_, i) => after + i + 1))).toEqual([1, 2, 3]);
    });

    it("tells of very many in several steps", async () => {
      const w = await fresh();
      await board.subscribe(w, hook, recording);
      expect(await board.keep(w, found(...Array.from({ length: 450 }, (_, i) => `n${i}`)), recording)).toBe(450);
      expect((await queue.jobs(w)).map((each) => each.payload)).toEqual([{ subscription: 1, after: 0, to: 200 }, { subscription: 1, after: 200, to: 400 }, { subscription: 1, after: 400, to: 450 }]);
    });

    it("shows secrets to nobody but who signs, and has two of a webhook for a while", async () => {
      const w = await fresh();
      const [first, second] = [await board.subscribe(w, hook, recording), await board.subscribe(w, { ...hook, person: "john", channel: "calendar", address: null }, recording)];
      expect(JSON.stringify(await board.subscriptions(w))).not.toContain(hook.secret);
      expect((await board.subscriptions(w, "john")).map(({ number, channel, endedAt }) => [number, channel, endedAt])).toEqual([[2, "calendar", null]]);
      const next = "another secret of some length";
      for (const number of [first, second]) await board.changeSecret(w, number, next, noon(60));
      const secrets = async (number: number, now: string) => (await board.withSecrets(w, number, now)).secrets;
      expect([await secrets(first, noon(59)), await secrets(first, noon(60)), await secrets(second, noon(0))]).toEqual([[next, hook.secret], [next], [next]]);
      await board.end(w, first, { by: "jane", at: noon(5) });
      expect([await secrets(first, noon(6)), (await board.subscriptions(w, "jane"))[0]!.endedAt]).toEqual([[], noon(5)]);
      expect(await refusal(board.changeSecret(w, first, next, noon(60)))).toMatchObject({ code: "conflict" });
    });

    it.each([
      ["an address of a calendar", { channel: "calendar" }, "bad-value"],
      ["mail with a secret", { channel: "mail" }, "bad-value"],
      ["a webhook without one", { secret: null }, "bad-value"],
      ["a secret that is guessed", { secret: "short" }, "bad-value"],
      ["nobody", { person: "" }, "bad-value"],
      ["kinds of nothing", { kinds: [] }, "bad-value"],
    ] as const)("refuses %s", async (_, rest, code) => {
      expect(await refusal(board.subscribe(await fresh(), { ...hook, ...rest }, recording))).toMatchObject({ code });
    });

    it("knows nothing of other workspaces", async () => {
      const [mine, theirs] = [await fresh(), await fresh()];
      await board.subscribe(mine, hook, recording);
      await board.keep(mine, found("a"), recording);
      for (const tried of [() => board.subscribe("nobody", hook, recording), () => board.keep("nobody", found("a"), recording)]) expect(await refusal(tried())).toMatchObject({ code: "not-found" });
      expect([await board.notices(theirs), await board.subscriptions(theirs)]).toEqual([[], []]);
      for (const tried of [() => board.withSecrets(theirs, 1, at), () => board.end(theirs, 1, recording), () => board.changeSecret(theirs, 1, hook.secret, at)]) expect(await refusal(tried())).toMatchObject({ code: "not-found" });
      for (const table of ["notices", "subscriptions"]) expect([await seen(database, mine, table), await seen(database, theirs, table), await seen(database, null, table)]).toEqual([[mine], [], []]);
      const trial = (column: string) => within(database, mine, async (tx) => sql`update cleartitle.subscriptions set ${sql.id(column)} = 'x'`.execute(tx)).then(() => "done", (error: { readonly code: string }) => error.code);
      for (const column of ["person", "address", "channel"]) expect([column, await trial(column)]).toEqual([column, "42501"]);
    });
  });
});

it.each([
  ["05:30", "2026-03-01T05:29:59.999Z", "2026-03-01T05:30:00.000Z"],
  ["05:30", "2026-03-01T05:30:00.000Z", "2026-03-02T05:30:00.000Z"],
  ["00:00", "2026-12-31T23:59:59.999Z", "2027-01-01T00:00:00.000Z"],
  ["23:59", "2028-02-28T23:59:00.000Z", "2028-02-29T23:59:00.000Z"],
])("a day's %s after %s is %s", (time, after, next) => {
  expect(nextDaily(time, after)).toBe(next);
});
