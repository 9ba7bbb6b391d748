import { permissionsOf } from "@cleartitle/access";
import type { Catalogue } from "@cleartitle/catalogue";
import { engineVersion } from "@cleartitle/engine";
import { openApi } from "@cleartitle/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { commandIn } from "../inquiry/command-line.js";
import { type House, json, openHouse } from "./house.js";

let house: House;
/** Uses that were decided, and what happens when so many were. */
let [decided, then]: [number, { readonly at: number; readonly do: () => void } | null] = [0, null];
beforeAll(async () => {
  house = await openHouse("examples/price-scraping/cleartitle.yaml", (given) => ({
    ...given,
    decide: (world, use, options) => {
      decided += 1;
      if (decided === then?.at) then.do();
      return given.decide(world, use, options);
    },
    // Who asks says so: somebody who reads, or who may do anything.
    identify: async (c, workspace) => {
      const who = c.req.header("who");
      const jane = (await given.identify(c, workspace))!;
      return who === undefined ? jane : { ...jane, by: "session", actor: who, permissions: permissionsOf(["viewer"]) };
    },
  }));
});
afterAll(async () => house.close());

type Body = Record<string, any>;
const places = ["US", "DE", "FR", "GB", "ES", "IT"];
/** Of one use in other places and at other times, so that no two have the same answer by being the same question. */
const questions = Array.from({ length: 24 }, (_, index) => ({ use: "plan-sample", in: [places[index % 6]!], asOf: `2026-12-${String(1 + Math.floor(index / 6)).padStart(2, "0")}` }));
const post = async (path: string, body: unknown, headers: Record<string, string> = {}, from: Pick<House["api"], "app"> = house.api): Promise<Response> => from.app.request(`/workspaces/acme${path}`, json(body, headers));
const get = async (path: string, from: Pick<House["api"], "app"> = house.api): Promise<Body> => (await from.app.request(`/workspaces/acme${path}`)).json() as Promise<Body>;
const run = async (response: Response): Promise<string> => {
  expect(response.status).toBe(202);
  return response.headers.get("location")!.slice("/api/v1/workspaces/acme".length);
};
async function over(address: string, from: Pick<House["api"], "app"> = house.api): Promise<Body> {
  const events = await (await from.app.request(`/workspaces/acme${address}/events`)).text();
  return { ...(await get(address, from)), events };
}

/** All answers as they stand in the pages. */
async function answers(address: string, from: Pick<House["api"], "app"> = house.api): Promise<string> {
  const texts: string[] = [];
  // Of a run that is over: one that is not would have a next page for ever.
  for (let [cursor, pages]: [string | null, number] = ["", 0]; cursor !== null; pages += 1) {
    if (pages > 40) throw new Error("the pages have no end");
    const text = await (await from.app.request(`/workspaces/acme${address}/answers?limit=7${cursor === "" ? "" : `&cursor=${cursor}`}`)).text();
    cursor = (JSON.parse(text) as Body)["next"] as string | null;
    const items = /^\{"items":\[(.*)\],"next":[^,]*\}$/s.exec(text)![1]!;
    if (items !== "") texts.push(items);
  }
  return texts.join(",");
}

test("many questions are answered in a run as they are answered directly, to the byte, and once under one name", async () => {
  const first = await post("/runs/ask", { questions }, { "Idempotency-Key": "long-1", who: "vera" });
  const address = await run(first);
  expect(await run(await post("/runs/ask", { questions }, { "Idempotency-Key": "long-1", who: "vera" }))).toBe(address);
  expect(await over(address)).toMatchObject({ kind: "ask", state: "done", by: "vera", result: { changeSet: 1, answers: 24, anew: null }, events: expect.stringContaining('{"done":20,"note":null,"total":24}') });
  const direct = await (await post("/ask-batch", { questions })).text();
  expect(direct.includes(`"decisions":[${await answers(address)}]`)).toBe(true);
});

test("of every use, and of a change set what it would do, it is the same", async () => {
  const every = await run(await post("/runs/ask", { every: { asOf: "2026-12-24" } }));
  const changes = { remove: { assets: ["guarded-shop"] } };
  const impact = await run(await post("/runs/impact", { changes }));
  await over(every);
  const found = await answers(every);
  const uses = (JSON.parse(`[${found}]`) as Body[]).map((each) => each["use"]["name"] as string);
  expect(uses.toSorted()).toEqual(((await get("/uses"))["items"] as Body[]).map((each) => each["name"] as string).toSorted());
  const batch = await (await post("/ask-batch", { questions: uses.map((use) => ({ use, asOf: "2026-12-24" })) })).text();
  expect(batch.includes(`"decisions":[${found}]`)).toBe(true);
  const { result } = await over(impact);
  const direct = (await (await post("/impact", { changes })).json()) as Body;
  expect({ ...result["impact"], uses: JSON.parse(`[${await answers(impact)}]`) as unknown }).toEqual(direct);
});

test("what was cut off goes on where it stood, by whichever process", async () => {
  decided = 0;
  const first = openApi(house.backing);
  const closed: Promise<void>[] = [];
  // The house would take it as well, and is the process that is still there.
  await house.api.close();
  then = { at: 22, do: () => closed.push(first.close()) };
  const address = await run(await post("/runs/ask", { questions }, {}, first));
  await vi.waitFor(() => expect(closed).toHaveLength(1), { timeout: 20_000 });
  await closed[0];
  expect(await get(address)).toMatchObject({ state: "waiting" });
  const half = await get(`${address}/answers?limit=100`);
  expect([half["items"].length, typeof half["next"]]).toEqual([20, "string"]);
  const second = openApi(house.backing);
  expect(await over(address, second)).toMatchObject({ state: "done", result: { answers: 24, anew: null } });
  // Twenty-two, of which two again.
  expect(decided).toBe(26);
  expect((await (await post("/ask-batch", { questions })).text()).includes(`[${await answers(address, second)}]`)).toBe(true);
  await second.close();
});

test("a check tells of the records what the command tells of their title file, also where it was cut off", async () => {
  const asked = { asOf: "2026-12-24", failOn: "unresolved" };
  const { out, exit } = await commandIn(".", ["check", "examples/price-scraping/cleartitle.yaml", "--as-of", asked.asOf, "--fail-on", asked.failOn, "--format", "json"]);
  const report = JSON.parse(out) as Body;
  const without = (each: Body, ...names: string[]): Body => Object.fromEntries(Object.entries(each).filter(([name]) => !names.includes(name)));
  const rows = report["rows"].map((row: Body) => ({ use: without(row, "file", "synthetic") }));
  const findings = report["findings"].map((finding: Body) => ({ finding: without(finding, "file", "known") }));
  const entries = (text: string): Body[] => JSON.parse(`[${text}]`) as Body[];
  const inOrder = (all: Body[]): Body[] => all.toSorted((a, b) => ((a["use"]?.["use"] ?? "") < (b["use"]?.["use"] ?? "") ? -1 : 1));
  const served = openApi(house.backing);
  const whole = await run(await post("/runs/check", asked, {}, served));
  const { result } = await over(whole, served);
  const told = entries(await answers(whole, served));
  await served.close();
  expect(inOrder(told.slice(0, rows.length))).toEqual(inOrder(rows));
  expect(told.slice(rows.length)).toEqual(findings);
  const { stops, waived, passes } = report["summary"]["gate"];
  expect(result["check"]).toEqual({ on: asked.asOf, failOn: "unresolved", exit, uses: rows.length, decisions: report["summary"]["decisions"], gate: { stops, waived, passes }, findings: findings.length });
  // Taken up by another process after all but the last of its answers: it works out again what was not kept, and reads back what was.
  const [first, closed] = [openApi(house.backing), [] as Promise<void>[]];
  const keepParts = vi.spyOn(house.backing.queue, "keepParts").mockImplementationOnce(async (...given) => {
    keepParts.mockRestore();
    const held = await house.backing.queue.keepParts(...given);
    closed.push(first.close());
    return held;
  });
  const cut = await run(await post("/runs/check", asked, {}, first));
  await vi.waitFor(() => expect(closed).toHaveLength(1), { timeout: 20_000 });
  await closed[0];
  const second = openApi(house.backing);
  expect((await over(cut, second))["result"]).toEqual(result);
  expect(entries(await answers(cut, second))).toEqual(told);
  await second.close();
});

/** A run whose first process ends when twenty answers are kept, and which one with another catalogue takes up. */
async function takenUp(began: Catalogue, later: Catalogue) {
  const [first, closed] = [openApi({ ...house.backing, catalogue: began }), [] as Promise<void>[]];
  then = { at: decided + 22, do: () => closed.push(first.close()) };
  const address = await run(await post("/runs/ask", { questions }, {}, first));
  await vi.waitFor(() => expect(closed).toHaveLength(1), { timeout: 20_000 });
  await closed[0];
  const { next } = await get(`${address}/answers?limit=10`);
  const second = openApi({ ...house.backing, catalogue: later });
  const { result } = await over(address, second);
  const found = JSON.parse(`[${await answers(address, second)}]`) as Body[];
  const again = await second.app.request(`/workspaces/acme${address}/answers?cursor=${next as string}`);
  await second.close();
  return { result, bases: [...new Set(found.map(({ basis }) => basis["catalogue"] as string))], count: found.length, again: again.status };
}

test("what another catalogue takes up goes on by the one that it began with, or begins anew and says so", async () => {
  const { catalogue } = house.backing;
  const mit = catalogue.instruments.get("MIT")!;
  const now = { ...catalogue, instruments: new Map(catalogue.instruments).set("MIT", { ...mit, title: "MIT, as it is now" }), digests: { ...catalogue.digests, catalogue: "sha256:now" } };
  const kept = await takenUp(catalogue, now);
  expect(kept).toEqual({ result: { changeSet: 1, answers: 24, by: { engine: engineVersion, ...catalogue.digests }, anew: null }, bases: [catalogue.digests.catalogue], count: 24, again: 200 });
  // Its text has other digests than it says, as one that an older program wrote otherwise might have.
  const unread = await takenUp(now, catalogue);
  expect(unread).toEqual({ result: { changeSet: 1, answers: 24, by: { engine: engineVersion, ...catalogue.digests }, anew: expect.stringMatching(/made by the catalogue sha256:now, which is another one/) }, bases: [catalogue.digests.catalogue], count: 24, again: 412 });
});

test("one's own run is ended by oneself, and another's by who may", async () => {
  const address = await run(await post("/runs/ask", { questions }, { who: "vera" }));
  const ended = async (who?: string) => (await post(`${address}/cancel`, {}, who === undefined ? {} : { who })).status;
  expect([await ended("otto"), await ended("vera"), await ended()]).toEqual([403, 202, 202]);
  expect(await get(address)).toMatchObject({ state: "cancelled" });
  expect(await get(`${address}/answers`)).toEqual({ items: [], next: null });
});

test("nobody sees the answers of another workspace, of a run that asks nothing, or that are gone", async () => {
  expect((await house.ask("/workspaces/empty/runs/1/answers")).status).toBe(404);
  await house.backing.queue.letPartsGo("acme", 1);
  expect((await get("/runs/1/answers"))["problems"][0]).toMatchObject({ code: "not-found", message: "the answers of run 1 are not kept any more" });
  const { number } = await house.backing.queue.enqueue("acme", { kind: "import", payload: {} }, { by: "jane", at: "2027-01-01T00:00:00.000Z" });
  expect((await house.ask(`/workspaces/acme/runs/${number}/answers`)).status).toBe(404);
});

async function wrong(path: string, body: unknown): Promise<unknown[]> {
  const response = await post(path, body);
  return [response.status, ((await response.json()) as Body)["problems"].map((each: Body) => each["pointer"])];
}

test("what is wrong is told at once, and no run is begun", async () => {
  expect(await wrong("/runs/ask", { questions: [{ use: "publish" }, { use: "lunch", in: ["Europe"] }] })).toEqual([422, ["/questions/1/in/0", "/questions/1/use"]]);
  expect(await wrong("/runs/ask", { questions: [], every: {} })).toEqual([422, expect.anything()]);
  expect(await wrong("/runs/check", { failOn: "cleared", asOf: "2026-02-30" })).toEqual([422, ["/asOf", "/failOn"]]);
  expect(await wrong("/runs/impact", { changes: { added: {} } })).toEqual([422, ["/changes/added"]]);
  expect((await house.ask("/workspaces/empty/runs/ask", json({ every: {} }))).status).toBe(404);
  expect(house.bugs).toEqual([]);
});
