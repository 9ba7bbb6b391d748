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
