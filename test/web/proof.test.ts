import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type House, json } from "../api/house.js";
import { deal, playbook, theirs, writeOthers } from "./agreement.fixture.js";
import { journeys } from "./journey.js";

const journey = journeys();

journey("from the verdict to the clause as it is quoted, and on to what was recorded", async (page, { go, look }) => {
  await go("/w/acme/ask?use=launch");
  await page.getByRole("link", { name: "Proof", exact: true }).click();
  await page.getByRole("heading", { name: "Proof: launch" }).waitFor();
  const source = page.getByRole("complementary", { name: "Source of the chosen step" });
  await page.getByRole("button", { name: /^host on notes/ }).first().click();
  await source.getByText("notes", { exact: true }).waitFor();
  await page.getByRole("button", { name: "grant under CC-BY-NC-4.0: fails on purpose" }).first().click();
  expect(await source.locator("blockquote").innerText()).toContain("NonCommercial");
  expect(await source.getByRole("link", { name: "s.2(a)(1); s.1(i); s.4(a)" }).getAttribute("href")).toMatch(/^https:\/\/\S+CC-BY-NC-4\.0/);
  await look();
  await page.getByRole("heading", { name: "Proof: launch" }).click();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await page.evaluate<string>("document.activeElement.className")).toBe("node");
});

journey("a step that is not there is told, and so is a question that was never asked", async (page, { go }) => {
  await go("/w/acme/proof?use=launch&node=r99");
  await page.getByText("No step of this proof is called r99.").waitFor();
  await go("/w/acme/proof");
  await page.getByText("No answer is chosen").waitFor();
}, { width: 390 });

/** Records a step of an agreement by its dialog. */
async function step(page: Page, label: string, written: Readonly<Record<string, string>>, chosen: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole("button", { name: label, exact: true }).click();
  const dialog = page.getByRole("dialog").filter({ visible: true });
  for (const [field, text] of Object.entries(written)) await dialog.getByLabel(field, { exact: true }).fill(text);
  for (const [field, option] of Object.entries(chosen)) await dialog.getByLabel(field, { exact: true }).selectOption(option);
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Lets the page ask anew for all that it shows, as it does when its network is there again after a minute. */
async function askAnew(page: Page): Promise<void> {
  await page.evaluate("((now) => { Date.now = () => now() + 60_000; })(Date.now); dispatchEvent(new Event('offline')); dispatchEvent(new Event('online'));");
}

/** All agreements as one: counts as the API has them, findings narrowed by the address, quotes of each side, keys, and what was left out. */
async function portfolio(page: Page, house: House): Promise<void> {
  await writeOthers(house);
  const { items: findings } = (await (await house.ask("/workspaces/acme/portfolio/findings?day=2026-03-01&limit=1000")).json()) as { items: { severity: string; kind: string }[] };
  const count = (is: (each: { severity: string; kind: string }) => boolean): number => findings.filter(is).length;
  await page.getByRole("link", { name: "Portfolio", exact: true }).click();
  await page.getByLabel("For the day").fill("2026-03-01");
  await page.getByText("in 3 agreements, on 2026-03-01").waitFor();
  expect(await page.locator(".portfolio-head strong").innerText()).toBe(`${count(({ severity }) => severity === "conflict")} conflicts, ${count(({ severity }) => severity === "look")} to look at, ${count(({ severity }) => severity === "open")} not known`);
  await page.getByRole("region", { name: "Left out" }).getByText("it was withdrawn").waitFor();
  await page.getByRole("button", { name: /^Law and seat/ }).click();
  await page.getByRole("region", { name: "Within one agreement" }).waitFor({ state: "detached" });
  expect([new URL(page.url()).searchParams.get("kind"), await page.locator(".portfolio-findings > li").count()]).toEqual(["law", count(({ kind }) => kind === "law")]);
  const quotes = await page.locator(".portfolio-findings > li").first().locator("blockquote").allInnerTexts();
  expect(quotes).toEqual([expect.stringContaining("The law of the United States"), expect.stringContaining("The law of the United Kingdom")]);
  await page.getByRole("button", { name: /^Law and seat/ }).click();
  await page.getByRole("button", { name: /^Passed on and not had/ }).click();
  await page.getByText(/\d more places that it rests on/).first().click();
  await page.locator(".later blockquote").first().waitFor();
  await page.getByRole("button", { name: /^Law and seat/ }).click();
  await page.getByLabel("Agreement", { exact: true }).fill("notes-2026");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Show all findings" }).click();
  await page.getByRole("region", { name: "Within one agreement" }).waitFor();
  expect(await page.locator("#screen img").count()).toBe(0);
  await page.getByRole("heading", { name: "Portfolio", level: 1 }).click();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Notes in a product" }).waitFor();
  await page.goBack();
  for (const [tab, text] of [["Days", "exclusivity ends"], ["Sums and caps", "USD 1,200,000.5"], ["Agreements", "not signed: asked as if it were"], ["What was found", "term and renewal"]] as const) {
    await page.getByRole("navigation", { name: "Parts of the portfolio" }).getByRole("link", { name: tab }).click();
    await page.getByText(text).first().waitFor();
  }
  await page.getByRole("navigation", { name: "Parts of the portfolio" }).getByRole("link", { name: "Findings" }).click();
  await page.getByRole("region", { name: "Within one agreement" }).waitFor();
}

journey("a deal is drafted from a template or a file with its effect on the releases, recorded, sent, answered by a document, compared, signed, ended by its runbook, and held against the others", async (page, { go, house, look }) => {
  await go("/w/acme/portfolio");
  await page.getByText("from the second on they are held against each other").waitFor();
  await page.getByRole("link", { name: "Agreements", exact: true }).first().click();
  await page.getByText("No agreement is recorded yet").waitFor();
  await page.getByRole("link", { name: "Draft", exact: true }).click();
  // A template asks, tells what nobody answered at its question, and is a draft with the answers.
  await page.getByRole("link", { name: "Evaluation license" }).click();
  for (const [label, text] of [["Id of the other side", "field-notes-project"], ["What is licensed", "notes"], ["In which fields of use?", "medical"], ["What is the fee?", "USD 100"], ["Which law governs?", "US"]] as const) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole("radio", { name: "leave it out" }).first().check();
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.locator("#question-from").innerText()).toContain("nobody answered");
  await look();
  await page.getByLabel("On which day does the deal begin?").fill("2026-03-01");
  await page.getByLabel("Where do courts or arbitrators sit?").fill("US");
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await page.getByRole("heading", { level: 1, name: "Evaluation license" }).waitFor();
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByLabel("Save as a document").selectOption("md")]);
  expect(saved.suggestedFilename()).toMatch(/^evaluation-\d{4}\.md$/);
  await page.getByRole("button", { name: "Another deal" }).click();
  // The document is the draft again.
  await page.getByLabel("Deal file").setInputFiles([{ name: "evaluation.md", mimeType: "text/markdown", buffer: await readFile(await saved.path()) }]);
  await page.getByRole("heading", { level: 1, name: "Evaluation license" }).waitFor();
  await page.getByRole("button", { name: "Another deal" }).click();
  await page.getByLabel("Deal file").setInputFiles([{ name: "deal.yaml", mimeType: "text/yaml", buffer: Buffer.from(`${deal}nonsense: 1\n`) }]);
  await page.getByRole("alert").waitFor();
  // Longer than a deal file in bytes and not in letters: a part of it would be another deal.
  await page.getByLabel("Deal file").setInputFiles([{ name: "long.yaml", mimeType: "text/yaml", buffer: Buffer.from(`${deal}# ${"字".repeat(400_000)}\n`) }]);
  await page.getByText("that is too long for a deal file").waitFor();
  await page.getByLabel("Deal file").setInputFiles([{ name: "deal.yaml", mimeType: "text/yaml", buffer: Buffer.from(deal) }]);
  await page.getByRole("heading", { level: 1, name: "Notes for an assistant" }).waitFor();
  const effect = page.getByRole("region", { name: "What the changes do" });
  await effect.getByText("Change a clause").waitFor();
  await page.getByLabel("Version of Field of use").selectOption("licensee");
  await page.getByRole("region", { name: "neutral version" }).getByRole("button", { name: "Take the neutral version" }).waitFor();
  await page.getByRole("region", { name: "licensor’s version" }).getByText(/release|No release/).first().waitFor();
  await effect.getByRole("status").waitFor();
  await look();
  await page.getByRole("button", { name: "Begin an agreement with it" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Record", exact: true }).click();
  await page.getByRole("link", { name: "notes-2026" }).click();
  await page.getByText("a version of ours", { exact: true }).waitFor();
  await look();
  await step(page, "It was sent", { Day: "2026-02-21" });
  await step(page, "A version of theirs", { "Text, as a deal file": theirs, Day: "2026-02-25" });
  // Their next answer is a document: what it says is told with what it does, and recorded when somebody says so.
  const document = await (await house.ask("/workspaces/acme/agreements/notes-2026/versions/2/document?format=md")).text();
  await page.getByRole("link", { name: "A document came back" }).click();
  await page.getByLabel("Document", { exact: true }).setInputFiles([{ name: "theirs.md", mimeType: "text/markdown", buffer: Buffer.from(document.replaceAll("14 days", "10 days")) }]);
  await page.getByText("theirs.md says in 1 place something else").waitFor();
  await page.getByRole("region", { name: "What it does to the releases" }).getByText("No release is answered otherwise").waitFor();
  expect(await page.getByRole("region", { name: "Beside version 2" }).locator("del, ins").allInnerTexts()).toEqual([expect.stringContaining("14"), expect.stringContaining("10")]);
  await look();
  await page.getByRole("button", { name: "Record as their version" }).click();
  await page.getByLabel("The day on which it came").fill("2026-02-26");
  await page.getByRole("dialog").filter({ visible: true }).getByRole("button", { name: "Record", exact: true }).click();
  await page.getByRole("link", { name: "See the versions" }).click();
  await page.getByRole("link", { name: "with version 2" }).waitFor();
  expect(await page.getByRole("link", { name: "Version 3 for a word processor" }).last().getAttribute("href")).toBe("/api/v1/workspaces/acme/agreements/notes-2026/versions/3/document?format=docx");
  await page.getByRole("link", { name: "with version 1" }).click();
  await page.getByRole("region", { name: "Clause by clause" }).getByRole("heading", { name: /Field of use/ }).waitFor();
  await page.getByText("14 days").first().waitFor();
  await look();
  await page.setViewportSize({ width: 390, height: 900 });
  await page.getByRole("link", { name: "Words", exact: true }).click();
  const redlined = page.waitForEvent("download");
  await page.getByRole("button", { name: "One document with tracked changes" }).click();
  expect((await redlined).suggestedFilename()).toMatch(/\.docx$/);
  await look();
  await page.getByRole("link", { name: "Playbook", exact: true }).click();
  await page.getByLabel("Playbook", { exact: true }).setInputFiles([{ name: "playbook.yaml", mimeType: "text/yaml", buffer: Buffer.from(playbook) }]);
  await page.getByText("deletion", { exact: false }).first().waitFor();
  expect(page.url()).toContain("playbook=sha256");
  await page.getByText("What to propose").first().click();
  await look();
  await page.setViewportSize({ width: 1366, height: 900 });
  await page.getByRole("link", { name: "Notes for an assistant" }).click();
  // What comes while a signature is written is another text, on which nobody looked: not even where the page behind the dialog shows it by then.
  await page.getByText("a version of theirs came", { exact: true }).nth(1).waitFor();
  await page.getByRole("button", { name: "A side signed", exact: true }).click();
  const dialog = page.getByRole("dialog").filter({ visible: true });
  await dialog.getByLabel("What shows it", { exact: true }).fill("signed copy");
  expect((await house.ask("/workspaces/acme/agreements/notes-2026/versions", json({ text: theirs.replace("P14D", "P7D"), side: "theirs", on: "2026-02-26" }))).status).toBe(201);
  await askAnew(page);
  await page.getByText("a version of theirs came", { exact: true }).nth(2).waitFor();
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await dialog.getByText("the agreement is at step 5, and this was made of 4").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await step(page, "A side signed", { Day: "2026-02-27", "What shows it": "signed copy" });
  await step(page, "A side signed", { Day: "2026-02-28", "What shows it": "signed copy" }, { Side: "licensor" });
  await page.getByText("signed", { exact: true }).first().waitFor();
  await page.getByRole("link", { name: "Obligations", exact: true }).last().click();
  await page.getByRole("region", { name: "Obligations of the agreement" }).waitFor();
  await page.getByRole("link", { name: "Runbook" }).click();
  const steps = page.getByRole("region", { name: "Steps of the runbook" });
  await steps.getByText("delete", { exact: true }).first().waitFor();
  await page.setViewportSize({ width: 390, height: 900 });
  await look();
  await page.setViewportSize({ width: 1366, height: 900 });
  // A view of the list is kept under a name, and asked again by it.
  // A reason that cites it leads to its terms.
  await go("/w/acme/ask?use=launch");
  await page.locator('.reasons cite a[href*="/agreements/"]').first().click();
  await page.waitForURL(/\/agreements\/.*show=terms/);
  await go("/w/acme/agreements?state=signed");
  await page.getByLabel("Name of this view").fill("in force");
  await page.getByRole("button", { name: "Keep view" }).click();
  await go("/w/acme/agreements");
  await page.getByRole("list", { name: "Views" }).getByRole("link", { name: "in force" }).click();
  await page.waitForURL(/state=signed/);
  await page.getByRole("link", { name: "Notes for an assistant" }).waitFor();
  await portfolio(page, house);
  await look();
  await page.setViewportSize({ width: 390, height: 900 });
}, { expects: [/^answer 422: POST .*drafts\/(read|from-template)$/, /^answer 412: POST .*signatures$/, /^console: Failed to load resource.*(drafts\/read|drafts\/from-template|signatures)/] });
