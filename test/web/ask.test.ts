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
  await page.waitForURL(/#r1$/);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await answer.getByRole("button", { name: "Copy reason r1", exact: true }).click();
  await answer.getByText("Copied").waitFor();
  expect((await page.evaluate<string>("navigator.clipboard.readText()")).split("\n")).toEqual(expect.arrayContaining([expect.stringMatching(/^r1 blocked: /), expect.stringContaining("NonCommercial"), expect.stringMatching(/use=launch#r1$/)]));
  await look();
  await page.setViewportSize({ width: 390, height: 900 });
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

journey("somebody new is led from the answer to its proof, and where nothing is recorded to the import", async (page, { go, look }) => {
  await go("/");
  await page.getByRole("link", { name: "acme" }).click();
  const guide = page.getByRole("region", { name: "First steps" });
  await guide.getByRole("link", { name: /what “launch” comes to/ }).click();
  await page.getByRole("article", { name: "Answer" }).waitFor();
  await guide.getByText("✔ seen").waitFor();
  await look();
  await guide.getByRole("button", { name: "Show this no more" }).click();
  await guide.waitFor({ state: "detached" });
  await page.getByLabel("Workspace").selectOption("empty");
  await page.getByText("Nothing is recorded here yet").waitFor();
  expect(await page.getByRole("article", { name: "Answer" }).count()).toBe(0);
});

journey("a page that is not there leads back, and keys are told", async (page, { go, look }) => {
  await go("/w/acme/nothing");
  await page.getByRole("heading", { name: "There is no such page" }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await look();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Menu" }).click();
  await look();
  // A screen that cannot be fetched says so, and is there again with its server.
  const styles = /\.css$/;
  await page.route(styles, async (route) => route.abort());
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("heading", { name: "This screen could not be fetched" }).waitFor();
  await page.unroute(styles);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "History" }).waitFor();
}, { width: 390, expects: [/\.css/, /ERR_FAILED/] });

journey("who asks is told that some of the evidence was not read, and comes to what that was", async (page, { go, house, look }) => {
  await go("/w/acme/ask?use=launch");
  await page.getByRole("article", { name: "Answer" }).waitFor();
  expect(await page.getByText("could not be read").count()).toBe(0);
  const bill = JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", metadata: { component: { type: "application", name: "app", "bom-ref": "app" } }, components: [{ type: "library", name: "part", "bom-ref": "part", licenses: 7 }] });
  const imported = await house.ask("/workspaces/acme/imports/file?name=bill.cdx.json", { method: "POST", body: bill, headers: { "Content-Type": "application/json" } });
  await (await house.ask(`${imported.headers.get("location")!.slice("/api/v1".length)}/events`)).text();
  await page.reload();
  await page.getByText("1 thing of the evidence could not be read when it was imported, and has no part in any answer.").waitFor();
  await look();
  await page.getByRole("link", { name: "What that was" }).click();
  await page.getByRole("region", { name: "Findings" }).getByText(/^bill\.cdx\.json:\d+: /).waitFor();
});
