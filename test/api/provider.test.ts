import { Provider } from "@cleartitle/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Browser, firstPerson, openPeopleHouse, origin, type PeopleHouse } from "./people-house.js";
import { startProvider, type TestProvider } from "./provider.js";

const back = `${origin}/api/v1/sign-in/provider/back`;
let provider: TestProvider;
let house: PeopleHouse;
let admin: Browser;
beforeAll(async () => {
  provider = await startProvider(back);
  const { issuer, clientId, clientSecret } = provider;
  const rules = [
    { claim: "groups", value: "legal", workspace: "acme", roles: ["counsel"] },
    { claim: "groups", value: "heads", workspace: "acme", roles: ["approver", "admin"] },
    { claim: "email", value: "bob@example.org", workspace: "empty", roles: ["viewer"] },
  ] as const;
  house = await openPeopleHouse(new Provider({ issuer, clientId, clientSecret, scopes: ["profile", "email", "groups"], rules }, back));
  ({ browser: admin } = await firstPerson(house));
  provider.claims["ann"] = { name: "Ann", email: "ann@example.org", email_verified: true, groups: ["legal", "others"] };
  provider.claims["bob"] = { email: "bob@example.org", email_verified: false };
  provider.claims["eve"] = { name: "Jane", email: "jane@example.org", email_verified: true };
});
afterAll(async () => {
  provider.stop();
  await house.close();
});

const leave = async (browser: Browser, returnTo = "/assets?kind=model"): Promise<string> => (await browser.send("GET", `/sign-in/provider?returnTo=${encodeURIComponent(returnTo)}`)).headers.get("location") ?? "";
const arrive = (browser: Browser, address: string, change: (query: URLSearchParams) => void = () => undefined): Promise<Response> => {
  const query = new URL(address).searchParams;
  change(query);
  return browser.send("GET", `/sign-in/provider/back?${query}`, undefined, { "Sec-Fetch-Site": "cross-site" });
};
const signIn = async (as: string): Promise<{ readonly browser: Browser; readonly response: Response }> => {
  const browser = new Browser(house);
  return { browser, response: await arrive(browser, await provider.walk(await leave(browser), as)) };
};

describe("signing in at a provider", () => {
  test("leads there with a code flow, PKCE, state and nonce, and back to where one was", async () => {
    const browser = new Browser(house);
    const url = new URL(await leave(browser));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ response_type: "code", code_challenge_method: "S256", code_challenge: expect.stringMatching(/^[\w-]{43}$/), state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/), redirect_uri: back });
    const { browser: ann, response } = await signIn("ann");
    expect([response.status, response.headers.get("location")]).toEqual([302, "/assets?kind=model"]);
    expect([...ann.jar.keys()]).toEqual(["__Host-cleartitle-session"]);
    expect(await ann.told("GET", "/session")).toMatchObject({ name: "Ann", email: "ann@example.org", workspaces: [{ workspace: "acme", roles: ["counsel"] }] });
  });
  test("is the same person the next time, with the roles that the provider gives by then", async () => {
    const { browser: before } = await signIn("ann");
    const { person } = await before.told("GET", "/session");
    provider.claims["ann"]!["groups"] = ["heads"];
    const { browser: after } = await signIn("ann");
    expect(await after.told("GET", "/session")).toMatchObject({ person, workspaces: [{ roles: ["admin", "approver"] }] });
    provider.claims["ann"]!["groups"] = [];
    const { browser: last } = await signIn("ann");
    expect(await last.told("GET", "/session")).toMatchObject({ person, workspaces: [] });
    expect((await after.send("GET", "/workspaces/acme")).status).toBe(404);
  });
  test("believes a claim that is no list, and no address that the provider does not vouch for; a name or address of somebody else's makes nobody that person", async () => {
    const { browser: bob } = await signIn("bob");
    expect(await bob.told("GET", "/session")).toMatchObject({ name: "bob", email: null, workspaces: [{ workspace: "empty", roles: ["viewer"] }] });
    const { browser: eve } = await signIn("eve");
    const [hers, janes] = [await eve.told("GET", "/session"), await admin.told("GET", "/session")];
    expect([hers["name"], hers["workspaces"], hers["person"] === janes["person"]]).toEqual(["Jane", [], false]);
  });
  test.each<[string, (query: URLSearchParams) => void]>([
    ["another state", (query) => query.set("state", "x".repeat(43))],
    ["no state", (query) => query.delete("state")],
    ["another code", (query) => query.set("code", "x".repeat(43))],
    ["no code", (query) => query.delete("code")],
    ["another issuer", (query) => query.set("iss", "https://evil.test")],
    ["an error in its place", (query) => (query.delete("code"), query.set("error", "access_denied"))],
    ["a state twice", (query) => query.append("state", "x")],
  ])("fails with %s, and no session begins", async (_, change) => {
    const browser = new Browser(house);
    const response = await arrive(browser, await provider.walk(await leave(browser), "ann"), change);
    expect([response.status >= 400 && response.status < 500, browser.jar.has("__Host-cleartitle-session")]).toEqual([true, false]);
  });
  test("works in the browser that began it alone, once, and not for long", async () => {
    const [browser, other] = [new Browser(house), new Browser(house)];
    const address = await provider.walk(await leave(browser), "ann");
    expect((await arrive(other, address)).status).toBe(401);
    await leave(other);
    expect((await arrive(other, address)).status).toBe(401);
    expect((await arrive(browser, address)).status).toBe(302);
    expect((await arrive(browser, address)).status).toBe(401);
    const late = await provider.walk(await leave(browser), "ann");
    house.moveOn(10);
    expect((await arrive(browser, late)).status).toBe(401);
  });
  test.each(["//evil.test", "/\\evil.test", "https://evil.test/", "evil", "/a b", "javascript:alert(1)", `/${"x".repeat(600)}`])("leads back to no place but this server: %s", async (returnTo) => {
    expect((await new Browser(house).send("GET", `/sign-in/provider?returnTo=${encodeURIComponent(returnTo)}`)).status).toBe(422);
  });
  test("at one that is down is told as that", async () => {
    const down = await openPeopleHouse(new Provider({ issuer: "http://127.0.0.1:1", clientId: "c", clientSecret: null, scopes: [], rules: [] }, back));
    const response = await new Browser(down).send("GET", "/sign-in/provider");
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining("does not answer as it should")]);
    await down.close();
  });
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
