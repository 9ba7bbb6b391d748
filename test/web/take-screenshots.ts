import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { shots } from "../../apps/web/src/screen/shots.js";
import { writeAgreement, writeOthers } from "./agreement.fixture.js";
import { writeTalks } from "./negotiation.fixture.js";
import { writeContracts } from "./contract.fixture.js";
import { openWebHouse } from "./web-house.js";

/** Takes every picture that a screen lists, in both themes, wide and narrow: `npm run screenshots -- FOLDER [NAME …]`. */
const [folder, ...named] = process.argv.slice(2);
if (folder === undefined) {
  console.error("say into which folder: npm run screenshots -- FOLDER [NAME …]");
  process.exit(64);
}
await mkdir(folder, { recursive: true });
const house = await openWebHouse();
await writeAgreement(house);
await writeOthers(house);
await writeTalks(house);
await writeContracts(house);
try {
  for (const width of [1366, 390]) {
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await house.browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: "en-US", timezoneId: "UTC" });
      const page = await context.newPage();
      for (const { name, at, ready } of shots.filter(({ name: each }) => named.length === 0 || named.includes(each))) {
        await page.goto(new URL(`/w/acme/${at}`, house.url).href);
        await page.locator(ready).first().waitFor();
        await page.evaluate("document.fonts.ready");
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
      await context.close();
    }
  }
} finally {
  await house.close();
}
