import { outline } from "@cleartitle/engine";
import { expect } from "vitest";
import { journeys } from "./journey.js";
import { openMany, sources } from "./outline.fixture.js";
import { openWebHouse } from "./web-house.js";

const journey = journeys(async () => openWebHouse(openMany));
const things = Object.values(sources).reduce((sum, many) => sum + many, 0) + 2;

journey("of what came from hundreds of things an outline is offered: the verdict, how many things of how many kinds, and for how many each reason stands", async (page, { go, house, look }) => {
  const asked: string[] = [];
  page.on("request", (request) => void (request.method() === "POST" && asked.push(new URL(request.url()).pathname.split("/").at(-1)!)));
  await go("/w/acme/ask");
  await page.getByLabel("Use", { exact: true }).selectOption("reading");
  await page.getByRole("heading", { name: `${things} things went into it` }).waitFor();
  // Nothing is asked that nobody chose.
  expect([asked, await page.getByRole("article").count()]).toEqual([[], 0]);
  await look();
  await page.getByRole("button", { name: "Ask for an outline" }).press("Enter");
  const answer = page.getByRole("article", { name: "Answer" });
  await answer.getByText(`${things} things went into reader, itself included, of 5 kinds.`).waitFor();
  const { world } = await house.api.states.newest("acme");
  const { decision } = outline(world!, "reading", { claimBudget: 0, withoutProof: true });
  expect((await answer.locator("header").innerText()).toLowerCase()).toContain(decision.decision);
  await answer.getByText("Earlier acts are counted and not judged").waitFor();
  const reasons = answer.getByRole("region", { name: "Reasons" });
  for (const many of [sources["CC-BY-4.0"], sources["CC-BY-NC-4.0"]]) await reasons.getByText(`Stands for ${many} things of one kind.`).first().waitFor();
  await reasons.getByText("Of this thing alone.").first().waitFor();
  const rows = answer.getByRole("region", { name: "For how many each stands", exact: true }).last().locator("tbody tr");
  expect((await rows.locator("td:last-child").allInnerTexts()).map(Number)).toEqual(Object.values(sources).toSorted((a, b) => b - a));
  expect(await answer.getByRole("link", { name: "Proof" }).count()).toBe(0);
  await look();
  await page.setViewportSize({ width: 390, height: 900 });
  await look();
  await page.setViewportSize({ width: 1366, height: 900 });
  await answer.getByRole("button", { name: "Judge earlier acts too" }).click();
  await answer.getByText("Earlier acts are judged one by one.").waitFor();
  expect(await answer.getByText("Earlier acts are counted and not judged").count()).toBe(0);
  // Of an earlier act nothing else is said than of itself.
  const past = reasons.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: /past act/ }) });
  expect([await past.count() > 0, await past.getByText("Stands for").count(), await reasons.getByText("Stands for").count() > 0]).toEqual([true, 0, true]);
  // Its address asks it again, and another question is told anew.
  await page.reload();
  await answer.getByText("In outline:").waitFor();
  expect([asked, new URL(page.url()).searchParams.get("past")]).toEqual([["outline", "outline", "outline"], "judged"]);
  await page.getByLabel("Use", { exact: true }).selectOption("single");
  await answer.getByRole("link", { name: "Proof" }).waitFor();
  expect(asked.at(-1)).toBe("ask");
  await page.goBack();
  await answer.getByRole("button", { name: "Ask for the whole answer" }).click();
  await answer.getByRole("link", { name: "Proof" }).waitFor();
  expect(await answer.getByText("In outline:").count()).toBe(0);
});

journey("a use that is in no records has one too", async (page, { go }) => {
  await go("/w/acme/ask?of=reader&do=host&purpose=commercial&in=EU&on=2026-12-01");
  await page.getByRole("button", { name: "Ask for an outline" }).click();
  await page.getByRole("article", { name: "Answer" }).getByText(`${things} things went into reader`).waitFor();
});
