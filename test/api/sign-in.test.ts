import { guesserAt, keptSecret } from "@cleartitle/access";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Browser, firstPerson, joined, openPeopleHouse, origin, password, type PeopleHouse } from "./people-house.js";

let house: PeopleHouse;
let admin: Browser;
let jane: string;
beforeAll(async () => {
  house = await openPeopleHouse();
});
afterAll(async () => {
  await house.close();
});

test("by a provider there is none here", async () => expect((await new Browser(house).send("GET", "/sign-in/provider")).status).toBe(422));

describe("the first person", () => {
  const wish = { name: "Jane", login: "Jane@example.org", password, workspace: "acme" };
  test.each<[string, object, number, string]>([
    ["a wrong code", { code: "AAAAA-AAAAA-AAAAA-AAAAA" }, 401, "unauthenticated"],
    ["no code", { code: "" }, 401, "unauthenticated"],
    ["a password that can be guessed", { password: "passwordpassword1" }, 422, "bad-value"],
    ["a workspace that cannot be named so", { workspace: "Acme" }, 422, "bad-value"],
  ])("is not made with %s", async (_, change, status, code) => {
    const told = await new Browser(house).told("POST", "/first-start", { ...wish, code: house.code, ...change });
    expect([told["status"], told["problems"][0].code]).toEqual([status, code]);
    expect(JSON.stringify(told)).not.toContain(house.code);
  });
  test("is made with the code that was printed, once, administers the workspace, and is signed in", async () => {
    ({ browser: admin, person: jane } = await firstPerson(house));
    expect(await admin.told("GET", "/session")).toMatchObject({ status: 200, person: jane, name: "Jane", by: "session", workspaces: [{ workspace: "acme", roles: ["admin"] }] });
    expect(await new Browser(house).told("POST", "/first-start", { ...wish, code: house.code })).toMatchObject({ status: 401 });
    // Like every workspace that is made over the API it is looked through each day.
    expect(await house.backing.queue.workspacesWithWork("2026-03-03T05:30:00.000Z")).toEqual(["acme"]);
  });
});

describe("a session", () => {
  test("has a cookie that no script reads, of this host alone, and no secret in its answer", async () => {
    const response = await new Browser(house).send("POST", "/session", { login: " JANE@example.org", password });
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-cleartitle-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(await response.text()).not.toContain(cookie.slice(26, 69));
  });
  test("changes with each sign-in, and the one before is over", async () => {
    const browser = new Browser(house);
    await browser.send("POST", "/session", { login: "jane@example.org", password });
    const old = [...browser.jar];
    await browser.send("POST", "/session", { login: "jane@example.org", password });
    expect([...browser.jar]).not.toEqual(old);
    const thief = new Browser(house);
    for (const [name, value] of old) thief.jar.set(name, value);
    expect((await thief.send("GET", "/session")).status).toBe(401);
  });
  test.each<[string, Readonly<Record<string, string>>, number]>([
    ["as our page sends it", {}, 200],
    ["without the guard", { "X-Cleartitle-Guard": "" }, 403],
    ["with another guard", { "X-Cleartitle-Guard": "x".repeat(43) }, 403],
    ["from another site", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["from a neighbor", { "Sec-Fetch-Site": "same-site" }, 403],
    ["from another origin", { Origin: "https://evil.test" }, 403],
  ])("changes something %s: %i", async (_, headers, status) => {
    expect((await admin.send("PUT", `/workspaces/acme/people/${jane}/roles`, { roles: ["admin"] }, headers)).status).toBe(status);
  });
  test("ends by signing out, in the browser and at the server", async () => {
    const browser = new Browser(house);
    await browser.send("POST", "/session", { login: "jane@example.org", password });
    const copy = new Browser(house);
    for (const [name, value] of browser.jar) copy.jar.set(name, value);
    expect((await browser.send("DELETE", "/session")).status).toBe(204);
    expect(browser.jar.size).toBe(0);
    expect((await copy.send("GET", "/session")).status).toBe(401);
  });
  test("ends from elsewhere, and after an hour or a working day", async () => {
    const [one, other] = [new Browser(house), new Browser(house)];
    for (const each of [one, other]) await each.send("POST", "/session", { login: "jane@example.org", password });
    const { items } = await other.told("GET", "/sessions");
    expect(items.filter(({ isThis }: { readonly isThis: boolean }) => isThis)).toHaveLength(1);
    for (const { id } of items.filter(({ isThis }: { readonly isThis: boolean }) => !isThis)) await other.send("DELETE", `/sessions/${id}`);
    expect([(await one.send("GET", "/session")).status, (await other.send("GET", "/session")).status]).toEqual([401, 200]);
    expect((await other.send("DELETE", "/sessions/nothing")).status).toBe(404);
    const seen: number[] = [];
    for (let hour = 0; hour < 13; hour++) {
      house.moveOn(59);
      seen.push((await other.send("GET", "/session")).status);
    }
    expect(seen).toEqual([...Array<number>(12).fill(200), 401]);
    await admin.send("POST", "/session", { login: "jane@example.org", password });
    house.moveOn(60);
    expect((await admin.send("GET", "/session")).status).toBe(401);
    await admin.send("POST", "/session", { login: "jane@example.org", password });
  });
});

const wrong = async (login: string, from = "198.51.100.9"): Promise<Record<string, any>> => {
  house.from(from);
  const { request: _, ...told } = await new Browser(house).told("POST", "/session", { login, password: "not the password of anybody" });
  house.from("203.0.113.7");
  return told;
};
/** As if somebody had tried so often before: each real try costs what a password costs. */
const tried = (key: string, count: number) => house.rooms.sessions.countTry(keptSecret(key), () => ({ count, lastAt: house.backing.now(), lockedUntil: null }));

describe("signing in", () => {
  test("tells nobody which logins there are", async () => {
    expect(await wrong("jane@example.org")).toEqual(await wrong("nobody@example.org"));
    expect(await wrong("jane@example.org")).toMatchObject({ status: 401, detail: "login or password is wrong" });
  });
  test.each([["that is there", "jane@example.org"], ["that is not there", "ghost@example.org"]])("stops guesses at an account %s, from wherever they come, and lets in after a while", async (_, login) => {
    await tried(`account:${login}`, 4);
    const statuses: unknown[] = [];
    for (let n = 0; n < 3; n++) statuses.push((await wrong(login, `198.51.100.${n}`))["status"]);
    expect(statuses).toEqual([401, 401, 429]);
    const locked = await new Browser(house).send("POST", "/session", { login: login.toUpperCase(), password });
    expect([locked.status, Number(locked.headers.get("retry-after"))]).toEqual([429, 30]);
    house.moveOn(0.5);
    expect((await new Browser(house).send("POST", "/session", { login, password })).status).toBe(login.startsWith("jane") ? 201 : 401);
  });
  test("stops one line that tries many accounts, and no other", async () => {
    await tried(`address:${guesserAt("2001:db8::1")}`, 29);
    const statuses: unknown[] = [];
    for (let n = 0; n < 3; n++) statuses.push((await wrong(`somebody${n}@example.org`, `2001:db8::${n + 1}`))["status"]);
    expect(statuses).toEqual([401, 401, 429]);
    expect((await wrong("another@example.org", "2001:db8:0:1::1"))["status"]).toBe(401);
  });
  test.each<[string, Readonly<Record<string, string>>]>([["another origin", { Origin: "https://evil.test" }], ["another site", { "Sec-Fetch-Site": "cross-site" }]])("is not made by a page of %s", async (_, headers) => {
    expect((await new Browser(house).send("POST", "/session", { login: "jane@example.org", password }, headers)).status).toBe(403);
  });
  test("is told to auditors, and what was typed is not", async () => {
    const { browser } = await joined(house, admin, "auditor", ["auditor"]);
    const { items } = await browser.told("GET", "/workspaces/acme/audit?limit=1000");
    const kinds = new Set(items.map(({ what }: { readonly what: string }) => what));
    for (const what of ["signed-in", "signed-out", "sign-in-failed", "password-set", "roles-set", "invited"]) expect(kinds).toContain(what);
    expect(JSON.stringify(items)).not.toMatch(/not the password|herbst|ghost/);
  });
});

describe("people", () => {
  test("are taken in by a code, once; choose a password that cannot be guessed; and are in that workspace alone", async () => {
    const { code, person } = await admin.told("POST", "/workspaces/acme/people", { name: "Joe", roles: ["counsel"] });
    const browser = new Browser(house);
    expect((await browser.send("POST", "/invitation", { code, login: "joe", password: "joe joe joe joe joe" })).status).toBe(422);
    expect((await browser.send("POST", "/invitation", { code: "AAAAA", login: "joe", password })).status).toBe(401);
    // Whoever has no code learns nothing of logins, and whoever has one keeps it.
    expect((await browser.send("POST", "/invitation", { code: "AAAAA", login: "jane@example.org", password })).status).toBe(401);
    expect((await browser.send("POST", "/invitation", { code, login: "jane@example.org", password })).status).toBe(409);
    expect(await browser.told("POST", "/invitation", { code: String(code).toLowerCase(), login: "joe", password })).toMatchObject({ status: 201, person });
    expect((await new Browser(house).send("POST", "/invitation", { code, login: "joe2", password })).status).toBe(401);
    expect([(await browser.send("GET", "/workspaces/acme/people")).status, (await browser.send("GET", "/workspaces/empty")).status]).toEqual([200, 404]);
  });
  test("change their password, and every session before is over", async () => {
    const { browser } = await joined(house, admin, "kim", ["viewer"]);
    const other = new Browser(house);
    await other.send("POST", "/session", { login: "kim@example.org", password });
    const next = "oktober fenster wolle";
    expect((await browser.send("PUT", "/password", { login: "kim@example.org", current: "wrong one entirely", password: next })).status).toBe(401);
    expect((await browser.send("PUT", "/password", { login: "jane@example.org", current: password, password: next })).status).toBe(401);
    expect((await browser.send("PUT", "/password", { login: "kim@example.org", current: password, password: next })).status).toBe(200);
    expect([(await other.send("GET", "/session")).status, (await browser.send("GET", "/session")).status]).toEqual([401, 200]);
    expect((await other.send("POST", "/session", { login: "kim@example.org", password })).status).toBe(401);
  });
  test("get no new password from who administers only one of their workspaces", async () => {
    const { person } = await joined(house, admin, "lee", ["viewer"]);
    const given = await admin.told("POST", `/workspaces/acme/people/${person}/invitation`);
    expect(given["status"]).toBe(201);
    await house.rooms.memberships.set("empty", person, ["viewer"], { by: "test", at: "2026-03-01T00:00:00.000Z" }, "admin");
    expect((await admin.told("GET", "/workspaces"))["items"]).toEqual([{ id: "acme", roles: ["admin"] }]);
    expect((await admin.send("POST", `/workspaces/acme/people/${person}/invitation`)).status).toBe(403);
    // Nor by a code from before.
    expect((await new Browser(house).send("POST", "/invitation", { code: given["code"], login: "lee@example.org", password })).status).toBe(401);
    expect((await admin.send("POST", "/workspaces/acme/people/nobody/invitation")).status).toBe(404);
  });
  test("lose at once what their roles no longer give, their tokens too, and the last who gives roles stays", async () => {
    const { browser, person } = await joined(house, admin, "max", ["engineer"]);
    const { token } = await browser.told("POST", "/workspaces/acme/tokens", { name: "build", scopes: ["records:read", "imports:write"], expiresAt: "2026-06-01T00:00:00Z" });
    const program = new Browser(house);
    const asked = (path: string) => program.send("GET", path, undefined, { Authorization: `Bearer ${token}` }).then(({ status }) => status);
    await house.rooms.memberships.set("empty", person, ["viewer"], { by: "test", at: "2026-03-01T00:00:00.000Z" }, "admin");
    const mine = (headers: Readonly<Record<string, string>>) => browser.told("GET", "/workspaces", undefined, headers).then((told) => told["items"].map((each: { id: string }) => each.id) as string[]);
    expect([await mine({}), await mine({ Authorization: `Bearer ${token}` })]).toEqual([["acme", "empty"], ["acme"]]);
    const { address } = await browser.told("POST", "/workspaces/acme/calendars", {});
    // Whoever has the address, without signing in.
    const days = () => house.ask(String(address)).then(({ status }) => status);
    expect([await asked("/workspaces/acme/assets"), await days()]).toEqual([200, 200]);
    await admin.send("PUT", `/workspaces/acme/people/${person}/roles`, { roles: ["licensor"] });
    expect([await asked("/workspaces/acme/assets"), (await browser.send("GET", "/workspaces/acme/assets")).status, await days()]).toEqual([404, 403, 404]);
    await admin.send("PUT", `/workspaces/acme/people/${person}/roles`, { roles: [] });
    expect([await asked("/workspaces/acme/assets"), (await browser.send("GET", "/workspaces/acme/assets")).status]).toEqual([404, 404]);
    expect((await admin.send("PUT", `/workspaces/acme/people/${jane}/roles`, { roles: ["viewer"] })).status).toBe(409);
    expect((await admin.send("PUT", "/workspaces/acme/people/nobody/roles", { roles: ["viewer"] })).status).toBe(404);
    expect((await admin.send("PUT", `/workspaces/acme/people/${jane}/roles`, { roles: ["king"] })).status).toBe(422);
  });
});

describe("a token", () => {
  test("is told once, may do what it says at most, and makes no other", async () => {
    const { browser } = await joined(house, admin, "ned", ["engineer"]);
    expect(await browser.told("POST", "/workspaces/acme/tokens", { name: "", scopes: ["people:write", "records:read"], expiresAt: "2036-06-01T00:00:00Z" })).toMatchObject({ status: 422, problems: [{ pointer: "/name" }, { pointer: "/scopes/0", code: "not-allowed" }, { pointer: "/expiresAt" }] });
    expect(await browser.told("POST", "/workspaces/acme/tokens", { name: "half \ud800", scopes: ["records:read"], expiresAt: "2026-06-01T00:00:00Z" })).toMatchObject({ status: 422, problems: [{ code: "bad-value", hint: expect.stringContaining("halves of characters") }] });
    const made = await browser.told("POST", "/workspaces/acme/tokens", { name: "build", scopes: ["records:read", "catalogue:read", "notifications:read"], expiresAt: "2026-06-01T00:00:00Z" });
    const program = new Browser(house);
    const headers = { Authorization: `Bearer ${made["token"]}`, Origin: "https://elsewhere.test", "Sec-Fetch-Site": "cross-site" };
    expect(await program.told("GET", "/session", undefined, headers)).toMatchObject({ by: "token", guard: null, workspaces: [] });
    const statuses: unknown[] = [];
    for (const [method, path, body] of [["GET", "/workspaces/acme/assets"], ["GET", "/workspaces/empty/assets"], ["GET", "/workspaces/acme/people"], ["POST", "/workspaces/acme/tokens", { name: "x", scopes: ["records:read"], expiresAt: "2026-06-01T00:00:00Z" }], ["DELETE", "/session"], ["GET", "/sessions"], ["POST", "/workspaces/acme/calendars", {}]] as const) statuses.push((await program.send(method, path, body, headers)).status);
    expect(statuses).toEqual([200, 404, 403, 403, 403, 403, 403]);
    const telling = await admin.told("POST", "/workspaces/acme/tokens", { name: "telling", scopes: ["notifications:read", "notifications:write"], expiresAt: "2026-06-01T00:00:00Z" });
    const hook = { channel: "webhook", address: "https://acme.example/hook" };
    const { number } = await admin.told("POST", "/workspaces/acme/subscriptions", hook);
    const told = async (path: string, body?: unknown) => (await program.send("POST", path, body, { Authorization: `Bearer ${telling["token"]}` })).status;
    expect([await told("/workspaces/acme/subscriptions", hook), await told(`/workspaces/acme/subscriptions/${number}/secret`)]).toEqual([403, 403]);
    const { items } = await browser.told("GET", "/workspaces/acme/tokens");
    expect(JSON.stringify(items)).not.toContain(made["token"]);
    expect((await admin.told("GET", "/workspaces/acme/tokens"))["items"].length).toBeGreaterThan(items.length);
    expect((await browser.send("DELETE", `/workspaces/acme/tokens/${made["id"]}`)).status).toBe(204);
    expect((await program.send("GET", "/workspaces/acme/assets", undefined, headers)).status).toBe(401);
  });
});

test("every answer says how it is to be treated, whatever it is", async () => {
  for (const path of ["/health", "/session", "/nowhere", "/workspaces/acme"]) {
    const { headers } = await new Browser(house).send("GET", path);
    expect([path, headers.get("content-security-policy"), headers.get("x-content-type-options"), headers.get("cache-control"), headers.get("strict-transport-security")]).toEqual([path, expect.stringContaining("default-src 'none'"), "nosniff", "private, no-cache", expect.stringContaining("max-age")]);
  }
  for (const other of ["https://evil.test", `${origin}:8443`]) expect((await house.api.app.request(`${other}/health`)).status).toBe(421);
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
