import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { openPeopleHouse, password, type PeopleHouse } from "../api/people-house.js";
import { freePort } from "../store/free-port.js";
import { journeys } from "./journey.js";
import { openWebHouse, type WebHouse } from "./web-house.js";

/** A server that browsers know by the name that it has on this machine. */
async function open(): Promise<WebHouse & PeopleHouse> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let people: PeopleHouse;
  const house = await openWebHouse(async () => (people = await openPeopleHouse(null, origin)), origin, port);
  return { ...people!, ...house };
}

/** Whoever is not signed in is told so by the API, and the console says that a request failed. */
const strangers = [/^answer 40[13]: (GET|POST) \/api\/v1\/(session|first-start|invitation)$/, /^answer 40[13]: PUT .*password$/, /^answer 422: /, /^console: Failed to load resource/];
const journey = journeys(open);

async function fill(page: Page | Locator, written: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(written)) await page.getByLabel(label, { exact: true }).fill(text);
}

journey("the first person begins with the code of the terminal, sees the workspace, changes the password, signs out and in again", async (page, { go, house, look }) => {
  await go("/w/acme/profile");
  await page.getByRole("heading", { name: "Begin" }).waitFor();
  await look();
  const written = { "Your name": "Jane", Login: "jane@example.org", Password: password, Workspace: "acme" };
  await fill(page, { ...written, "Code of the terminal": "0000-0000-0000" });
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("alert").waitFor();
  await fill(page, { "Code of the terminal": (house as PeopleHouse & WebHouse).code });
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("heading", { name: "Profile" }).waitFor();
  await page.getByText("this one").waitFor();
  await look();
  await fill(page, { Login: "jane@example.org", "Password now": password, "New password": "winter lampe hand zwei" });
  // The session ends while the form is filled: the way in stands before it, and what was written goes on.
  const { rooms } = house as PeopleHouse & WebHouse;
  const { person } = await page.evaluate<{ person: string }>("fetch('/api/v1/session').then((answer) => answer.json())");
  await rooms.sessions.endOf(person, { by: person, at: "2026-03-02T09:00:00Z" });
  await page.getByRole("button", { name: "Change it" }).click();
  const ended = page.getByRole("dialog", { name: "Your session has ended" });
  await fill(ended, { Login: "jane@example.org", Password: "winter lampe hand drei" });
  await ended.getByRole("button", { name: "Sign in" }).click();
  await ended.getByText("login or password is wrong").waitFor();
  await look();
  await fill(ended, { Password: password });
  await ended.getByRole("button", { name: "Sign in" }).click();
  await ended.waitFor({ state: "hidden" });
  // What the same person begins anew in another tab is taken up without a word.
  expect(await page.evaluate(`fetch("/api/v1/session", { method: "POST", headers: { "Content-Type": "application/json" }, body: ${JSON.stringify(JSON.stringify({ login: "jane@example.org", password }))} }).then(({ status }) => status)`)).toBe(201);
  await page.getByRole("button", { name: "Change it" }).click();
  await page.getByText("The password is changed.").waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await look();
  await fill(page, { Login: "jane@example.org", Password: "winter lampe hand zwei" });
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Ask" }).waitFor();
}, { expects: strangers });

journey("a code that is none is told where passwords are chosen", async (page, { go }) => {
  await go("/enter");
  await fill(page, { Code: "1111-2222-3333", Login: "sam@example.org", Password: password });
  await page.getByRole("button", { name: "Choose" }).click();
  await page.getByRole("alert").waitFor();
}, { width: 390, expects: strangers });
