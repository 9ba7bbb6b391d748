import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type House, json, openHouse } from "../api/house.js";
import { journeys } from "./journey.js";
import { openWebHouse, type WebHouse } from "./web-house.js";

const [image, script, turned, long] = ['<img src=x onerror="window.ran=1">', "<script>window.ran=1</script>", "safe\u202Egnp.exe\u200F", "a".repeat(180)];

const file = `us: ${JSON.stringify(script)}
parties: [{ id: ${JSON.stringify(script)} }]
assets:
  - { id: ${JSON.stringify(image)}, kind: dataset, license: CC-BY-NC-4.0, source: "javascript:window.ran=1", licensor: ${JSON.stringify(turned)} }
  - { id: ${JSON.stringify(turned)}, kind: dataset, license: Apache-2.0 }
  - { id: ${JSON.stringify(long)}, kind: model }
derivations:
  - { from: [${JSON.stringify(image)}, ${JSON.stringify(turned)}], to: ${JSON.stringify(long)}, by: finetune, on: "2026-03-01", in: DE, purpose: commercial }
uses:
  ${JSON.stringify(script)}: { of: ${JSON.stringify(long)}, actions: [host], purpose: commercial, in: [EU, US], on: "2026-12-01" }
`;

/** What is written in later by the one who is there, by each way in. */
async function writeMore({ ask }: House): Promise<void> {
  const write = async (path: string, body: unknown): Promise<void> => {
    const response = await ask(`/workspaces/acme/${path}`, json(body));
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  };
  await write("changes", { why: `${image} ${script} ${turned}`, changes: { add: { positions: { model_weights_as_copy: { WORLD: "no_copy_stored" } } } } });
  await write("waivers", { why: script, proposed: { kind: "waiver", finding: "upstream-undisclosed", reason: `${image} ${turned}`, until: "2026-06-03", asset: image, use: script, from: null } });
  await write("reviews", {});
  for (let told = 0; told === 0; await new Promise((done) => void setTimeout(done, 50))) told = ((await (await ask("/workspaces/acme/notices")).json()) as { items: unknown[] }).items.length;
}

/** A house whose records are named to do harm. */
async function open(): Promise<WebHouse> {
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-hostile-"));
  await writeFile(join(folder, "cleartitle.yaml"), file);
  try {
    return await openWebHouse(async () => {
      const house = await openHouse(join(folder, "cleartitle.yaml"));
      await writeMore(house);
      return house;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const journey = journeys(open);
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
  ["review", ".empty"],
  ["import", ".drop"],
  ["history?number=2", "#one"],
  ["history?show=ledger", ".table"],
  ["settings", ".table"],
  ["catalogue/positions/model_weights_as_copy", "#used-by"],
  // What an address names is recorded nowhere, and shown all the same.
  [`catalogue?q=${asset}`, ".empty"],
  [`catalogue/instruments/${asset}`, ".problem-box"],
  [`catalogue/compare?before=${asset}&after=${use}`, ".problem-box, .empty, .fields"],
  [`findings?asset=${use}`, ".empty"],
];

journey("recorded names are text on every screen, whatever they say, and widen none, wide or narrow", async (page, { go }) => {
  page.on("dialog", () => expect.unreachable("a name opened a dialog"));
  for (const [at, ready] of screens) {
    await go(`/w/acme/${at}`);
    await page.locator(ready).first().waitFor();
    const found = { at, ran: await page.evaluate<unknown>("window.ran ?? null"), made: await page.locator("#screen img, #screen script, #screen a[href^='javascript:']").count(), over: [] as number[] };
    for (const width of [390, 1366]) {
      await page.setViewportSize({ width, height: 900 });
      found.over.push(await page.evaluate<number>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
    }
    expect(found).toEqual({ at, ran: null, made: 0, over: [0, 0] });
  }
  await go(`/w/acme/ask?use=${use}`);
  await page.locator(".answer").waitFor();
  expect(await page.locator("#screen").innerText()).toContain(image);
}, { expects: [/^answer 404: GET .*(catalogue|compare)/, /^console: Failed to load resource.*catalogue/] });
