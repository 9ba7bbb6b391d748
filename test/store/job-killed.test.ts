import { once } from "node:events";
import { handler, Worker } from "@cleartitle/jobs";
import { JobQueue, openStore, type Place, Store } from "@cleartitle/store";
import { expect, it } from "vitest";
import { newFolderPlace, newMigratedPlace, serverOfFile } from "./databases.js";
import { processOf } from "./process.js";

const began = Date.UTC(2026, 2, 1, 12);
const at = new Date(began).toISOString();

const server = serverOfFile();

const party = { change: "add-party", party: { id: "found", kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] } } as const;

/** Asks for something, with a worker that does it, and is then stuck before it can say that it did. */
const stuck = `
  import { handler, Worker } from "@cleartitle/jobs";
  import { JobQueue, openStore, Store } from "@cleartitle/store";
  import { GraphBuilder } from "@cleartitle/title";
  import { z } from "zod";
  const connection = await openStore(given.place);
  const store = new Store(connection);
  const queue = new JobQueue(connection);
  const recording = { by: "jane", at: "${at}" };
  await (await store.create("acme", recording)).write(new GraphBuilder("acme").addAsset({ id: "base", kind: "model" }).build(), recording);
  await queue.enqueue("acme", { kind: "add", payload: {} }, recording);
  const run = async ({ workspace, by, now, request }) => {
    await (await store.workspace(workspace)).change([${JSON.stringify(party)}], { by, at: now(), request: request("add") });
    console.log("done, but not said");
    await new Promise(() => setInterval(() => undefined, 1_000));
  };
  const worker = new Worker({ queue, handlers: [handler({ kind: "add", payload: z.strictObject({}), atOnce: 1, run })], clock: { now: () => ${began}, every: () => () => undefined } });
  worker.start();
`;

async function killedInTheMiddle(place: Place): Promise<void> {
  const worker = processOf(stuck, { place });
  const ended = once(worker.child, "exit");
  const said = (await worker.line()) ?? (await worker.rest());
  worker.child.kill("SIGKILL");
  expect([said, await ended]).toEqual(["done, but not said", [null, "SIGKILL"]]);
}

it.each([
  ["in a folder", newFolderPlace],
  ["on a server", () => newMigratedPlace(server())],
])("a job %s whose worker was killed is taken up again, and what it had done is not done twice", async (_, newPlace) => {
  const { login } = await newPlace();
  await killedInTheMiddle(login);
  const connection = await openStore(login);
  const [store, queue] = [new Store(connection), new JobQueue(connection)];
  const workspace = await store.workspace("acme");
  expect([await queue.job("acme", 1), (await workspace.history()).length]).toMatchObject([{ state: "working", attempt: 1 }, 2]);
  let time = began + 59_999;
  const add = handler({
    kind: "add", payload: { safeParse: () => ({ success: true, data: {} }) }, atOnce: 1,
    run: async ({ by, now, request }) => workspace.change([party], { by, at: now(), request: request("add") }),
  });
  const worker = new Worker({ queue, handlers: [add], clock: { now: () => time, every: () => () => undefined } });
  for (const state of ["working", "done"]) {
    await worker.look();
    await worker.idle();
    expect((await queue.job("acme", 1)).state).toBe(state);
    time += 1;
  }
  expect(await queue.job("acme", 1)).toMatchObject({ attempt: 2, result: 2 });
  expect((await workspace.history()).map(({ number, at: when }) => [number, when])).toEqual([[1, at], [2, at]]);
  expect((await queue.steps("acme", 1)).map((each) => each.what)).toEqual(["queued", "started", "started", "done"]);
  await store.close();
});
