import { createServer, type IncomingMessage, type Server } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { guardOf, type Guard } from "@cleartitle/access";
import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { JobQueue, NoticeBoard, openStore, Store } from "@cleartitle/store";
import { readTitleFile } from "@cleartitle/title";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { Worker } from "../worker/worker.js";
import { notifyHandler, reviewHandler, reviewKind } from "./handlers.js";
import { wrongInSignature } from "./signature.js";

const folder = mkdtempSync(join(tmpdir(), "cleartitle-notify-"));
const day = Date.UTC(2026, 4, 4);
const recording = { by: "jane", at: new Date(day).toISOString() };
const secret = "a secret of some length";
const title = `
us: acme
assets: [{ id: net, kind: model }]
waivers:
  - { id: w1, kind: any, reason: "in talks\\r\\nBcc: all@acme.example", by: jane, until: "2026-05-10" }
  - { id: w2, kind: any, reason: "later", by: john, until: "2026-05-20" }
`;

let store: Store;
let queue: JobQueue;
let board: NoticeBoard;
let http: Server;
let smtp: SMTPServer;
let named = 0;
/** What the next requests are answered; then 200. */
const answers: number[] = [];
const hooks: { readonly headers: IncomingMessage["headers"]; readonly body: string }[] = [];
/** What the mail server says of the next mails; then it takes them. */
const refusals: number[] = [];
const mails: { readonly to: readonly string[]; readonly text: string }[] = [];

beforeAll(async () => {
  const connection = await openStore({ folder });
  [store, queue, board] = [new Store(connection), new JobQueue(connection), new NoticeBoard(connection)];
  http = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      hooks.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
      response.writeHead(answers.shift() ?? 200).end();
    });
  }).listen(0, "127.0.0.1");
  smtp = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const code = refusals.shift();
        if (code !== undefined) return done(Object.assign(new Error("no"), { responseCode: code }));
        mails.push({ to: session.envelope.rcptTo.map((each) => each.address), text: Buffer.concat(pieces).toString() });
        done();
      });
    },
  });
  smtp.listen(0, "127.0.0.1");
  await new Promise((resolve) => http.once("listening", resolve));
});
afterAll(async () => {
  await store.close();
  await new Promise((resolve) => http.close(resolve));
  await new Promise<void>((resolve) => smtp.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  for (const each of [answers, hooks, refusals, mails]) each.length = 0;
});

afterEach(async () => {
  // The workers of the tests that follow look into every workspace.
  const open = (await board.subscriptions(`w${named}`)).filter((each) => each.endedAt === null);
  for (const { number } of open) await board.end(`w${named}`, number, recording);
});

const guard = guardOf({ allow: ["127.0.0.1"] }) as Guard;
const hookUrl = (): string => `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook`;

interface Setup {
  readonly w: string;
  readonly subscribe: (channel: "webhook" | "mail", address: string, person?: string, kinds?: readonly string[] | null) => Promise<number>;
  /** Lets days pass, and everything be done that is due. */
  readonly pass: (milliseconds: number) => Promise<void>;
}

async function setup(rolesOf: (workspace: string, person: string) => Promise<readonly string[]> = async () => ["counsel"], reviewing: Partial<Parameters<typeof reviewHandler>[0]> = {}): Promise<Setup> {
  const workspace = await store.create(`w${++named}`, recording);
  await workspace.write(readTitleFile(title, { file: "x" }).graph!, recording);
  await queue.daily(workspace.id, reviewKind, "05:30", recording);
  let time = day;
  const postOffice = { url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, from: "title@acme.example", base: "https://title.acme.example" };
  const handlers = [reviewHandler({ store, board, catalogue: openCatalogue().catalogue!, decide, ...reviewing }), notifyHandler({ board, guard, postOffice, rolesOf })];
  const worker = new Worker({ queue, handlers, clock: { now: () => time, every: () => () => undefined } });
  return {
    w: workspace.id,
    subscribe: (channel, address, person = "jane", kinds = null) => board.subscribe(workspace.id, { person, channel, address, kinds, secret: channel === "webhook" ? secret : null }, recording),
    pass: async (milliseconds) => {
      time += milliseconds;
      for (let turn = 0; turn < 4; turn++) {
        await worker.look();
        await worker.idle();
      }
    },
  };
}
const oneDay = 86_400_000;
const jobs = async (w: string) => (await queue.jobs(w, { kind: "notify" })).map(({ state, attempt, problem }) => [state, attempt, problem?.message ?? null]);

it("looks at records as they are asked elsewhere", async () => {
  const { subscribe, pass } = await setup(undefined, { asked: (graph) => ({ ...graph, waivers: [] }) });
  await subscribe("webhook", hookUrl());
  const before = hooks.length;
  await pass(oneDay);
  expect(hooks.length).toBe(before);
});

it("tells subscribers what the day brings, signed, and never twice", async () => {
  const { w, subscribe, pass } = await setup();
  await subscribe("webhook", hookUrl());
  await pass(oneDay);
  expect(hooks).toHaveLength(1);
  const [{ headers, body }] = hooks as [(typeof hooks)[number]];
  const sent = Math.floor((day + oneDay) / 1_000);
  expect(wrongInSignature(secret, headers["cleartitle-signature"] as string, body, sent)).toBeNull();
  expect(JSON.parse(body)).toMatchObject({ id: headers["cleartitle-delivery"], workspace: w, notices: [{ kind: "waiver-ends", on: "2026-05-10", number: 1 }] });
  // Jobs of every workspace have the same numbers, and one receiver may listen to several.
  expect(headers["cleartitle-delivery"]).toBe(`${w}/job:notify:2:send`);
  for (let i = 0; i < 3; i++) await pass(oneDay);
  expect(hooks.slice(1).flatMap((each) => JSON.parse(each.body).notices.map(({ link, stage }: { readonly link: string; readonly stage: string }) => [link, stage]))).toEqual([["waivers/w2", "ahead"]]);
  await pass(oneDay * 4);
  expect(JSON.parse(hooks.at(-1)!.body).notices.map((each: { readonly stage: string }) => each.stage)).toEqual(["past"]);
  expect((await queue.jobs(w, { kind: "review" })).every((each) => each.state === "done")).toBe(true);
});

it("sends again to a receiver that is away, under the same name, and gives up one that wants no more", async () => {
  const { w, subscribe, pass } = await setup();
  await subscribe("webhook", hookUrl());
  answers.push(503, 429, 410);
  await pass(oneDay);
  await pass(3_600_000);
  expect((await jobs(w))[0]!.slice(0, 2)).toEqual(["waiting", 2]);
  await pass(3_600_000);
  expect(await jobs(w)).toEqual([["dead", 3, "the webhook answers 410"]]);
  expect(new Set(hooks.map((each) => each.headers["cleartitle-delivery"])).size).toBe(1);
  expect(new Set(hooks.map((each) => each.headers["cleartitle-signature"])).size).toBe(3);
});

it.each([
  ["a private address", "https://10.0.0.1/hook"],
  ["a server that is spoken to in the open", "http://93.184.216.34/hook"],
  ["where clouds keep their secrets", "http://169.254.169.254/latest/meta-data"],
])("sends nothing to %s", async (_, url) => {
  const { w, subscribe, pass } = await setup();
  await subscribe("webhook", url);
  await pass(oneDay);
  expect(await jobs(w)).toEqual([["dead", 1, expect.stringContaining("the webhook cannot be reached: ")]]);
});

it("signs with both secrets while one is changed for another, and not a moment longer", async () => {
  const { w, subscribe, pass } = await setup();
  const number = await subscribe("webhook", hookUrl());
  const next = "another secret of some length";
  await board.changeSecret(w, number, next, new Date(day + 2 * oneDay).toISOString());
  await pass(oneDay);
  await pass(3 * oneDay);
  const wrong = hooks.map(({ headers, body }, i) => [secret, next].map((each) => wrongInSignature(each, headers["cleartitle-signature"] as string, body, Math.floor((day + (i === 0 ? 1 : 4) * oneDay) / 1_000))));
  expect(wrong).toEqual([[null, null], ["nobody who has the secret signed it", null]]);
});

it("tells by mail, and a name in it stays a name", async () => {
  const { w, subscribe, pass } = await setup();
  await subscribe("mail", "jane@acme.example");
  refusals.push(451);
  await pass(oneDay);
  expect(await jobs(w)).toEqual([["waiting", 1, "the mail server did not take the mail (451)"]]);
  await pass(3_600_000);
  expect(await jobs(w)).toEqual([["done", 2, null]]);
  expect(mails.map((each) => each.to)).toEqual([["jane@acme.example"]]);
  const [head, ...rest] = mails[0]!.text.split("\r\n\r\n");
  expect(head!.split("\r\n").filter((line) => /^(?:from|to|bcc|auto-submitted|subject):/i.test(line)).map((line) => line.split(":")[0]!.toLowerCase()).toSorted()).toEqual(["auto-submitted", "from", "subject", "to"]);
  expect(rest.join("\n")).toMatch(/text\/html/);
  refusals.push(550);
  await pass(6 * oneDay);
  expect((await jobs(w)).some(([state, attempt, message]) => state === "dead" && attempt === 1 && message === "the mail server did not take the mail (550)")).toBe(true);
});

it("tells people what is their work or what they asked for, as long as they belong there", async () => {
  const roles: Record<string, readonly string[]> = { jane: ["viewer"], john: ["counsel"], mary: ["counsel"], gone: [] };
  const { subscribe, pass } = await setup(async (_, person) => roles[person]!);
  await subscribe("mail", "jane@acme.example", "jane");
  await subscribe("mail", "john@acme.example", "john");
  await subscribe("mail", "mary@acme.example", "mary", ["term-ends"]);
  await subscribe("mail", "gone@acme.example", "gone");
  await pass(oneDay);
  await pass(2 * oneDay);
  // The first waiver is jane's own, and counsel's work; the second is counsel's alone.
  expect(mails.map((each) => each.to[0]).toSorted()).toEqual(["jane@acme.example", "john@acme.example", "john@acme.example"]);
});

it("sends nothing by a subscription that has ended", async () => {
  const { w, subscribe, pass } = await setup();
  const [first, second] = [await subscribe("webhook", hookUrl()), await subscribe("mail", "jane@acme.example")];
  for (const number of [first, second]) await board.end(w, number, recording);
  await pass(oneDay);
  expect([hooks, mails, await jobs(w)]).toEqual([[], [], []]);
});
