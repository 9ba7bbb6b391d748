import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, vi } from "vitest";
import { type House, json, openHouse } from "../api/house.js";
import { Browser, firstPerson, openPeopleHouse, password } from "../api/people-house.js";
import { freePort } from "../store/free-port.js";
import { deal } from "./agreement.fixture.js";
import { contract, readContract } from "./contract.fixture.js";
import { journeys } from "./journey.js";
import { talks } from "./negotiation.fixture.js";
import { openWebHouse, type WebHouse } from "./web-house.js";

const [image, script, turned, long] = ['<img src=x onerror="window.ran=1">', "<script>window.ran=1</script>", "safe\u202Egnp.exe\u200F", "a".repeat(180)];

const fileOf = (us: string): string => `us: ${JSON.stringify(us)}
parties: [{ id: ${JSON.stringify(us)} }, { id: field-notes-project }, { id: ${JSON.stringify(turned)} }]
assets:
  - { id: notes, kind: dataset, license: CC-BY-4.0, licensor: ${JSON.stringify(turned)} }
  - { id: ${JSON.stringify(image)}, kind: dataset, license: CC-BY-NC-4.0, source: "javascript:window.ran=1", licensor: ${JSON.stringify(turned)} }
  - { id: ${JSON.stringify(turned)}, kind: dataset, license: Apache-2.0 }
  - { id: ${JSON.stringify(long)}, kind: model }
derivations:
  - { from: [${JSON.stringify(image)}, ${JSON.stringify(turned)}], to: ${JSON.stringify(long)}, by: finetune, on: "2026-03-01", in: DE, purpose: commercial }
uses:
  ${JSON.stringify(script)}: { of: ${JSON.stringify(long)}, actions: [host], purpose: commercial, in: [EU, US], on: "2026-12-01" }
`;

/** A deal or talks on it, with what people write in them. */
const named = (text: string): string => text.replace(/^title: .*$/m, `title: ${JSON.stringify(`${image} ${script} ${turned}`)}`).replace(/name: .* }$/m, `name: ${JSON.stringify(`${script} ${turned} ${long}`)} }`);

/** What is written in later by the one who is there, by each way in. */
async function writeMore({ ask }: House): Promise<void> {
  const write = async (path: string, body: unknown): Promise<void> => {
    const response = await ask(`/workspaces/acme/${path}`, json(body));
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  };
  await write("changes", { why: `${image} ${script} ${turned}`, changes: { add: { positions: { model_weights_as_copy: { WORLD: "no_copy_stored" } } } } });
  await write("waivers", { why: script, proposed: { kind: "waiver", finding: "upstream-undisclosed", reason: `${image} ${turned}`, until: "2026-06-03", asset: image, use: script, from: null } });
  await write("agreements", { text: named(deal), note: `${image} ${script}` });
  await write("negotiations", { text: named(talks).replace(/^ {4}releases: .*\n {4}duty: 1\n/m, ""), agreement: "notes-2026" });
  await write("negotiations/notes-talks/sessions", { simulated: ["field-notes-project"], seed: 7 });
  await write("negotiations/notes-talks/sessions/1/offers", { by: "acme", settled: { fields: "all", improvements: "shared", deletion: "later", fee: "low" } });
  await readContract({ ask } as House, `${image}.txt`, contract.replace("Archive Inc.", `${image} ${script} ${turned}`));
  await write("reviews", {});
  await vi.waitFor(async () => expect(((await (await ask("/workspaces/acme/notices")).json()) as { items: unknown[] }).items).not.toEqual([]), { timeout: 60_000 });
}

/** A house whose records are named to do harm. */
async function open(us: string, of: (file: string) => Promise<WebHouse>): Promise<WebHouse> {
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-hostile-"));
  const path = join(folder, "cleartitle.yaml");
  await writeFile(path, fileOf(us));
  try {
    return await of(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const openAlone = async (path: string): Promise<WebHouse> =>
  openWebHouse(async () => {
    const house = await openHouse(path);
    await writeMore(house);
    return house;
  });

/** The same where somebody who is named so proposes, in two texts, and others rule. */
async function openStaffed(path: string): Promise<WebHouse> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  return openWebHouse(async () => {
    const house = await openPeopleHouse(null, origin, undefined, path);
    const { browser: admin } = await firstPerson(house);
    const { code } = await admin.told("POST", "/workspaces/acme/people", { name: image, roles: ["counsel"] });
    const counsel = new Browser(house);
    await counsel.told("POST", "/invitation", { code, login: "counsel@example.org", password });
    const below = "/workspaces/acme/proposals/conclusions";
    for (const [at, why] of [[below, image], [`${below}/1/revisions`, script]] as const) {
      const { status } = await counsel.told("POST", at, { why: `${why} ${turned} ${long}`, proposed: { about: { kind: "asset", id: image }, what: "license", value: "MIT" } });
      expect(status).toBe(201);
    }
    return house;
  }, origin, port);
}

const use = encodeURIComponent(script);
const asset = encodeURIComponent(image);

/** Every screen that shows recorded names, and what is there once it does. */
const screens: readonly (readonly [string, string])[] = [
  [`ask?use=${use}`, ".answer"],
  [`proof?use=${use}`, ".proof"],
  ["releases", ".table"],
  [`releases/${use}`, ".world-map"],
  ["findings", ".table, .empty"],
  [`questions?use=${use}`, ".questions, .empty"],
  [`ask?of=${asset}&do=host&in=EU&on=2026-12-01`, ".answer"],
  ["assets", ".asset-table"],
  [`assets/${asset}`, "#history"],
  [`assets/${encodeURIComponent(long)}`, "#history"],
  [`chain?asset=${asset}&use=${use}`, ".thing"],
  [`chain?asset=${asset}&use=${use}&view=table`, "#steps"],
  ["obligations", ".table"],
  ["obligations?show=calendar", "#calendar-address"],
  ["waivers", ".table"],
  ["notices", ".table"],
  ["agreements", ".table"],
  ["agreements/notes-2026", "#timeline"],
  ["agreements/notes-2026?show=runbook", ".table"],
  ["agreements/draft", ".begin-draft"],
  ["agreements/draft?agreement=notes-2026&version=1&topic=field-of-use", ".clauses"],
  ["negotiations", ".table"],
  ["negotiations/notes-talks?session=1", ".this-package"],
  ["negotiations/notes-talks?session=1&show=said", ".table"],
  ["contracts", ".table"],
  ["contracts/1", ".contract mark"],
  ["portfolio?show=agreements", ".table"],
  ["portfolio?show=coverage", ".table"],
  ["import", ".drop"],
  ["history?number=2", "#one"],
  ["history?show=ledger", ".table"],
  ["history?show=verify", "#screen form, #screen button"],
  ["settings", ".table"],
  ["profile", ".heading"],
  ["catalogue", ".table"],
  ["catalogue?show=in-force", "svg.span"],
  ["catalogue?show=calendar", ".table"],
  ["catalogue/compare?before=LicenseRef-Llama-2&after=LicenseRef-Llama-3.1", ".difference"],
  ["catalogue/positions/model_weights_as_copy", "#used-by"],
  // What an address names is recorded nowhere, and shown all the same.
  [`catalogue?q=${asset}`, ".empty"],
  [`catalogue/instruments/${asset}`, ".problem-box"],
  [`catalogue/compare?before=${asset}&after=${use}`, ".problem-box, .empty, .fields"],
  [`findings?asset=${use}`, ".empty"],
];

async function expectInert(page: Page, go: (path: string) => Promise<void>, these: typeof screens): Promise<void> {
  page.on("dialog", () => expect.unreachable("a name opened a dialog"));
  for (const [at, ready] of these) {
    await go(`/w/acme/${at}`);
    await page.locator(ready).first().waitFor();
    const found = { at, ran: await page.evaluate<unknown>("window.ran ?? null"), made: await page.locator("#screen img, #screen script, #screen a[href^='javascript:']").count(), over: [] as number[], tables: [] as string[] };
    for (const width of [1366, 390]) {
      await page.setViewportSize({ width, height: 900 });
      found.over.push(await page.evaluate<number>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
    }
    // Where it is narrow nothing scrolls sideways for itself either.
    found.tables = await page.evaluate<string[]>("[...document.querySelectorAll('.table')].filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.getAttribute('aria-label'))");
    expect(found).toEqual({ at, ran: null, made: 0, over: [0, 0], tables: [] });
  }
}

describe("of one user", () => {
  const journey = journeys(async () => open("acme", openAlone));
  journey("recorded names are text on every screen, whatever they say, and widen none, wide or narrow", async (page, { go }) => {
    await expectInert(page, go, screens);
    await go(`/w/acme/ask?use=${use}`);
    await page.locator(".answer").waitFor();
    expect(await page.locator("#screen").innerText()).toContain(image);
  }, { expects: [/^answer 404: GET .*(catalogue|compare)/, /^console: Failed to load resource.*catalogue/] });
});

describe("of many people", () => {
  const journey = journeys(async () => open(script, openStaffed));
  journey("what somebody proposes is text, in each of its texts, and so is who does", async (page, { go }) => {
    await go("/w/acme/review");
    await page.getByLabel("Login").fill("jane@example.org");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("navigation", { name: "Screens" }).waitFor();
    await expectInert(page, go, [["review", "#screen a[data-row], .table"], ["review/1", "#texts"], ["settings?show=people", ".table"]]);
    await go("/w/acme/review/1");
    await page.getByRole("region", { name: "Earlier texts" }).getByText(image).first().waitFor();
  }, { expects: [/401/] });
});
