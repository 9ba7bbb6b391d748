import type { Page } from "playwright-core";
import { expect } from "vitest";
import { Browser, openPeopleHouse, password, type PeopleHouse } from "../api/people-house.js";
import { freePort } from "../store/free-port.js";
import { journeys } from "./journey.js";
import { openWebHouse, type WebHouse } from "./web-house.js";

let people: PeopleHouse;

/** A server that browsers know by the name that it has on this machine. */
async function open(): Promise<WebHouse> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  return openWebHouse(async () => (people = await openPeopleHouse(null, origin)), origin, port);
}

const journey = journeys(open);

/** The page as the first person of the house has it, who administers `acme`. */
async function signedIn(page: Page, { url }: WebHouse): Promise<void> {
  const browser = new Browser(people, new URL(url).origin);
  await browser.told("POST", "/first-start", { code: people.code, name: "Jane", login: "jane@example.org", password, workspace: "acme" });
  await page.context().addCookies([...browser.jar].map(([name, value]) => ({ name, value, url })));
}

journey("somebody is taken in with roles and a code, the roles are changed; a token is made and ended", async (page, { go, house, look }) => {
  await signedIn(page, house);
  // By way of a screen that calls people by their names: both ask the same of the server.
  await go("/w/acme/review");
  await page.getByText("Nothing waits for a second pair of eyes").waitFor();
  await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Settings" }).click();
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "People" }).click();
  const list = page.getByRole("region", { name: "People" });
  await list.getByText("(you)").waitFor();
  await page.getByLabel("Name", { exact: true }).fill("<b>Sam</b> ‮gnitset");
  await page.getByRole("group", { name: "Roles", exact: true }).getByLabel("counsel").check();
  await page.getByRole("button", { name: "Take in" }).click();
  await page.getByText(/Code, told once/).waitFor();
  const sam = list.getByRole("row").filter({ hasText: "<b>Sam</b>" });
  expect(await sam.innerText()).toContain("viewer, counsel");
  await sam.getByRole("button", { name: /^Change the roles/ }).click();
  await sam.getByLabel("approver").check();
  await look();
  await sam.getByRole("button", { name: "Save" }).click();
  await sam.getByText("viewer, counsel, approver").waitFor();
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Tokens" }).click();
  await page.getByText("There is no token yet.").waitFor();
  await page.getByLabel("What it is for").fill("CI");
  await page.getByLabel("Until").fill("2026-03-20");
  await page.getByRole("button", { name: "Make the token" }).click();
  await page.getByText(/Token, told once/).waitFor();
  await page.getByRole("button", { name: "End the token CI" }).click();
  await page.getByRole("region", { name: "Tokens" }).getByText("ended 2026-03-02").waitFor();
});

journey("one is told by a webhook whose secret is told once, until it is ended", async (page, { go, house }) => {
  expect((await people.rooms.memberships.members("acme")).map(({ name }) => name)).toContain("Jane");
  const browser = new Browser(people, new URL(house.url).origin);
  await browser.told("POST", "/session", { login: "jane@example.org", password });
  await page.context().addCookies([...browser.jar].map(([name, value]) => ({ name, value, url: house.url })));
  await go("/w/acme/settings?show=notices");
  await page.getByText("Nobody is told yet.").waitFor();
  await page.getByLabel("Address").fill("https://hooks.example/title");
  await page.getByRole("button", { name: "Subscribe" }).click();
  await page.getByText(/What signs each message, told once/).waitFor();
  const made = await page.locator("form .secret").innerText();
  await page.getByRole("button", { name: "Change the secret of subscription 1" }).click();
  await page.getByText(/The old one signs as well for a week/).waitFor();
  expect(await page.getByRole("region", { name: "Subscriptions" }).locator(".secret").innerText()).not.toBe(made);
  await page.reload();
  await page.getByRole("button", { name: "End subscription 1" }).waitFor();
  expect(await page.locator(".secret").count()).toBe(0);
  await page.getByRole("button", { name: "End subscription 1" }).click();
  await page.getByRole("region", { name: "Subscriptions" }).getByText(/^ended /).waitFor();
}, { width: 390 });
