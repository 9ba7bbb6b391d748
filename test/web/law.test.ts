import { expect } from "vitest";
import { json } from "../api/house.js";
import { journeys } from "./journey.js";

const journey = journeys();

journey("a license is found by keys, read in words with its quotes, and compared with another", async (page, { go, look }) => {
  await go("/w/acme/catalogue");
  await page.getByRole("region", { name: "Licenses and terms" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("Llama 3.1 Community");
  await expect.poll(() => page.getByRole("row").count()).toBe(2);
  expect(page.url()).toContain("q=Llama");
  await page.locator("h1").click();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Llama 3.1 Community License Agreement" }).waitFor();
  expect(page.url()).toContain("/catalogue/instruments/LicenseRef-Llama-3.1");
  expect(await page.getByRole("region", { name: "What it asks" }).innerText()).toContain("Built with Llama");
  expect(await page.locator("blockquote").count()).toBeGreaterThan(0);
  await look();
  await page.getByLabel("Compare with").selectOption("LicenseRef-Llama-2");
  await page.getByRole("region", { name: "Differences" }).waitFor();
  expect(page.url()).toContain("before=LicenseRef-Llama-2&after=LicenseRef-Llama-3.1");
  await page.getByRole("button", { name: /− gone/ }).click();
  await expect.poll(async () => (await page.locator(".difference").allInnerTexts()).every((text) => text.includes("gone"))).toBe(true);
});

journey("a position tells what turns on it, and which releases; nothing like it is told with a way on", async (page, { go }) => {
  await go("/w/acme/catalogue?show=positions&q=no-such-question");
  await page.getByRole("heading", { name: "No record is like that" }).waitFor();
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("link", { name: /Are the weights of a model a copy/ }).click();
  await page.getByRole("region", { name: "Answers, the most cautious first" }).waitFor();
  expect(await page.getByRole("region", { name: "What turns on it" }).getByRole("link").count()).toBe(3);
  await page.getByRole("button", { name: "Look at 1 of 1" }).click();
  const turning = page.getByRole("region", { name: "Releases that pivot on the position" });
  await turning.waitFor();
  expect(await turning.getByRole("row").nth(1).innerText()).toMatch(/launch\s+✖\s*blocked\s+◐\s*conditional\s+✖\s*blocked\s+by itself/);
});

journey("law has its days: in force as bars with words beside them, announced and awaited as lists", async (page, { go, look }) => {
  await go("/w/acme/catalogue?show=in-force&where=DE");
  const rows = page.getByRole("region", { name: "Law in force" }).getByRole("row");
  await rows.nth(1).waitFor();
  expect(await rows.nth(1).locator("rect.in-force").count()).toBe(1);
  expect(await rows.nth(1).innerText()).toContain("2021-06-07");
  await look();
  await page.getByRole("navigation", { name: "Parts of the catalogue" }).getByRole("link", { name: "Calendar" }).click();
  await page.getByLabel("From").fill("2026-11-28");
  await page.getByRole("button", { name: /^announced/ }).click();
  await page.waitForURL(/kind=announced/);
  await page.getByRole("region", { name: "Days of law" }).getByText("Federal Court of Justice").first().waitFor();
});

const card = (name: string): Buffer => Buffer.from(`---\nlicense: cc-by-nc-4.0\npretty_name: "${name}"\n---\n\n# ${name}\n\nWords of a card.\n`);

journey("files are dropped in, what was read and what was left out is told, hostile names do nothing, persons are recorded where that is chosen", async (page, { go, house }) => {
  await go("/w/empty/import");
  await page.getByText("Nothing was imported here yet.").waitFor();
  await page.getByLabel("Natural persons whom files name").selectOption({ label: "recorded by name" });
  await page.getByLabel("Files", { exact: true }).setInputFiles([
    { name: "README.md", mimeType: "text/markdown", buffer: card("<img src=x onerror=alert(1)>") },
    { name: "<script>alert(1)<script>‮gpj.md", mimeType: "text/markdown", buffer: Buffer.from("no card at all") },
    { name: "CITATION.cff", mimeType: "text/plain", buffer: Buffer.from("cff-version: 1.2.0\nmessage: cite it\ntitle: Field data\nauthors: [{ family-names: Doe, given-names: Jane }]\n") },
    { name: "weights.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(9_000_000) },
  ]);
  const read = page.getByRole("region", { name: "What was read" });
  await read.waitFor();
  expect(page.url()).toMatch(/run=\d+/);
  expect(await read.innerText()).toContain("hugging-face-card");
  expect(await read.innerText()).toContain("<script>alert(1)");
  expect((await house.api.states.newest("empty")).world!.graph.statements.filter(({ what }) => what.startsWith("person-")).map(({ value }) => value)).toEqual(["Jane Doe"]);
  await page.getByText("1 file was not sent").click();
  await page.getByText("weights.bin: 9.0 MB").waitFor();
  await expect.poll(() => page.getByRole("region", { name: "Imports" }).getByRole("row").count()).toBe(2);
});

journey(
  "what cannot be taken is told with what to do, on a narrow page",
  async (page, { go }) => {
    await go("/w/acme/import");
    await page.getByLabel("Files", { exact: true }).setInputFiles([{ name: "cleartitle.yaml", mimeType: "text/yaml", buffer: Buffer.from("us: acme\nassets: 7\n") }]);
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("assets");
    await page.getByLabel("Address").fill("http://10.1.2.3");
    await page.getByLabel("What to ask for").fill("acme/net");
    await page.getByRole("button", { name: "Ask the server" }).click();
    await page.getByText("nobody asks others in a test").waitFor();
  },
  { width: 390, expects: [/^answer 4\d\d: POST .*imports\/file$/, /^console: Failed to load resource.*imports\/file/] },
);

journey("an obligation is kept with a file that shows it, and its days are had as a calendar", async (page, { go, look }) => {
  await go("/w/acme/obligations");
  const list = page.getByRole("region", { name: "Obligations" });
  await list.waitFor();
  const before = await list.getByRole("row").count();
  await page.getByRole("button", { name: /^launch/ }).waitFor();
  await list.getByRole("link", { name: /hand over a copy of the license/ }).first().click();
  await page.getByLabel("File that shows it").setInputFiles([{ name: "license.txt", mimeType: "text/plain", buffer: Buffer.from("the license") }]);
  await page.getByLabel("Kept on").fill("2026-02-27");
  await page.getByRole("button", { name: "Record that it was kept" }).click();
  await page.getByText(/Recorded as change set 2/).waitFor();
  expect(await list.getByRole("row").count()).toBe(before);
  await page.getByText(/2026-02-27 sha256:/).first().waitFor();
  await look();
  // The way to the sentence that asks for it ends at that sentence, though its text comes after the page.
  await list.getByRole("link", { name: "Llama 3.1 Community License" }).first().click();
  await page.getByRole("heading", { level: 1, name: /Llama 3.1/ }).waitFor();
  await expect.poll(async () => page.evaluate("document.activeElement.dataset.norms ?? ''")).toBe(decodeURIComponent(new URL(page.url()).hash.slice("#norm-".length)));
  expect(await page.evaluate("(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.activeElement.getBoundingClientRect())")).toBe(true);
  await page.goBack();
  await page.getByRole("link", { name: "Calendar" }).click();
  await page.getByRole("button", { name: "Make an address" }).click();
  const shown = page.getByText(/\/api\/v1\/calendars\/acme\//);
  await shown.waitFor();
  const address = await shown.innerText();
  expect(address).toMatch(/^http:\/\/[^/]+\/api\/v1\/calendars\/acme\/\d+\/\S+$/);
  expect(await page.evaluate(`fetch(${JSON.stringify(address)}).then((answer) => answer.text())`)).toContain("BEGIN:VCALENDAR");
});

journey("history is read, and the ledger is verified in the browser: as it is, and with one entry changed", async (page, { go, house, look }) => {
  await go("/w/acme/history");
  const list = page.getByRole("region", { name: "Change sets" });
  await list.getByRole("link", { name: "1", exact: true }).click();
  await page.getByRole("region", { name: "Change set 1" }).getByText("It wrote a whole graph").waitFor();
  expect(page.url()).toContain("number=1");
  await page.getByRole("navigation", { name: "Parts of the history" }).getByRole("link", { name: "Ledger" }).click();
  await page.getByRole("region", { name: "Entries of the ledger" }).getByText("opened").waitFor();
  await look();
  await page.getByRole("link", { name: "Verify it in this browser" }).click();
  await page.getByRole("button", { name: "Export and verify now" }).click();
  await page.getByText("The ledger holds").waitFor();
  // Nobody signs in this house, and who writes everything anew gets a ledger that fits together as well.
  expect(await page.getByText("The ledger holds").textContent()).toBe("?The ledger holds in itself; nobody signed for all of it");
  const whole = Buffer.from(await (await house.ask("/workspaces/acme/ledger/bundle")).arrayBuffer());
  const at = whole.indexOf("\"index\":1,");
  const changed = Buffer.from(whole);
  changed.write("opposed", whole.indexOf("\"kind\":\"", at) + 8);
  await page.getByLabel("Verify an export from a file").setInputFiles([{ name: "ledger.zip", mimeType: "application/zip", buffer: changed }]);
  await page.getByText("The first bad entry is 1.").waitFor();
  await page.getByText("The ledger does not hold").waitFor();
  await page.getByLabel("Verify an export from a file").setInputFiles([{ name: "ledger.zip", mimeType: "application/zip", buffer: Buffer.from("no archive, but long enough to be one") }]);
  await page.getByText("that is no archive, or it is cut off").waitFor();
});

journey("a position is taken and a profile chosen on a narrow page, and the answer is another; one who is alone is told of people", async (page, { go, house }) => {
  await go("/w/acme/settings?position=model_weights_as_copy");
  await page.getByLabel("no copy where the weights never stored one").check();
  await page.getByLabel("Why, and on whose advice").fill("advice of counsel");
  await page.getByRole("button", { name: "Record the position" }).click();
  await page.getByText(/Recorded as change set \d/).waitFor();
  await page.getByRole("region", { name: "Positions taken" }).getByText("no copy where the weights never stored one").first().waitFor();
  expect((await house.api.states.newest("acme")).world!.graph.positions).toMatchObject([{ position: "model_weights_as_copy", option: "no_copy_stored", territory: "WORLD" }]);
  const profile = page.getByRole("region", { name: "Choose the profile" });
  await profile.getByRole("radio", { name: /^strict/ }).check();
  await profile.getByLabel(/^Why this profile/).fill("we rely on nothing contested");
  await profile.getByRole("button", { name: "Record the profile" }).click();
  await profile.getByText(/Recorded as change set \d/).waitFor();
  await page.getByText("(profile strict)").waitFor();
  await profile.getByRole("link", { name: "See what it changes" }).click();
  await page.getByRole("heading", { name: "Ask", level: 1 }).waitFor();
  const { basis } = (await (await house.ask("/workspaces/acme/ask", json({ use: "launch" }))).json()) as { readonly basis: { readonly positions: string } };
  expect(basis.positions).toMatch(/^strict with/);
  await page.goBack();
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Tokens" }).click();
  await page.getByRole("heading", { name: "This server has one user" }).waitFor();
}, { width: 390 });

/** Holds answers on records back, from the start of a page and as it is told: what is shown until one comes is there to be seen, however busy the machine. */
const holding = `{
  const ask = window.fetch;
  let through;
  window.hold = () => { through = new Promise((done) => { window.release = done; }); };
  window.hold();
  window.fetch = async (request) => {
    if (request.url?.includes("/workspaces/")) await through;
    return ask(request);
  };
}`;

journey("on a slow network shapes stand for what comes, nothing is pushed away, and what is pressed twice is done once", async (page, { go }) => {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.emulateNetworkConditions", { offline: false, latency: 300, downloadThroughput: 300_000, uploadThroughput: 300_000 });
  await page.addInitScript(holding);
  await page.addInitScript("window.jumps = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jumps += entry.value; }).observe({ type: 'layout-shift', buffered: true });");
  for (const [at, ready] of [["findings", ".table"], ["ask?use=launch", ".answer"], ["releases/launch", ".world-map"], ["assets", ".asset-table"]] as const) {
    await go(`/w/acme/${at}`);
    await page.locator("#screen .skeleton").first().waitFor();
    await page.evaluate("release()");
    await page.locator(ready).waitFor();
    expect({ at, jumps: Math.floor((await page.evaluate<number>("window.jumps")) * 10) }).toEqual({ at, jumps: 0 });
  }
  const sent: string[] = [];
  page.on("request", (request) => void (request.method() === "POST" && sent.push(new URL(request.url()).pathname)));
  await go("/w/acme/settings?position=adapter-is-derivative");
  await page.evaluate("release()");
  await page.getByRole("radio").first().check();
  await page.getByLabel("Why, and on whose advice").fill("advice of counsel");
  await page.evaluate("hold()");
  await page.getByRole("button", { name: "Record the position" }).dblclick();
  await page.evaluate("release()");
  await page.getByText(/Recorded as change set \d/).waitFor();
  expect(sent).toEqual(["/api/v1/workspaces/acme/changes"]);
});
