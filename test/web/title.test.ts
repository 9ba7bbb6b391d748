import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { openHouse } from "../api/house.js";
import { journeys } from "./journey.js";
import { hostile, writeTitleFixture } from "./title.fixture.js";
import { openWebHouse } from "./web-house.js";

/** So many that a side is opened in steps, and all of it is more than is drawn unasked. */
const datasets = 230;

const journey = journeys(async () => openWebHouse(async () => openHouse(writeTitleFixture(datasets))));
const all = datasets + 6;

const table = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });
const saved = async (page: Page, button: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return readFile(await download.path(), "latin1");
};

journey("assets are searched, narrowed, sorted, paged, kept as a view and taken along as they are filtered", async (page, { go, look }) => {
  await go("/w/acme/assets");
  const rows = table(page, "Assets").locator("tbody tr");
  await page.getByText(`100 of ${all}`).waitFor();
  await page.getByRole("link", { name: "Next page" }).click();
  await page.getByRole("link", { name: "First page" }).waitFor();
  await page.getByRole("button", { name: /^model 1$/ }).click();
  await page.getByText("1 row", { exact: true }).waitFor();
  await look();
  expect(new URL(page.url()).search).toBe("?kind=model");
  // What is typed is looked for after a pause, and what is chosen in it stays.
  await page.evaluate(`(() => {
    const search = document.querySelector("#screen [data-search]");
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(search, "mod");
    search.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => document.querySelector("#screen [aria-pressed=true]").click(), 50);
  })()`);
  await expect.poll(() => new URL(page.url()).search).toBe("?q=mod");
  await page.getByRole("link", { name: "Show all" }).click();
  await page.keyboard.press("/");
  await page.keyboard.type("set cc0");
  await page.getByText("1 row", { exact: true }).waitFor();
  await expect.poll(async () => rows.allInnerTexts()).toEqual([expect.stringContaining("set-000")]);
  const csv = await saved(page, "Save as CSV");
  expect(csv.trimEnd().split("\r\n").map((line) => line.slice(0, 9))).toEqual([`"id","kin`, `"set-000"`].map((cell) => expect.stringContaining(cell.slice(1, 4))));
  await page.getByLabel("Name of this view").fill("contested");
  await page.getByRole("button", { name: "Keep view" }).click();
  await page.getByRole("link", { name: "Show all" }).click();
  await page.getByText(`100 of ${all}`).waitFor();
  await page.getByRole("link", { name: "contested" }).click();
  await page.getByText("1 row", { exact: true }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "set-000" }).waitFor();
});

journey("a license is stated of all marked ones as one change set with its reason", async (page, { go, house, look }) => {
  await go("/w/acme/assets?q=model");
  await page.getByLabel("Mark model").check();
  await page.getByLabel("License", { exact: true }).fill("Apache-2.0");
  const record = page.getByRole("button", { name: "Record of 1 asset" });
  expect(await record.isDisabled()).toBe(true);
  await page.getByLabel("Reason").fill("said by its makers on their page");
  await look();
  await record.click();
  await page.getByText("Recorded of 1 asset as change set 2.").waitFor();
  await table(page, "Assets").getByText("Apache-2.0").waitFor();
  const [change] = await (await house.store.workspace("acme")).history(1);
  expect(change).toMatchObject({ why: "said by its makers on their page", changes: [{ statement: { about: { kind: "asset", id: "model" }, what: "license", value: "Apache-2.0", rung: "declared" } }] });
});

journey("what is said of an asset stands side by side, and what counts is concluded with a reason", async (page, { go }) => {
  await go("/w/acme/assets/set-000");
  const said = table(page, "What is said: license");
  await said.waitFor();
  expect((await said.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t")[0]!.split("\n")[0]).toSorted()).toEqual(["CC-BY-NC-4.0", "CC0-1.0"]);
  await page.getByText("what counts differs").waitFor();
  await page.getByRole("button", { name: "Conclude license", exact: true }).click();
  const form = page.getByRole("form", { name: "Conclude: license" });
  await form.getByLabel("What counts").fill("CC-BY-NC-4.0");
  await form.getByLabel("Reason").fill("the mirror is not the licensor");
  await form.getByRole("button", { name: "Conclude" }).click();
  await page.getByText("nothing that counts differs").waitFor();
  await said.getByText("counts alone").waitFor();
  await table(page, "History").getByText("the mirror is not the licensor").waitFor();
});

journey("what was begun to be said of one asset is not said of the next", async (page, { go }) => {
  const heading = (name: string) => page.getByRole("heading", { level: 1, name, exact: true });
  await go("/w/acme/assets/model");
  await page.getByRole("region", { name: "Made of" }).getByRole("link", { name: "set-000", exact: true }).waitFor();
  await page.getByRole("link", { name: "set-001", exact: true }).first().click();
  await heading("set-001").waitFor();
  await page.getByRole("button", { name: "Conclude license", exact: true }).click();
  await page.getByRole("form", { name: "Conclude: license" }).getByLabel("Reason").fill("said of set-001");
  await page.goBack();
  await heading("model").waitFor();
  await page.getByRole("button", { name: "Conclude license", exact: true }).waitFor();
  expect(await page.getByRole("form").count()).toBe(0);
});

journey("records are seen as they were on a day, and what is not there says what to do", async (page, { go }) => {
  await go("/w/acme/chain?asset=model&asOf=2026-03-01");
  await page.getByText("14 things, 13 steps").waitFor();
  await go("/w/acme/chain?asset=product&use=launch&asOf=2026-03-01");
  await page.locator(".thing.center").waitFor();
  await page.getByText("Lit: a shortest way from product to").waitFor();
  await page.locator(".thing.lit").nth(1).waitFor();
  expect(await page.getByLabel("Way lit to").locator("option:checked").innerText()).toMatch(/^r\d+ blocked/);
  await go("/w/acme/chain?asset=model&asOf=2026-02-28");
  await page.getByText("there is no asset `model` at change set 0").waitFor();
  await go("/w/acme/assets/nothing");
  await page.getByText("there is no asset `nothing`").first().waitFor();
  await go("/w/empty/assets");
  await page.getByText("No asset is recorded here yet").waitFor();
}, { expects: [/404/] });

journey("the chain begins a step around its center, is opened and closed by clicks, and told twice", async (page, { go, look }) => {
  await go("/w/acme/chain?asset=model");
  await page.getByText("14 things, 13 steps").waitFor();
  await look();
  await page.getByRole("button", { name: "Show more of what model made of" }).click();
  await page.getByText("26 things, 25 steps").waitFor();
  await page.goBack();
  await page.getByText("14 things, 13 steps").waitFor();
  await page.getByRole("button", { name: "Close what model made of" }).click();
  await page.getByText("2 things, 1 step", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Table" }).click();
  await table(page, "Things of the chain").waitFor();
  expect(await table(page, "Things of the chain").locator("tbody tr").count()).toBe(2);
  expect(await table(page, "Steps of the chain").locator("tbody tr").allInnerTexts()).toEqual([expect.stringMatching(/^model\s+include\s+put\s+product/)]);
});

journey("the chain is colored by an answer, the way to its reason is lit, and both pictures are saved", async (page, { go }) => {
  await go("/w/acme/chain?asset=product&use=launch");
  await page.getByText(/Lit: a shortest way from product to/).waitFor();
  await page.locator(".thing.center").waitFor();
  await page.locator(".thing.lit").nth(1).waitFor();
  expect(await page.locator(".thing.lit .verdict").first().innerText()).toMatch(/blocked|unresolved|conditional/);
  const svg = await saved(page, "Save SVG");
  expect(svg).toContain("<svg xmlns");
  expect(svg).not.toContain("<img");
  expect((await saved(page, "Save PNG")).slice(1, 4)).toBe("PNG");
  await page.getByLabel("Way from").fill("lonely");
  await page.getByLabel("Way to").fill("model");
  await page.keyboard.press("Enter");
  await page.getByText("No way leads from lonely to model").waitFor();
});

journey("more than is drawn unasked is said, listed, and drawn where somebody wants it", async (page, { go }) => {
  await go(`/w/acme/chain?asset=model&open=${encodeURIComponent(JSON.stringify([["model", "s", 200], ["model", "r", 12]]))}`);
  await page.getByText("202 things are open").waitFor();
  expect(await page.locator(".thing").count()).toBe(0);
  await page.getByRole("button", { name: "Draw all 202" }).click();
  await page.locator(".thing").first().waitFor();
  await page.getByRole("button", { name: "Close what model made of" }).click();
  await page.getByText("2 things, 1 step", { exact: true }).waitFor();
});

journey("hostile names are text wherever they stand", async (page, { go }) => {
  await go("/w/acme/assets?q=MIT");
  const rows = table(page, "Assets");
  for (const name of Object.values(hostile)) {
    await rows.getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { level: 1 }).filter({ hasText: name }).waitFor();
    await page.getByRole("link", { name: "Chain of title" }).last().click();
    await page.locator(".thing.center").waitFor();
    expect(await page.locator(".thing.center .name").innerText()).toBe(name);
    await page.goBack();
    await page.goBack();
  }
  expect(await page.evaluate("window.struck")).toBeUndefined();
}, { width: 390 });
