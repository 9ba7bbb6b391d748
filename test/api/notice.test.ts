import { afterAll, beforeAll, expect, it } from "vitest";
import { json, openHouse, type House } from "./house.js";

let house: House;
beforeAll(async () => {
  house = await openHouse("examples/synthetic-medical/cleartitle.yaml");
});
afterAll(async () => house.close());

// Of whichever route: each test knows the form of its own.
const body = async (path: string, init?: RequestInit): Promise<any> => (await house.ask(path, init)).json();
const below = (path: string): string => `/api/v1/workspaces/acme${path}`;

async function reviewed(): Promise<{ readonly found: number; readonly fresh: number }> {
  const response = await house.ask(below("/reviews"), { method: "POST" });
  expect(response.status).toBe(202);
  const run = response.headers.get("location")!;
  await expect.poll(async () => (await body(run)).state, { timeout: 60_000 }).toBe("done");
  return (await body(run)).result;
}

it("looks what time has brought, keeps it once, and gives it in pages", async () => {
  const first = await reviewed();
  expect(first.fresh).toBe(first.found);
  expect((await reviewed()).fresh).toBe(0);
  const seen: { readonly number: number; readonly kind: string }[] = [];
  for (let cursor = ""; ; ) {
    const { items, next } = await body(below(`/notices?limit=2${cursor}`));
    seen.push(...items);
    if (next === null) break;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  expect(seen.map((each) => each.number)).toEqual(Array.from({ length: first.found }, (_, i) => i + 1));
  expect(seen.length).toBeGreaterThan(2);
  const page = await body(below("/notices?limit=2&order=newest"));
  const next = await body(below(`/notices?limit=1000&order=newest&cursor=${encodeURIComponent(page.next)}`));
  expect([...page.items, ...next.items]).toEqual(seen.toReversed());
  expect(next.next).toBeNull();
});

it("gives days as a calendar to whoever has the address, until it is ended", async () => {
  await reviewed();
  const { number, address } = await body(below("/calendars"), json({}));
  const response = await house.ask(address);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(await response.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*UID:[0-9a-f]{64}@clear/);
  expect(JSON.stringify(await body(below("/subscriptions")))).not.toContain(address.split("/").at(-1));
  const wrong = [address.slice(0, -1), address.replace("/acme/", "/empty/"), address.replace(`/${number}/`, "/999/"), address.replace("/acme/", "/nowhere/")];
  const refused = await Promise.all(wrong.map((each: string) => body(each)));
  expect(new Set(refused.map(({ status, detail }) => `${status} ${detail}`))).toEqual(new Set(["404 there is no such calendar"]));
  expect((await house.ask(below(`/subscriptions/${number}`), { method: "DELETE" })).status).toBe(204);
  expect((await house.ask(address)).status).toBe(404);
});

it("takes and ends subscriptions, and tells a secret once", async () => {
  const made = await body(below("/subscriptions"), json({ channel: "webhook", address: "https://acme.example/hook", kinds: ["term-ends"] }));
  const changed = await body(below(`/subscriptions/${made.number}/secret`), { method: "POST" });
  expect([made.secret.length > 40, changed.secret.length > 40, made.secret === changed.secret]).toEqual([true, true, false]);
  const listed = await body(below("/subscriptions"));
  expect(listed.items).toContainEqual(expect.objectContaining({ number: made.number, person: "jane", channel: "webhook", kinds: ["term-ends"], endedAt: null }));
  for (const secret of [made.secret, changed.secret]) expect(JSON.stringify(listed)).not.toContain(secret);
  expect(await body(below("/subscriptions"), json({ channel: "mail", address: "jane@acme.example" }))).toMatchObject({ secret: null });
});

it.each([
  ["an address that is none", { channel: "mail", address: "jane@acme.example, john@acme.example" }, "bad-value"],
  ["a file", { channel: "webhook", address: "file:///etc/passwd" }, "bad-value"],
  ["the number of a private host", { channel: "webhook", address: "https://10.0.0.7/hook" }, "bad-value"],
  ["this machine", { channel: "webhook", address: "https://localhost:8443/hook" }, "bad-value"],
  ["a kind that is none", { channel: "mail", address: "jane@acme.example", kinds: ["everything"] }, "unknown-name"],
  ["a channel that is none", { channel: "fax", address: "1" }, "unknown-name"],
])("refuses %s", async (_, subscription, code) => {
  const response = await house.ask(below("/subscriptions"), json(subscription));
  const { problems } = (await response.json()) as { readonly problems: readonly { readonly code: string }[] };
  expect([response.status, problems[0]?.code]).toEqual([422, code]);
});

it.each([
  ["reviews", undefined],
  ["subscriptions", { channel: "mail", address: "jane@acme.example" }],
  ["calendars", {}],
])("has no %s of a workspace that is not there", async (what, asked) => {
  const { status, problems } = await body(`/api/v1/workspaces/nowhere/${what}`, asked === undefined ? { method: "POST" } : json(asked));
  expect([status, problems[0].message]).toEqual([404, "there is no workspace `nowhere`"]);
});

it("met no bug in any of this", () => expect(house.bugs).toEqual([]));
