import { keptApiToken, newApiToken, newSecret, keptSecret, forgeryGuardOf, type Role, roleNames, roles } from "@cleartitle/access";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPeopleHouse, origin, type PeopleHouse } from "./people-house.js";

/** Every route × every role × whatever else somebody may come with. What is asked of each comes from the route's own definition and from the table of roles. */
let house: PeopleHouse;
const people = {} as Record<Role, string>;
const tokens = {} as Record<"expired" | "ended" | "other", string>;
const cookies = {} as Record<Role, Readonly<Record<string, string>>>;
const hand = { by: "test", at: "2026-03-01T00:00:00.000Z" };

async function sessionOf(person: string): Promise<Readonly<Record<string, string>>> {
  const secret = newSecret();
  await house.rooms.sessions.start(keptSecret(secret), { id: keptSecret(secret), person }, house.backing.now(), null);
  return { Cookie: `__Host-cleartitle-session=${secret}`, "X-Cleartitle-Guard": forgeryGuardOf(secret), Origin: origin };
}

async function tokenOf(workspace: string, expiresAt: string): Promise<{ readonly text: string; readonly id: string }> {
  const text = newApiToken();
  const { id } = await house.rooms.tokens.make(keptApiToken(text)!, { workspace, person: people.admin, name: "t", scopes: [...roles.admin.permissions], expiresAt }, hand);
  return { text, id };
}

beforeAll(async () => {
  house = await openPeopleHouse();
  for (const role of roleNames) {
    ({ id: people[role] } = await house.rooms.people.add({ name: role, email: null }, hand));
    await house.rooms.memberships.set("acme", people[role], [role], hand, "");
    cookies[role] = await sessionOf(people[role]);
  }
  await house.rooms.memberships.set("empty", people.admin, ["admin"], hand, "");
  tokens.expired = (await tokenOf("acme", "2026-03-02T09:00:00.000Z")).text;
  tokens.other = (await tokenOf("empty", "2027-01-01T00:00:00.000Z")).text;
  const { text, id } = await tokenOf("acme", "2027-01-01T00:00:00.000Z");
  tokens.ended = text;
  await house.rooms.tokens.end("acme", id, hand);
});
afterAll(async () => house.close());

type Route = PeopleHouse["api"]["routes"][number];
const filled = ({ path }: Route, workspace: string): string => path.replace("{workspace}", workspace).replace(/\{\w+\}/g, "1");

/** What comes of asking, as far as it is about who asks. */
async function outcome(route: Route, headers: Readonly<Record<string, string>>, workspace = "acme"): Promise<"unauthenticated" | "forbidden" | "no workspace" | "let through"> {
  const response = await house.ask(filled(route, workspace), { method: route.method.toUpperCase(), headers });
  if (response.status < 400) return (void response.body?.cancel(), "let through");
  const { problems = [] } = (await response.json().catch(() => ({}))) as { readonly problems?: readonly { readonly code: string; readonly message: string }[] };
  const [first] = problems;
  if (first?.code === "unauthenticated" && !/login or password|the code|no such code|began no sign-in/.test(first.message)) return "unauthenticated";
  // Whose a run is, is another question than who may end runs (`long-ask.test.ts`).
  if (first?.code === "forbidden" && !first.message.startsWith("somebody else asked")) return "forbidden";
  return (first?.message ?? "").startsWith("there is no workspace") ? "no workspace" : "let through";
}

const isOfWorkspace = ({ path }: Route): boolean => path.startsWith("/workspaces/{workspace}");
const allowed = (role: Role, { needs }: Route): boolean => needs === "anyone" || needs === "signed-in" || (roles[role].permissions as readonly string[]).includes(needs);
const named = (route: Route): string => `${route.method.toUpperCase()} ${route.path}`;
/** Of every route what came of it; told together, so that a failure shows all that differ. */
async function over(what: (route: Route) => Promise<string>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const route of house.api.routes) found[named(route)] = await what(route);
  return found;
}
const expected = (what: (route: Route) => string): Record<string, string> => Object.fromEntries(house.api.routes.map((route) => [named(route), what(route)]));

describe("every route", () => {
  test("says what it needs, in a table that is read by people", async () => {
    const rows = house.api.routes.map((route) => `| \`${named(route)}\` | ${route.needs} | ${roleNames.filter((role) => allowed(role, route)).join(", ")} |`);
    const heading = "# Who may do what\n\nMade from the routes themselves (`test/api/permission-table.test.ts`), below `/api/v1`.\n\n| route | needs | roles |\n| --- | --- | --- |\n";
    await expect(`${heading}${rows.toSorted().join("\n")}\n`).toMatchFileSnapshot("../../docs/permissions.md");
    expect(rows.length).toBeGreaterThan(40);
  });
  test.each(roleNames)("lets %s do what the role may, and nothing else", async (role) => {
    const come = (route: Route) => (route.path === "/session" || route.path.startsWith("/sessions") ? sessionOf(people[role]) : Promise.resolve(cookies[role]));
    expect(await over(async (route) => outcome(route, await come(route)))).toEqual(expected((route) => {
      // Of no workspace is what makes another one, and the catalogue: for whoever may in any.
      return allowed(role, route) ? "let through" : "forbidden";
    }));
  });
  test("shows nobody a workspace that is not theirs, nor one that is not there", async () => {
    for (const workspace of ["empty", "nowhere"]) {
      expect(await over((route) => (isOfWorkspace(route) ? outcome(route, cookies.counsel, workspace) : Promise.resolve("")))).toEqual(expected((route) => (isOfWorkspace(route) ? "no workspace" : "")));
    }
  });
  test("lets no token of one workspace into another", async () => {
    const headers = { Authorization: `Bearer ${tokens.other}` };
    expect(await over((route) => (isOfWorkspace(route) ? outcome(route, headers) : Promise.resolve("")))).toEqual(expected((route) => (isOfWorkspace(route) ? "no workspace" : "")));
  });
  const strangers: readonly (readonly [string, () => Readonly<Record<string, string>>])[] = [
    ["with nothing", () => ({})],
    ["with a session that nobody began", () => ({ Cookie: `__Host-cleartitle-session=${newSecret()}` })],
    ["with the cookie of another kind of server", () => ({ Cookie: `cleartitle-session=${(cookies.admin["Cookie"] ?? "").split("=")[1]}` })],
  ];
  test.each(strangers)("tells who comes %s to sign in", async (_, headers) => {
    expect(await over((route) => outcome(route, headers()))).toEqual(expected(({ needs }) => (needs === "anyone" ? "let through" : "unauthenticated")));
  });
  const forged: readonly (readonly [string, () => string])[] = [
    ["that is over", () => `Bearer ${tokens.expired}`],
    ["that was ended", () => `Bearer ${tokens.ended}`],
    ["that nobody made", () => `Bearer ${newApiToken()}`],
    ["with one sign changed", () => `Bearer ${tokens.other.slice(0, -1)}${tokens.other.endsWith("0") ? "1" : "0"}`],
    ["of another form", () => "Basic amFuZTpzZWNyZXQ="],
    ["that is empty", () => "Bearer "],
  ];
  test.each(forged)("stops a token %s, whatever session comes with it", async (_, authorization) => {
    expect(await over((route) => outcome(route, { ...cookies.admin, Authorization: authorization() }))).toEqual(expected(({ needs }) => (needs === "anyone" ? "let through" : "unauthenticated")));
  });
  test("changes nothing for a session whose page shows no guard", async () => {
    const { Cookie = "" } = cookies.admin;
    expect(await over((route) => outcome(route, { Cookie }))).toEqual(expected((route) => {
      if (route.method !== "get" && route.needs !== "anyone") return "forbidden";
      return allowed("admin", route) ? "let through" : "forbidden";
    }));
  });
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
