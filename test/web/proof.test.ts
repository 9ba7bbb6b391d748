import { expect } from "vitest";
import { journeys } from "./journey.js";

const journey = journeys();

journey("from the verdict to the clause as it is quoted, and on to what was recorded", async (page, { go, look }) => {
  await go("/w/acme/ask?use=launch");
  await page.getByRole("link", { name: "Proof", exact: true }).click();
  await page.getByRole("heading", { name: "Proof: launch" }).waitFor();
  const source = page.getByRole("complementary", { name: "Source of the chosen step" });
  await page.getByRole("button", { name: /^host on notes/ }).first().click();
  await source.getByText("notes", { exact: true }).waitFor();
  await page.getByRole("button", { name: "grant under CC-BY-NC-4.0: fails on purpose" }).first().click();
  expect(await source.locator("blockquote").innerText()).toContain("NonCommercial");
  expect(await source.getByRole("link", { name: "s.2(a)(1); s.1(i); s.4(a)" }).getAttribute("href")).toMatch(/^https:\/\/\S+CC-BY-NC-4\.0/);
  await look();
  await page.getByRole("heading", { name: "Proof: launch" }).click();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await page.evaluate<string>("document.activeElement.className")).toBe("node");
});

journey("a step that is not there is told, and so is a question that was never asked", async (page, { go }) => {
  await go("/w/acme/proof?use=launch&node=r99");
  await page.getByText("No step of this proof is called r99.").waitFor();
  await go("/w/acme/proof");
  await page.getByText("No answer is chosen").waitFor();
}, { width: 390 });
