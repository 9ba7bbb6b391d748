import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { json } from "../api/house.js";
import { deal } from "./agreement.fixture.js";
import { journeys } from "./journey.js";
import { talks } from "./negotiation.fixture.js";

const journey = journeys();

journey("a negotiation is prepared from an agreement, rehearsed against a simulated side, and agreed", async (page, { go, house, look }) => {
  await go("/w/acme/negotiations");
  await page.getByText("No negotiation is prepared yet").waitFor();
  expect((await house.ask("/workspaces/acme/agreements", json({ text: deal }))).status).toBe(201);
  await go("/w/acme/agreements/notes-2026");
  await page.getByRole("link", { name: "Prepare a negotiation" }).click();
  // Clauses bring the values of the deal, and worths by whose version they are; what is in words is said by hand.
  await page.getByLabel("Add a clause").selectOption("field-of-use");
  await page.getByRole("button", { name: /^Leave out licensor/ }).click();
  await page.getByLabel("Or something in words").fill("Fee in a year");
  await page.getByLabel("Its options").fill("USD 40,000; USD 90,000");
  await page.getByRole("button", { name: "Add it" }).click();
  for (const [option, acme, theirs] of [["USD 40,000", "100", "0"], ["USD 90,000", "0", "100"]] as const) {
    await page.getByLabel(`${option} of Fee in a year to acme, of a hundred`).fill(acme);
    await page.getByLabel(`${option} of Fee in a year to field-notes-project, of a hundred`).fill(theirs);
  }
  for (const [party, least] of [["acme", "15"], ["field-notes-project", "5"]] as const) {
    const form = page.getByRole("region", { name: party, exact: true });
    await form.getByLabel("Without an agreement it has").fill("something else");
    await form.getByLabel("which is worth").fill("5");
    await form.getByLabel("It takes at least").fill(party === "acme" ? "4" : least);
  }
  const acme = page.getByRole("region", { name: "acme", exact: true });
  await acme.getByLabel("Add a release").selectOption("launch");
  await acme.getByText("The most that it could have: 40 points.").waitFor();
  await look();
  await page.getByRole("button", { name: "Prepare it" }).click();
  await page.getByText("`acme` takes 4, and has 5 without an agreement").waitFor();
  await acme.getByLabel("It takes at least").fill("15");
  await page.getByRole("button", { name: "Prepare it" }).click();
  await page.getByText("There is a zone of agreement").waitFor();
  // What is chosen is valued at once, with what it clears.
  const chosen = page.getByRole("region", { name: "This package" });
  await chosen.getByText("conditional").waitFor();
  await page.getByLabel("field-of-use in this package").selectOption("neutral");
  await chosen.getByText("conditional").waitFor({ state: "detached" });
  expect([new URL(page.url()).searchParams.get("from"), await chosen.locator(".verdict.blocked").count()]).toEqual(["field-of-use=neutral,fee-in-a-year=usd-40-000", 1]);
  await page.getByRole("button", { name: "Begin a session" }).click();
  await page.getByLabel("Seed").fill("7");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByText("Whoever speaks begins.").waitFor();
  await page.getByRole("button", { name: "Offer this package as acme" }).click();
  await page.getByText("It is the turn of acme.").waitFor();
  await page.getByRole("region", { name: "Issues", exact: true }).getByText("USD 90,000", { exact: true }).first().waitFor();
  await look();
  await page.getByRole("link", { name: "Zone of agreement" }).click();
  await page.getByRole("img", { name: /efficient packages by what they are worth to acme and field-notes-project/ }).waitFor();
  const rows = page.getByRole("region", { name: "Efficient packages" }).locator("tbody tr");
  const { efficient } = (await (await house.ask("/workspaces/acme/negotiations/notes-2026-talks/packages?session=1")).json()) as { efficient: { worth: number[] }[] };
  expect(await rows.locator("td:first-child").allInnerTexts()).toEqual(efficient.map(({ worth }) => String(worth[0])));
  await look();
  await page.getByRole("link", { name: "The table" }).click();
  await page.getByRole("button", { name: "Accept as acme" }).click();
  await page.getByRole("dialog").filter({ visible: true }).getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByText("✓ It is agreed.").waitFor();
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save what is agreed as a deal file" }).click()]);
  expect(JSON.parse(await readFile(await saved.path(), "utf8"))).toMatchObject({ id: "notes-2026", topics: { "field-of-use": { version: "neutral", with: { fields: ["medical"] } } } });
  await page.setViewportSize({ width: 390, height: 900 });
  await page.getByRole("link", { name: "What was said" }).click();
  expect(await page.getByRole("region", { name: "Moves" }).locator("tbody tr").count()).toBe(3);
  await look();
  // Another version, by a file with what nobody may run in it.
  await page.getByRole("link", { name: "Another version" }).click();
  await page.getByText("From a file").click();
  await page.getByLabel("Negotiation file").setInputFiles([{ name: "talks.yaml", mimeType: "text/yaml", buffer: Buffer.from(talks.replace("id: notes-talks", "id: notes-2026-talks")) }]);
  await page.getByRole("heading", { level: 1, name: "Notes for an assistant <b>in talks</b>" }).waitFor();
  await page.getByRole("link", { name: "Interests and worths" }).click();
  await page.getByText("<img src=x onerror='window.ran=1'>").waitFor();
  expect(await page.locator("#screen img").count()).toBe(0);
}, { expects: [/^answer 422: POST .*negotiations$/, /^console: Failed to load resource.*negotiations$/] });

const unsent = "Your unsent words are kept.";
const keptIn = async (page: Page): Promise<string> => page.evaluate<string>("JSON.stringify({ ...sessionStorage })");

journey("what is written while a negotiation is prepared is there again after a step to another screen and a reload, until it is recorded or discarded", async (page, { go, house, look }) => {
  const title = page.getByLabel("Title", { exact: true });
  const words = page.getByLabel("Or something in words");
  const interests = page.getByLabel("Interests").first();
  await go("/w/acme/negotiations/begin");
  await title.fill("Talks on a price");
  await page.getByLabel("Id", { exact: true }).fill("price-talks");
  await page.getByLabel("Id of the other side").fill("archive");
  await words.fill("Fee");
  await page.getByLabel("Its options").fill("low; high");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByLabel("low of Fee to acme, of a hundred").fill("100");
  await interests.fill("a price that\nholds");
  await words.fill("Days to pay");
  expect(await page.getByText(unsent).count()).toBe(0);
  await page.getByRole("link", { name: "Assets", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Assets" }).waitFor();
  await page.goBack();
  await page.getByText(unsent).waitFor();
  await look();
  await page.reload();
  await page.getByText(unsent).waitFor();
  expect([await title.inputValue(), await interests.inputValue(), await words.inputValue(), await page.getByLabel("low of Fee to acme, of a hundred").inputValue()]).toEqual(["Talks on a price", "a price that\nholds", "Days to pay", "100"]);
  // What is written on an agreement is another matter.
  await page.getByLabel("Of the agreement").selectOption("notes-2026");
  await page.getByLabel("Add a clause").waitFor();
  expect([await page.getByText(unsent).count(), await title.inputValue()]).toEqual([0, "Notes for an assistant"]);
  await page.goBack();
  for (const [option, acme, theirs] of [["low", "100", "0"], ["high", "0", "100"]] as const) {
    await page.getByLabel(`${option} of Fee to acme, of a hundred`).fill(acme);
    await page.getByLabel(`${option} of Fee to archive, of a hundred`).fill(theirs);
  }
  for (const party of ["acme", "archive"]) {
    const form = page.getByRole("region", { name: party, exact: true });
    await form.getByLabel("Without an agreement it has").fill("something else");
    await form.getByLabel("which is worth").fill("1");
    await form.getByLabel("It takes at least").fill("2");
  }
  await page.getByRole("button", { name: "Prepare it" }).click();
  await page.getByRole("heading", { level: 1, name: "Talks on a price" }).waitFor();
  expect(await keptIn(page)).not.toContain("Talks on a price");
  // Of a version it is told where another one was recorded since.
  await page.getByRole("link", { name: "Another version" }).click();
  await title.fill("Talks on a better price");
  await page.getByRole("link", { name: "Assets", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Assets" }).waitFor();
  const { file } = (await (await house.ask("/workspaces/acme/negotiations/price-talks")).json()) as { readonly file: object };
  expect((await house.ask("/workspaces/acme/negotiations/price-talks/versions", json({ text: JSON.stringify({ ...file, rounds: 3 }), agreement: null }))).status).toBe(201);
  await page.goBack();
  await page.getByText(`${unsent} They were written on version 1, and version 2 was recorded since`).waitFor();
  await look();
  expect(await title.inputValue()).toBe("Talks on a better price");
  await page.getByRole("button", { name: "Discard them" }).click();
  expect([await title.inputValue(), await page.getByLabel("Offers of each side").inputValue(), await page.getByText(unsent).count(), await keptIn(page)]).toEqual(["Talks on a price", "3", 0, expect.not.stringContaining("better price")]);
});
