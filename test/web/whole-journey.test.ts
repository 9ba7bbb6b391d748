import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import type { Place } from "@cleartitle/store";
import { describe, expect } from "vitest";
import { Browser, firstPerson, openPeopleHouse, password } from "../api/people-house.js";
import { freePort } from "../store/free-port.js";
import { newMigratedPlace, serverOfFile } from "../store/databases.js";
import { cardFolder, companion } from "./card.fixture.js";
import { journeys } from "./journey.js";
import { openWebHouse } from "./web-house.js";

/** A house with one person of each role that the way of a release takes. */
async function openStaffed(place: Place | undefined) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const open = async () => {
    const house = await openPeopleHouse(null, origin, place);
    const { browser: admin } = await firstPerson(house);
    for (const role of ["engineer", "approver", "auditor"]) {
      const { code } = await admin.told("POST", "/workspaces/acme/people", { name: role, roles: [role] });
      await new Browser(house).told("POST", "/invitation", { code, login: `${role}@example.org`, password });
    }
    return house;
  };
  return openWebHouse(open, origin, port);
}

async function signIn(page: Page, role: string): Promise<void> {
  const out = page.getByRole("button", { name: "Sign out" });
  await out.or(page.getByLabel("Login")).first().waitFor();
  if (await out.isVisible()) await out.click();
  await page.getByLabel("Login").fill(`${role}@example.org`);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Screens" }).waitFor();
}

async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await download.path());
}

const server = serverOfFile();
/** Where the house is kept; undefined: in a folder of its own. */
const places: readonly (readonly [string, () => Promise<Place | undefined>])[] = [
  ["an embedded database", async () => undefined],
  ["a server of PostgreSQL", async () => (await newMigratedPlace(server())).login],
];

describe.each(places)("on %s", (_, placeOf) => {
  const journey = journeys(async () => openStaffed(await placeOf()));

  journey("from cards to a memo: imported, blocked, explained, answered, waived by two, handed on", async (page, { go, look }) => {
    await go("/w/acme/import");
    await signIn(page, "engineer");
    await page.getByLabel("Folder", { exact: true }).setInputFiles(cardFolder);
    const read = page.getByRole("region", { name: "What was read" });
    await read.getByText("distilgpt2/README.md").waitFor();
    expect(await read.locator("tbody tr").filter({ hasText: "hugging-face-card" }).count()).toBe(2);
    await page.getByLabel("Files", { exact: true }).setInputFiles([{ name: "cleartitle.yaml", mimeType: "text/yaml", buffer: Buffer.from(companion) }]);
    await read.getByText("cleartitle.yaml").waitFor();

    // What the cards say decides the release.
    await page.getByRole("link", { name: "Releases" }).click();
    const release = page.getByRole("region", { name: "Releases" }).getByRole("row").filter({ hasText: "companion-launch" });
    expect((await release.innerText()).replaceAll(/\s+/g, " ")).toMatch(/companion-launch chat ✖ blocked/);
    await go("/w/acme/ask?use=companion-launch");
    await page.getByRole("link", { name: "Proof", exact: true }).click();
    await page.getByRole("button", { name: "grant under CC-BY-NC-4.0: fails on purpose" }).first().click();
    await page.locator(".proof-source blockquote").getByText("NonCommercial").waitFor();

    await go("/w/acme/questions?use=companion-launch");
    await page.getByText("What settles most comes first.").waitFor();
    await page.getByRole("list", { name: "Questions" }).getByRole("link", { name: "outputs of the same genre thin out the market" }).first().click();
    const question = page.getByRole("region", { name: "Question", exact: true });
    await question.getByText("17 USC 107").first().waitFor();
    await question.getByRole("button", { name: "Yes" }).click();
    await page.getByText(/places? changed/).first().waitFor();

    await go("/w/acme/findings?kind=upstream-undisclosed&asset=card:cards/distilgpt2");
    await page.getByRole("region", { name: "Findings" }).getByRole("button", { name: "Waive" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("the publisher was asked");
    await dialog.getByLabel("Until").fill("2026-12-31");
    await dialog.getByRole("button", { name: "Propose the waiver" }).click();
    await page.getByText(/proposal \d+ waits for approval/).waitFor();
    await signIn(page, "approver");
    await go("/w/acme/review");
    await page.locator("#screen tr[data-row] a").first().click();
    // While the proposal is read the list is still shown, with a filter “approved”.
    await page.getByRole("article", { name: "Proposal" }).getByRole("button", { name: "Approve" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await page.getByText(/^It is in the records since change set/).waitFor();

    await signIn(page, "auditor");
    await go("/w/acme/ask?use=companion-launch");
    await page.locator(".answer").waitFor();
    await look();
    expect((await saved(page, "PDF")).subarray(0, 5).toString()).toBe("%PDF-");
    expect((await saved(page, "for a word processor")).subarray(0, 2).toString()).toBe("PK");
    expect((await saved(page, "Markdown")).toString()).toContain("CC-BY-NC-4.0");
    const evidence = await page.request.get(new URL("/api/v1/workspaces/acme/ledger/bundle", page.url()).href);
    expect([evidence.status(), evidence.headers()["content-type"]]).toEqual([200, "application/zip"]);
  }, { expects: [/401/] });
});
