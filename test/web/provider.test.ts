import { Provider } from "@cleartitle/server";
import { afterAll, beforeAll, expect } from "vitest";
import { firstPerson, openPeopleHouse, type PeopleHouse } from "../api/people-house.js";
import { startProvider, type TestProvider } from "../api/provider.js";
import { freePort } from "../store/free-port.js";
import { journeys } from "./journey.js";
import { openWebHouse, type WebHouse } from "./web-house.js";

let provider: TestProvider;
let port: number;
beforeAll(async () => {
  port = await freePort();
  provider = await startProvider(`http://127.0.0.1:${port}/api/v1/sign-in/provider/back`);
  provider.claims["ann"] = { name: "Ann", email: "ann@example.org", email_verified: true, groups: ["legal"] };
});
afterAll(() => provider.stop());

/** A server at which people sign in at a provider, whose rules make who is of its legal department counsel. */
async function open(): Promise<WebHouse> {
  const origin = `http://127.0.0.1:${port}`;
  const { issuer, clientId, clientSecret } = provider;
  const rules = [{ claim: "groups", value: "legal", workspace: "acme", roles: ["counsel"] }] as const;
  const at = new Provider({ issuer, clientId, clientSecret, scopes: ["profile", "email", "groups"], rules }, `${origin}/api/v1/sign-in/provider/back`);
  let people: PeopleHouse;
  const house = await openWebHouse(async () => (people = await openPeopleHouse(at, origin)), origin, port);
  await firstPerson(people!);
  return house;
}

/** Whoever is not signed in is told so by the API, and the console says that a request failed. */
const strangers = [/^answer 401: GET \/api\/v1\/session$/, /^console: Failed to load resource/];
const journey = journeys(open);

journey("somebody signs in at a provider, comes back to where they were, and has the role that its rules give", async (page, { go, look }) => {
  // Pages of the test's provider ask for a font of others.
  await page.route(/^https:/, (route) => route.fulfill({ body: "" }));
  await go("/w/acme/assets?kind=model");
  await look();
  await page.getByRole("link", { name: "Sign in at the provider" }).click();
  // The provider's own pages: who one is, and what is told of one.
  await page.locator("input[name=login]").fill("ann");
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.locator("button[type=submit]").click();
  await page.getByRole("heading", { name: "Assets" }).waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/w/acme/assets?kind=model");
  await go("/w/acme/profile");
  await page.getByText("counsel", { exact: false }).first().waitFor();
}, { expects: strangers });
