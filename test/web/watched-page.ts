import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What went wrong in a page while it was used: errors of the console, of scripts, and requests without an answer or with one that says that it failed. */
export function watch(page: Page, expected: readonly RegExp[]): string[] {
  const faults: string[] = [];
  const tell = (fault: string): void => {
    if (!expected.some((each) => each.test(fault))) faults.push(fault);
  };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) tell(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => tell(`script: ${error.message}`));
  // A step to another screen ends what the one before still asked.
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") tell(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) tell(`answer ${response.status()}: ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
  return faults;
}

/** Serious faults that the rules of accessibility find in the page as it is now. */
async function accessFaults(page: Page, rules: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Within the page itself: there are no frames of others, for which a second page would be opened each time.
  const { violations } = await rules(new AxeBuilder({ page })).setLegacyMode().analyze();
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(" ")}`);
}

/** All rules in the light theme and those of colors in the dark one, where nothing else differs; and whether anything stands out of the page at its sides. */
const themes = [
  ["light", (axe: AxeBuilder) => axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])],
  ["dark", (axe: AxeBuilder) => axe.withRules(["color-contrast", "link-in-text-block"])],
] as const;

export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [colorScheme, rules] of themes) {
    await page.emulateMedia({ colorScheme });
    faults.push(...(await accessFaults(page, rules)).map((fault) => `${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: null });
  const over = await page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  if (over > 0) faults.push(`the page is ${over} px wider than its window`);
  return faults;
}


