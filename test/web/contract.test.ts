import { expect } from "vitest";
import { openHouse } from "../api/house.js";
import { servedMock } from "../api/model.fixture.js";
import { contract, readByAnother } from "./contract.fixture.js";
import { journeys } from "./journey.js";
import { openWebHouse } from "./web-house.js";

/** Whoever runs the server named a language model. */
const journey = journeys(async () => openWebHouse(async () => openHouse(undefined, (options) => ({ ...options, model: servedMock() }))));

/** Marks words of the text as one does with a mouse. */
const mark = (words: string): string => `(() => {
  const text = [...document.querySelectorAll("[data-start]")].map((paragraph) => paragraph.firstChild).find((node) => node.data?.includes(${JSON.stringify(words)}));
  const range = document.createRange();
  range.setStart(text, text.data.indexOf(${JSON.stringify(words)}));
  range.setEnd(text, text.data.indexOf(${JSON.stringify(words)}) + ${words.length});
  getSelection().removeAllRanges();
  getSelection().addRange(range);
})()`;

journey("contracts are dropped, read and looked at by keyboard, a clause is added that was missed, and an agreement is begun with what was accepted", async (page, { go, look, house }) => {
  await go("/w/empty/contracts");
  await page.getByText("No contract was read here yet").waitFor();
  await go("/w/acme/contracts");
  await page.getByLabel("Contracts", { exact: true }).setInputFiles([
    { name: "license.txt", mimeType: "text/plain", buffer: Buffer.from(contract) },
    { name: "vertrag.txt", mimeType: "text/plain", buffer: Buffer.from("Dieser Vertrag regelt die Nutzung der Daten durch den Lizenznehmer. ".repeat(12)) },
  ]);
  await page.getByText("does not read as English").waitFor();
  await look();
  await page.getByRole("link", { name: "Data License Agreement" }).click();
  const cards = page.locator(".read-fields > li");
  await page.locator(".contract mark").first().waitFor();
  const texts = await cards.allInnerTexts();
  const cardOf = (words: string) => cards.nth(texts.findIndex((each) => each.startsWith(words)));
  for (let at = texts.findIndex((each) => each.startsWith("parties")); at >= 0; at -= 1) await page.keyboard.press("j");
  await page.keyboard.press("a");
  await cardOf("parties").getByText("accepted by jane").waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".contract mark.chosen").first().waitFor();
  expect(new URL(page.url()).searchParams.get("field")).toBe("parties.1");
  await cardOf("agreement date").getByRole("button", { name: "Accept" }).click();
  await cardOf("governing law").focus();
  await page.keyboard.press("c");
  await page.getByLabel("It states").fill("Delaware");
  await page.getByRole("button", { name: "Correct", exact: true }).last().click();
  await page.getByText("is no value of").first().waitFor();
  await page.getByLabel("It states").fill("US-DE");
  await page.getByRole("button", { name: "Correct", exact: true }).last().click();
  await cardOf("governing law").getByText("corrected by jane").waitFor();
  await page.evaluate(mark("Licensee keeps a list of who used the Data."));
  await page.getByLabel("Is a clause on").selectOption("audit-rights");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.locator(".read-fields > li.added").getByText("found by a person").waitFor();
  await look();
  await page.getByRole("button", { name: "Ask it", exact: true }).click();
  await page.getByText("It takes 1 clause as the program does, and names 1 clause that the program did not tell:").waitFor();
  await look();
  await page.getByLabel("Least confidence, in %").fill("100");
  await page.getByText("a whole number from 0 to 99").waitFor();
  await page.getByLabel("Least confidence, in %").fill("50");
  await page.getByRole("button", { name: /^Accept \d+ clauses? of those shown/ }).click();
  await page.getByText("accepted together, as shown with at least 50 % of confidence").first().waitFor();
  await page.getByRole("button", { name: "Make a deal of it" }).click();
  await page.getByLabel("What is licensed").fill("notes");
  await page.getByLabel("The day on which it came").fill("2026-02-28");
  await page.getByRole("button", { name: "Begin the agreement" }).click();
  await page.getByRole("heading", { name: "license", exact: false }).first().waitFor();
  await page.waitForURL(/\/agreements\/license$/);
  const { kinds } = (await (await house.ask("/workspaces/acme/readings/1")).json()) as { kinds: { kind: string; fields: { confidence: number | null; reviews: { verdict: string; why: string | null; values: string[] }[] }[] }[] };
  const { reviews } = kinds.find(({ kind }) => kind === "governing-law")!.fields[0]!;
  for (const field of kinds.flatMap(({ fields }) => fields)) expect(field.reviews.length > 0).toBe(field.confidence === null || field.confidence >= 0.495 || ["corrected", "accepted"].includes(field.reviews[0]?.verdict ?? ""));
  expect(reviews).toMatchObject([{ verdict: "corrected", values: ["US-DE"] }]);
}, { expects: [/422/] });

journey("on a phone a contract is read and filtered, and one that could not be read says why; one of other weights is read anew", async (page, { go, look, house }) => {
  await readByAnother(house, 1);
  await go("/w/acme/contracts/1?state=corrected");
  await page.getByRole("button", { name: "Read it anew" }).click();
  await page.getByText("Read by an earlier or later program").waitFor({ state: "detached" });
  await page.locator(".contract mark.corrected").first().waitFor();
  expect([await page.locator(".contract-fields .read-fields").first().locator("> li").count(), await page.locator(".contract mark:not(.corrected)").count()]).toEqual([1, 0]);
  await look();
  await go("/w/acme/contracts/2");
  await page.getByText("It could not be read").waitFor();
}, { width: 390 });
