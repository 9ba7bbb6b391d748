import { sha256 } from "@cleartitle/norms";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type ApiOptions, localUser } from "@cleartitle/server";
import { type House, json, openHouse } from "./house.js";

let house: House;
let options: ApiOptions;
const identify: ApiOptions["identify"] = async (c, workspace) => (c.req.header("authorization") === undefined ? null : localUser(c.req.header("x-actor") ?? "jane")(c, workspace));
beforeAll(async () => {
  house = await openHouse(undefined, (given) => (options = { ...given, identify, rate: { burst: 100, perSecond: 1 } }));
});
afterAll(async () => house.close());

const secret = "s3cr3t-0f-s0mebody";
const signed = { Authorization: `Bearer ${secret}`, Cookie: `session=${secret}` };

test("nothing that a caller sends is in the log or in the numbers, wherever it stands", async () => {
  const answers = await Promise.all([
    house.ask(`/workspaces/acme/assets?license=${secret}`, { headers: signed }),
    house.ask(`/workspaces/acme/assets/${secret}`, { headers: signed }),
    house.ask(`/workspaces/acme/assets?${secret}=${secret}`, { headers: signed }),
    house.ask(`/${secret}`, { headers: signed }),
    house.ask("/workspaces", { method: "POST", headers: { ...signed, "Content-Type": secret }, body: secret }),
    house.ask("/workspaces/acme/ask", json({ use: secret, in: [secret] }, { ...signed, "Idempotency-Key": secret })),
    house.ask("/workspaces/acme/evidence", { method: "POST", headers: { ...signed, "Content-Type": "text/plain" }, body: secret }),
    house.ask(`/workspaces/acme/runs/1/events`, { headers: { ...signed, "Last-Event-ID": secret } }),
  ]);
  expect(answers.map((each) => each.status)).toEqual([200, 404, 422, 404, 415, 422, 201, 404]);
  expect(house.log.length).toBeGreaterThanOrEqual(answers.length);
  expect(JSON.stringify(house.log)).not.toContain(secret);
  expect(await (await house.ask("/metrics", { headers: signed })).text()).not.toContain(secret);
});

test("a bug is told to the log by its place, and to the caller by the name of the request alone", async () => {
  const away = vi.spyOn(options.store, "ready").mockRejectedValue(new Error(secret));
  const response = await house.ask("/ready");
  away.mockRestore();
  const body = (await response.json()) as { readonly request: string };
  expect(response.status).toBe(500);
  expect(body.request).toBe(response.headers.get("x-request-id"));
  const [line] = house.bugs;
  expect(line).toMatchObject({ request: body.request, bug: "Error" });
  expect(JSON.stringify([body, line])).not.toContain(secret);
});

test("each request is one line, by its route", async () => {
  await house.ask("/workspaces/acme/parties/acme", { headers: signed });
  expect(house.log.at(-1)).toMatchObject({ method: "GET", route: "/workspaces/{workspace}/parties/{id}", status: 200, actor: "jane", workspace: "acme" });
  const numbers = await (await house.ask("/metrics", { headers: signed })).text();
  expect(numbers).toContain('cleartitle_http_requests_total{method="GET",route="/workspaces/{workspace}/parties/{id}",status="200"} 1');
});

test.each(["/catalogue", "/catalogue/names", "/catalogue/instruments/MIT", "/catalogue/laws?limit=2", "/catalogue/positions?verified=primary"])("whoever has %s already is told so, and nobody else", async (path) => {
  const whole = await house.ask(path, { headers: signed });
  const [tag, text] = [whole.headers.get("etag")!, await whole.text()];
  expect(tag).toBe(`"${sha256(text)}"`);
  const again = async (had: string, method = "GET") => {
    const response = await house.ask(path, { method, headers: { ...signed, "If-None-Match": had } });
    return [response.status, response.headers.get("etag"), response.headers.get("content-type"), await response.text()];
  };
  const same = [304, tag, null, ""];
  for (const had of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) expect([had, await again(had)]).toEqual([had, same]);
  expect(await again(tag, "HEAD")).toEqual(same);
  for (const had of ['"other"', tag.slice(1, -1), ""]) expect([had, await again(had)]).toEqual([had, [200, tag, "application/json; charset=utf-8", text]]);
  expect((await house.ask(path, { headers: { "If-None-Match": tag } })).status).toBe(401);
});

test("the state of records is no word on a whole answer: what was read of it is answered again", async () => {
  const first = await house.ask("/workspaces/acme/releases", { headers: signed });
  expect((await house.ask("/workspaces/acme/releases", { headers: { ...signed, "If-None-Match": first.headers.get("etag")! } })).status).toBe(200);
});

test("who is nobody is told so, and who asks too much is held back", async () => {
  expect((await house.ask("/workspaces/acme")).status).toBe(401);
  const statuses: number[] = [];
  const busy = { ...signed, "X-Actor": "busy" };
  for (let times = 0; times < 101; times += 1) statuses.push((await house.ask("/catalogue", { headers: busy })).status);
  expect([statuses.slice(0, 100).every((each) => each === 200), statuses[100]]).toEqual([true, 429]);
  expect((await house.ask("/catalogue", { headers: busy })).headers.get("retry-after")).toBe("1");
  expect((await house.ask("/catalogue", { headers: signed })).status).toBe(200);
});

const queued = (name: string) => options.queue.enqueue("acme", { kind: "nothing", name, payload: {} }, { by: "jane", at: "2026-03-01T09:00:00.000Z" });
const now = "2026-03-01T09:00:01.000Z";
const claimed = async () => (await options.queue.claim("acme", { now, until: "2026-03-01T10:00:00.000Z", limits: new Map([["nothing", 9]]) }))!;

describe("a run", () => {
  test("tells what happened to it, from where somebody left off, and ends with it", async () => {
    const { number } = await queued("one");
    const { lease } = await claimed();
    const stream = await house.ask(`/workspaces/acme/runs/${number}/events`, { headers: signed });
    expect(stream.headers.get("content-type")).toBe("text/event-stream");
    await options.queue.finish(lease, now, { told: true });
    const told = await stream.text();
    expect([...told.matchAll(/^event: (.+)$/gm)].map((each) => each[1])).toEqual(["queued", "started", "done"]);
    const rest = await (await house.ask(`/workspaces/acme/runs/${number}/events`, { headers: { ...signed, "Last-Event-ID": "2" } })).text();
    expect(rest).toMatch(/^id: 3\nevent: done\n/);
    expect(await (await house.ask(`/workspaces/acme/runs/${number}`, { headers: signed })).json()).toMatchObject({ state: "done", result: { told: true } });
  });

  test("is ended by whoever may, and its stream with the process", async () => {
    const { number } = await queued("two");
    const stream = await house.ask(`/workspaces/acme/runs/${number}/events`, { headers: signed });
    const told = stream.text();
    expect(await (await house.ask(`/workspaces/acme/runs/${number}/cancel`, { method: "POST", headers: signed })).json()).toMatchObject({ state: "cancelled" });
    expect(await told).toContain("event: cancelled");
    const waiting = (await queued("three")).number;
    const open = (await house.ask(`/workspaces/acme/runs/${waiting}/events`, { headers: signed })).text();
    house.api.end();
    expect(await open).toContain("event: queued");
    expect((await house.ask("/ready")).status).toBe(503);
    expect((await house.ask("/health")).status).toBe(200);
  });
});
