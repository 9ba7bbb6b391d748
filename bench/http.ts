import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keptApiToken, newApiToken } from "@cleartitle/access";
import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { addressThrough, FirstStart, identifyBy, openApi, openRooms, serve } from "@cleartitle/server";
import { JobQueue, NoticeBoard, openStore, Store } from "@cleartitle/store";
import { readTitleFile } from "@cleartitle/title";
import { serve as listen } from "@hono/node-server";
import { Hono } from "hono";
import { freePort } from "../test/store/free-port.js";
import { alone } from "./alone.js";
import type { Asked } from "./http-client.js";
import { count, ms, table, times } from "./measure.js";

const requests = 2_000;
const atOnce = 16;
const rounds = 3;
const path = "/api/v1/workspaces/acme/ask";
const body = JSON.stringify({ use: "launch" });

const now = (): string => new Date().toISOString();
const best = (all: readonly Asked[]): Asked => all.toSorted((a, b) => b.perSecond - a.perSecond)[0]!;

/** Unrecorded asks over HTTP beside a bare Hono route that finds out by the same token who asks and answers the same bytes. Both in this process, their client in one of its own. */
export async function benchHttp(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-bench-"));
  const connection = await openStore({ folder });
  const store = new Store(connection);
  const catalogue = openCatalogue().catalogue!;
  const hand = { by: "bench", at: now() };
  const port = await freePort();
  const rooms = openRooms(connection, { firstStart: new FirstStart(), provider: null, origin: `http://127.0.0.1:${port}`, addressOf: addressThrough(0) });
  const workspace = await store.create("acme", hand);
  await workspace.write(readTitleFile(await readFile("examples/hosted-assistant/cleartitle.yaml", "utf8"), { file: "cleartitle.yaml", taxonomies: catalogue.taxonomies }).graph!, hand);
  const { id: person } = await rooms.people.add({ name: "bench", email: null }, hand);
  await rooms.memberships.set("acme", person, ["engineer"], hand, "admin");
  const token = newApiToken();
  await rooms.tokens.make(keptApiToken(token)!, { workspace: "acme", person, name: "bench", scopes: ["decisions:ask"], expiresAt: "2099-01-01T00:00:00.000Z" }, hand);
  const identify = identifyBy(rooms, now);
  const api = openApi({ store, queue: new JobQueue(connection), board: new NoticeBoard(connection), postOffice: null, catalogue, clauses: () => null, decide, identify, access: rooms, model: null, now, elapsed: () => performance.now(), rate: null, guard: () => "nobody", knowledge: () => null, log: () => undefined });
  const served = await serve({ api, origin: null, port });
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const answer = await (await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers, body })).text();
  const bare = new Hono<{ Variables: { caller: never } }>();
  bare.post(path, async (c) => {
    await identify(c as never, "acme");
    return c.body(answer, 200, { "Content-Type": "application/json; charset=utf-8" });
  });
  const barePort = await freePort();
  const bareServer = listen({ fetch: bare.fetch, hostname: "127.0.0.1", port: barePort });
  const ask = async (at: number): Promise<Asked> => (await alone<Asked>(import.meta.url.replace(/http(\.[jt]s)$/, "http-client$1"), "askMany", `http://127.0.0.1:${at}${path}`, body, JSON.stringify(headers), requests, atOnce)).result;
  const found: Record<"ours" | "bare", Asked[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    found.bare.push(await ask(barePort));
    found.ours.push(await ask(port));
  }
  const [ours, theirs] = [best(found.ours), best(found.bare)];
  const row = (name: string, { p50, p99, perSecond }: Asked): string[] => [name, ms(p50), ms(p99), count(perSecond), `${(perSecond / theirs.perSecond).toFixed(2)} of bare`];
  table(`unrecorded asks over HTTP, ${count(requests)} requests, ${atOnce} at once, best of ${rounds} rounds, ${count(answer.length)} bytes each`, ["", "p50 ms", "p99 ms", "requests/s", "share"], [row("bare Hono, same token, same bytes", theirs), row("ask", ours)]);
  console.log(`ask takes ${times(ours.p50, theirs.p50)} of bare at the median`);
  bareServer.close();
  await served.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
