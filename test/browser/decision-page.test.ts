import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { decide } from "@cleartitle/engine";
import { serve } from "@cleartitle/server";
import { readTitleFile } from "@cleartitle/title";
import { realCatalogue } from "../cases/case-file.js";
import { openBrowser } from "./chromium.js";

const file = fileURLToPath(new URL("../../examples/hosted-assistant/cleartitle.yaml", import.meta.url));
let browser: Browser;
let url: string;
const closing: (() => Promise<void>)[] = [];

function exampleWorld() {
  const catalogue = realCatalogue();
  const { graph } = readTitleFile(readFileSync(file, "utf8"), { file: "cleartitle.yaml", taxonomies: catalogue.taxonomies });
  if (graph === null) throw new Error("the main example does not read");
  return { graph, catalogue };
}

beforeAll(async () => {
  const served = await serve({ page: { world: exampleWorld(), use: "launch" } });
  const opened = await openBrowser();
  ({ url } = served);
  ({ browser } = opened);
  closing.push(opened.close, () => served.close());
}, 60_000);

afterAll(async () => {
  for (const close of closing) await close();
});

async function open(width: number, colorScheme: "light" | "dark"): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  await page.goto(url);
  return page;
}

describe("the page of the main example, in a real browser", () => {
  test("says the verdict first, and each place leads to its reasons", async () => {
    const page = await open(1366, "light");
    const decision = decide(exampleWorld(), "launch", { withoutRange: true });
    expect((await page.locator("h1").innerText()).toLowerCase()).toContain(decision.decision);
    await page.locator('a[href="#r1"]').first().click();
    expect(page.url()).toContain("#r1");
    expect(await page.locator("#r1").isVisible()).toBe(true);
    await page.close();
  }, 60_000);

  test.each([[1366, "light"], [1366, "dark"], [390, "light"], [390, "dark"]] as const)("fits %i px (%s) and has no fault that the accessibility rules find", async (width, scheme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const page = await context.newPage();
    await page.goto(url);
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa"]).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ""}`)).toEqual([]);
    await context.close();
  }, 60_000);
});
