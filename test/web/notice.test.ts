import { expect } from "vitest";
import { json } from "../api/house.js";
import { deal } from "./agreement.fixture.js";
import { journeys } from "./journey.js";

const journey = journeys();

journey("an agreement whose end a late notice leaves open says so, until somebody records who says whether it counts", async (page, { go, look, house }) => {
  const steps: readonly (readonly [path: string, body: object])[] = [
    ["", { text: deal.replace("notes-2026", "short").replace('from: "2026-01-01", initial: P2Y', 'from: "2025-01-01", initial: P1Y') }], ["/short/sending", { on: "2024-12-02" }],
    ["/short/signatures", { side: "licensee", on: "2024-12-20", evidence: "signed copy" }], ["/short/signatures", { side: "licensor", on: "2024-12-20", evidence: "signed copy" }],
    ["/short/notices", { on: "2025-11-03", side: "licensor", evidence: "letter 4" }],
  ];
  for (const [path, body] of steps) expect([path, (await house.ask(`/workspaces/acme/agreements${path}`, json(body))).status]).toEqual([path, 201]);
  await go("/w/acme/agreements/short");
  await page.getByText("came 2 days after the last day").waitFor();
  await page.getByRole("button", { name: "Whether a late notice counts" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Does it count for the next term?").selectOption("yes");
  await dialog.getByLabel("Who says so").fill("counsel, memo 12");
  await dialog.getByLabel("Day", { exact: true }).fill("2026-02-01");
  await look();
  await dialog.getByRole("button", { name: "Record" }).click();
  await page.getByText("counsel, memo 12: the notice of step 5 counts for the next term").waitFor();
  expect(await page.getByText("If it counts, the last day is").count()).toBe(0);
  // Its term is over as well, and that it renewed is still not recorded.
  expect(await page.getByText("whether it renewed is not recorded").count()).toBe(1);
  expect(await page.locator(".verdict", { hasText: "past its term" }).count()).toBe(1);
});
