import { decide } from "@cleartitle/engine";
import { expect } from "vitest";
import { journeys } from "./journey.js";

const journey = journeys();

journey("a use is chosen, and the verdict comes first, with places and reasons", async (page, { go, house, look }) => {
  await go("/w/acme/ask");
  await page.getByLabel("Use", { exact: true }).selectOption("launch");
  const answer = page.getByRole("article", { name: "Answer" });
  await answer.waitFor();
  const { world } = await house.api.states.newest("acme");
  const decision = decide(world!, "launch", {});
  expect((await answer.locator("header").innerText()).toLowerCase()).toContain(decision.decision);
  expect(page.url()).toContain("use=launch");
  await answer.getByRole("link", { name: "r1", exact: true }).first().click();
  expect(page.url()).toContain("#r1");
  await look();
});

journey("a use that is in no records is described and asked, by keyboard, and its address asks it again", async (page, { go, look }) => {
  await go("/w/acme/ask");
  await page.getByRole("button", { name: "Another one" }).click();
  await page.getByRole("heading", { name: "Ask" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("tuned");
  await page.getByLabel("What is done with it").selectOption("distribute");
  await page.getByLabel("For which purpose").selectOption("commercial");
  await page.getByLabel("Places").fill("eu, US");
  await page.getByLabel("On", { exact: true }).fill("2026-12-01");
  await page.getByLabel("At which scale").fill("2000000");
  await page.getByRole("button", { name: "Add" }).click();
  await look();
  await page.getByRole("button", { name: "Ask" }).click();
  const answer = page.getByRole("article", { name: "Answer" });
  await answer.waitFor();
  expect(await answer.locator(".question").innerText()).toContain("tuned");
  expect(page.url()).toContain("scale=monthly-active-users%3A2000000");
  await page.reload();
  await answer.waitFor();
});

journey("what is wrong with a question is told all at once", async (page, { go, look }) => {
  await go("/w/acme/ask?of=nothing&do=hosted&in=Atlantis&on=2026-12-01");
  const told = page.getByRole("alert");
  await told.waitFor();
  expect(await told.getByRole("listitem").count()).toBeGreaterThan(1);
  await look();
}, { width: 390, expects: [/^answer 4\d\d: POST .*ask-described$/, /^console: Failed to load resource/] });
