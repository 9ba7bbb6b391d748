import type { Page } from "playwright-core";
import { expect, vi } from "vitest";
import { journeys } from "./journey.js";

const journey = journeys();

/** Holds answers that are made already, until they are let go. */
async function held(page: Page, path: string, isHeld: (body: string) => boolean): Promise<{ readonly asked: () => number; readonly letGo: () => void }> {
  const waiting: (() => void)[] = [];
  let [isOpen, asked] = [false, 0];
  await page.route(path, async (route) => {
    if (!isHeld(route.request().postData() ?? "")) return route.continue();
    asked += 1;
    const response = await route.fetch();
    if (!isOpen) await new Promise<void>((resolve) => void waiting.push(resolve));
    // Nobody may wait for it any more.
    await route.fulfill({ response }).catch(() => null);
  });
  return {
    asked: () => asked,
    letGo: () => {
      isOpen = true;
      for (const go of waiting) go();
    },
  };
}

journey("what is shown after an answer was asked after it, also where the same was being asked before", async (page, { go }) => {
  const whole = await held(page, "**/questions", (body) => body.includes('"effects":true'));
  await go("/w/acme/questions?use=launch");
  await page.getByText("What each answer would do is being decided.").waitFor();
  await vi.waitFor(() => expect(whole.asked()).toBe(1), { timeout: 20_000 });
  // Answered before it is known what each answer would do, and corrected before that is.
  const named = `a[href*="${encodeURIComponent("market.dilution_evidence@notes")}"]`;
  await page.getByRole("list", { name: "Questions" }).locator(named).click();
  await page.getByRole("region", { name: "Question", exact: true }).getByRole("button", { name: "Yes" }).click();
  const answered = page.locator("section.answered");
  await answered.getByText("3 places changed").waitFor();
  await vi.waitFor(() => expect(whole.asked()).toBe(2), { timeout: 20_000 });
  await answered.getByRole("button", { name: "Correct to No" }).click();
  await vi.waitFor(() => expect(whole.asked()).toBe(3), { timeout: 20_000 });
  whole.letGo();
  await page.getByText("What settles most comes first.").waitFor();
  const list = page.getByRole("list", { name: "Questions" });
  expect([await list.getByRole("link").count(), await list.locator(named).count()]).toEqual([5, 0]);
  await answered.getByRole("button", { name: "Correct to Yes" }).waitFor();
});

journey("where nobody can say what an answer did, that is told, and not that it did nothing", async (page, { go }) => {
  await go("/w/acme/questions?use=launch");
  await page.getByText("What settles most comes first.").waitFor();
  let isAway = true;
  const body = JSON.stringify({ problems: [{ code: "unavailable", message: "this server is about to end", hint: "ask again when it is back", pointer: null }] });
  await page.route("**/questions", async (route) => (isAway ? route.fulfill({ status: 503, contentType: "application/problem+json", body }) : route.continue()));
  await page.getByRole("list", { name: "Answers" }).getByRole("button").first().click();
  const answered = page.locator("section.answered");
  await page.getByRole("alert").getByText("this server is about to end").waitFor();
  await answered.getByText("It is recorded, and the use is decided again.").waitFor();
  expect(await answered.getByText(/places? changed/).count()).toBe(0);
  isAway = false;
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await answered.getByText(/places? changed/).waitFor();
}, { expects: [/^answer 503: POST .*questions/, /^console: .*questions/] });
