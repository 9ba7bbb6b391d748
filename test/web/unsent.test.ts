import type { Page } from "playwright-core";
import { expect } from "vitest";
import { password } from "../api/people-house.js";
import { journeys } from "./journey.js";
import { openReviewed, signIn } from "./reviewed-house.js";

const journey = journeys(openReviewed);
/** Who comes is not signed in yet. */
const expects = [/401/];

const kept = async (page: Page): Promise<string> => page.evaluate<string>("JSON.stringify({ ...sessionStorage, ...localStorage })");
const note = "Your unsent words are kept.";

journey("words that were not sent are there again after a step to another screen and a reload, until they are sent or discarded", async (page, { go, look }) => {
  await go("/w/acme/releases/launch");
  await signIn(page, "engineer");
  const record = page.getByRole("button", { name: "Record this decision" });
  const why = page.getByLabel("Why now");
  await record.click();
  expect(await page.getByText(note).count()).toBe(0);
  await why.fill("what the board\nwants to see");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Assets", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Assets" }).waitFor();
  await page.goBack();
  await record.click();
  expect(await why.inputValue()).toBe("what the board\nwants to see");
  await page.getByText(note).filter({ visible: true }).waitFor();
  await look();
  await page.reload();
  await record.click();
  expect(await why.inputValue()).toBe("what the board\nwants to see");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByText("Nothing changed.").waitFor();
  await record.click();
  expect([await why.inputValue(), await page.getByText(note).count(), await kept(page)]).toEqual(["", 0, expect.not.stringContaining("the board")]);
}, { expects });

journey("they are of one record and of one person, are discarded on a click, and secrets are not among them", async (page, { go }) => {
  const conclude = async (asset: string): Promise<void> => {
    await go(`/w/acme/assets/${asset}`);
    await page.getByRole("button", { name: "Conclude license", exact: true }).click();
  };
  const reason = page.getByLabel("Reason", { exact: true });
  await go("/w/acme/assets/notes");
  await signIn(page, "engineer");
  await conclude("notes");
  await reason.fill("the authors wrote so");
  await conclude("base");
  expect(await reason.inputValue()).toBe("");
  await conclude("notes");
  expect(await reason.inputValue()).toBe("the authors wrote so");
  await page.getByRole("button", { name: "Discard them" }).click();
  expect([await reason.inputValue(), await page.getByText(note).count()]).toEqual(["", 0]);
  await conclude("notes");
  expect(await reason.inputValue()).toBe("");
  await reason.fill("it was another license");
  await go("/w/acme/profile");
  await page.getByLabel("Password now").fill(password);
  expect(await kept(page)).not.toContain(password);
  expect(await kept(page)).toContain("it was another license");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Login").waitFor();
  expect(await kept(page)).not.toContain("it was another license");
}, { expects });
