import { expect } from "vitest";
import { journeys } from "./journey.js";
import { openReviewed, signIn } from "./reviewed-house.js";

const journey = journeys(openReviewed);
/** Who comes is not signed in yet. */
const expects = [/401/];

journey("a release is seen by place, and its decision is recorded", async (page, { go, look }) => {
  await go("/w/acme/releases");
  await signIn(page, "engineer");
  const row = page.getByRole("region", { name: "Releases" }).getByRole("row").nth(1);
  expect((await row.innerText()).replaceAll(/\s+/g, " ")).toMatch(/launch assistant ✖ blocked on 2026-12-01 ✖ blocked \? unresolved \? unresolved no decision is recorded yet/);
  await look();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("img", { name: "World map: 27 blocked, 2 unresolved" }).waitFor();
  await page.locator("path[data-country=FR]").dispatchEvent("click");
  expect(await page.getByRole("region", { name: "France" }).innerText()).toContain("CC-BY-NC-4.0");
  await page.getByLabel("Look at a country").selectOption("US");
  const country = page.getByRole("region", { name: "United States" });
  expect(await country.innerText()).toContain("unresolved");
  expect(page.url()).toContain("place=US");
  await page.getByRole("button", { name: "Record this decision" }).click();
  await page.getByLabel("Why now").fill("before the board");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByText("Nothing changed.").waitFor();
}, { expects });

journey("an answer changes a release at once, is corrected, and is told since the recorded decision", async (page, { go }) => {
  await go("/w/acme/questions?use=launch");
  await signIn(page, "engineer");
  await page.getByText("What settles most comes first.").waitFor();
  const asked = "Is there evidence that outputs of the same genre thin out the market?";
  await page.getByRole("list", { name: "Questions" }).getByRole("link", { name: asked }).first().click();
  const panel = page.getByRole("region", { name: "Question", exact: true });
  expect(await panel.innerText()).toContain("17 USC 107");
  expect((await panel.getByRole("list", { name: "Answers" }).innerText()).replaceAll(/\s+/g, " ")).toContain("Yes ? unresolved → ✖ blocked");
  await panel.getByRole("button", { name: "Yes" }).click();
  const answered = page.locator("section.answered");
  await answered.getByText("3 places changed").waitFor();
  await answered.getByRole("button", { name: "Correct to No" }).click();
  await answered.getByRole("button", { name: "Correct to Yes" }).click();
  await answered.getByRole("button", { name: "Correct to No" }).waitFor();
  await page.getByRole("link", { name: "by place, and why" }).click();
  await page.getByText(/^Worse in /).waitFor();
  await go("/w/acme/questions?use=launch");
  await page.getByText("What settles most comes first.").waitFor();
  expect((await page.getByRole("list", { name: "Questions" }).innerText()).replaceAll(/\s+/g, " ")).not.toContain(`${asked} of notes`);
}, { expects });

journey("a finding is waived with reason, scope and end, by two people", async (page, { go, look }) => {
  await go("/w/acme/findings?kind=upstream-undisclosed");
  await signIn(page, "engineer");
  const findings = page.getByRole("region", { name: "Findings" });
  await findings.getByRole("button", { name: "Waive" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Scope").selectOption({ label: "of base, for every use" });
  await dialog.getByLabel("Reason").fill("the publisher was asked <b>twice</b>");
  await dialog.getByLabel("Until").fill("2026-03-01");
  await dialog.getByRole("button", { name: "Propose the waiver" }).click();
  await dialog.getByText("a waiver ends after today, and after it begins").first().waitFor();
  await look();
  await dialog.getByLabel("Until").fill("2026-12-31");
  await dialog.getByRole("button", { name: "Propose the waiver" }).click();
  await findings.getByText(/proposal \d+ waits for approval/).waitFor();
  await go("/w/acme/review");
  await page.getByText("waits for another").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByText("You proposed it: somebody else has to approve it.").waitFor();
  expect(await page.getByRole("button", { name: "Approve" }).count()).toBe(0);
  const address = page.url();
  await page.getByRole("button", { name: "Put it otherwise" }).click();
  const revision = page.getByRole("dialog");
  await revision.getByLabel("Until").fill("2026-11-30");
  await revision.getByLabel("Why").fill("until the audit");
  await look();
  await revision.getByRole("button", { name: "Propose this text" }).click();
  await page.getByText("; revision 2").waitFor();
  await page.getByRole("region", { name: "Earlier texts" }).getByText(/until 2026-12-31/).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Login").waitFor();
  await go(new URL(address).pathname);
  await signIn(page, "approver");
  const proposal = page.getByRole("article", { name: "Proposal" });
  await proposal.getByText("no answer").waitFor();
  expect(await proposal.innerText()).toContain("the publisher was asked <b>twice</b>");
  await look();
  await page.getByRole("button", { name: "Approve" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
  await page.getByText(/^It is in the records since change set/).waitFor();
  await go("/w/acme/findings?waived=true");
  await page.getByText(/^Waived until 2026-11-30 by/).waitFor();
  await go("/w/acme/waivers");
  expect(await page.getByRole("region", { name: "Waivers" }).innerText()).toContain("the publisher was asked <b>twice</b>");
}, { expects: [...expects, /422/] });

journey("what counts of an asset is proposed with a reason, and counts once another person approves it", async (page, { go, look }) => {
  await go("/w/acme/assets/notes");
  await signIn(page, "engineer");
  await page.getByRole("button", { name: "Conclude license", exact: true }).click();
  const form = page.getByRole("form", { name: "Conclude: license" });
  await form.getByLabel("What counts").fill("CC0-1.0");
  await form.getByLabel("Reason").fill("the authors wrote <i>so</i>");
  await form.getByRole("button", { name: "Propose" }).click();
  const told = page.getByText(/^Proposed as number \d+\. It counts once somebody else approves it\.$/);
  await told.waitFor();
  const number = /\d+/.exec(await told.innerText())![0];
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Login").waitFor();
  await go(`/w/acme/review/${number}`);
  await signIn(page, "approver");
  const proposal = page.getByRole("article", { name: "Proposal" });
  await proposal.getByText("the authors wrote <i>so</i>").waitFor();
  await look();
  await page.getByRole("button", { name: "Approve" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
  await page.getByText(/^It is in the records since change set/).waitFor();
  await go("/w/acme/assets/notes");
  const said = page.getByRole("region", { name: "What is said: license" });
  await said.getByText("counts alone").waitFor();
  expect(await said.innerText()).toContain("CC0-1.0");
}, { expects });

journey("what is sent back says why; who only reads is asked for nothing", async (page, { go }) => {
  await go("/w/acme/waivers");
  await signIn(page, "engineer");
  await page.getByRole("button", { name: "End it" }).click();
  await page.getByLabel("Why").fill("no longer needed");
  await page.getByRole("button", { name: "Propose its end" }).click();
  await page.getByText(/proposal \d+ waits for approval/).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Login").waitFor();
  await go("/w/acme/review");
  await signIn(page, "approver");
  await page.getByText("waits for you").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Send back" }).click();
  await page.getByRole("dialog").getByLabel("Why").fill("it still is");
  await page.getByRole("dialog").getByRole("button", { name: "Send back" }).click();
  await page.getByText(/reject, .*it still is/).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Login").waitFor();
  await go("/w/acme/findings");
  await signIn(page, "viewer");
  await page.getByRole("region", { name: "Findings" }).waitFor();
  expect(await page.getByRole("button", { name: "Waive" }).count()).toBe(0);
}, { expects });

journey("on a narrow page all of it is there, and what is missing says the next step", async (page, { go, look }) => {
  await go("/w/acme/releases?decision=cleared");
  await signIn(page, "engineer");
  await page.getByText("No use is like that").waitFor();
  for (const [path, ready] of [["releases/launch", ".world-map"], ["findings", ".table"], ["questions?use=launch", ".questions"], ["review?state=approved", ".table"], ["notices", ".empty, .table"]] as const) {
    await go(`/w/acme/${path}`);
    await page.locator(ready).first().waitFor();
    await look();
  }
  await go("/w/acme/releases/nothing");
  await page.getByRole("alert").getByText("there is no use `nothing`").waitFor();
}, { width: 390, expects: [...expects, /404/] });
