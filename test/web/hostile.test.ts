import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { openHouse } from "../api/house.js";
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

/** A house whose records are named to do harm. */
async function open(): Promise<WebHouse> {
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-hostile-"));
  await writeFile(join(folder, "cleartitle.yaml"), file);
  try {
    return await openWebHouse(async () => openHouse(join(folder, "cleartitle.yaml")));
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
];

for (const width of [1366, 390]) {
  journey(`recorded names are text on every screen, whatever they say, and widen none (${width} px)`, async (page, { go }) => {
    page.on("dialog", () => expect.unreachable("a name opened a dialog"));
    for (const [at, ready] of screens) {
      await go(`/w/acme/${at}`);
      await page.locator(ready).first().waitFor();
      const ran = await page.evaluate<unknown>("window.ran ?? null");
      const made = await page.locator("#screen img, #screen script, #screen a[href^='javascript:']").count();
      const over = await page.evaluate<number>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
      expect({ at, ran, made, over }).toEqual({ at, ran: null, made: 0, over: 0 });
    }
    await go(`/w/acme/ask?use=${use}`);
    await page.locator(".answer").waitFor();
    expect(await page.locator("#screen").innerText()).toContain(image);
  }, { width });
}
