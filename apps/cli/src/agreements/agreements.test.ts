import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "@cleartitle/norms";
import { openStore, Store } from "@cleartitle/store";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const folder = mkdtempSync(join(tmpdir(), "agreements-"));
beforeAll(() => cpSync(fileURLToPath(new URL("../../../../examples/medical-image-license", import.meta.url)), folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const catalogue = rooms.catalogue();

async function cli(...args: readonly string[]): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { stdout: { write: (text: string) => out.push(text) }, stderr: { write: (text: string) => err.push(text) }, env: { USER: "jane" }, folder, today: () => "2026-06-01", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: () => catalogue } };
  return { exit: await run(args, io), out: out.join(""), err: err.join("") };
}
const done = async (...args: readonly string[]): Promise<string> => {
  const { exit, out, err } = await cli(...args);
  expect([args.join(" "), exit, err]).toEqual([args.join(" "), 0, ""]);
  return out;
};

/** The lines of the example's README, as somebody would type them. */
const lines = readFileSync(fileURLToPath(new URL("../../../../examples/medical-image-license/README.md", import.meta.url)), "utf8").split("\n").filter((line) => line.startsWith("cleartitle ")).map((line) => line.split(" ").slice(1));

/** What the other side does in its word processor. */
function editDocx(from: string, to: string, was: string, is: string): void {
  const files = unzipSync(readFileSync(join(folder, from)));
  const xml = strFromU8(files["word/document.xml"]!);
  writeFileSync(join(folder, to), zipSync({ ...files, "word/document.xml": strToU8(xml.replaceAll(was, is)) }));
}

/** A draft of the archive, which gives its scans to whoever it is called after. */
const given = (agreement: string, topics: string): string => `id: ${agreement}\ntitle: Scans for ${agreement}\nwritten: "2026-01-02"\nparties: [{ id: archive, role: licensor, name: Archive }, { id: ${agreement}, role: licensee }]\nassets: [{ id: scans, kind: dataset, layers: [copyright] }]\ntopics: { ${topics}term-and-renewal: { version: neutral, with: { from: "2026-02-01", initial: P2Y } } }\n`;

describe("agreements of a workspace", () => {
  test("from a deal file to the runbook of their end, by the lines of the example", async () => {
    const said = new Map<string, string>();
    for (const line of lines) {
      const { exit, out, err } = await cli(...line);
      const name = line.slice(0, line[0] === "agreements" || line[0] === "draft" ? 2 : 1).join(" ");
      // What came back says something else.
      expect([line.join(" "), exit, name === "draft read" ? "" : err.replace(/^written: .*\n/, "")]).toEqual([line.join(" "), name === "draft read" ? 2 : 0, ""]);
      said.set(name, (said.get(name) ?? "") + out);
      if (line.includes("ours.docx") && line[0] === "draft") editDocx("ours.docx", "theirs.docx", "Within 30 days after", "Within 14 days after");
    }
    expect(said.get("draft read")).toContain("another value: deletion\n  - Within 30 days after the end Pharma deletes");
    expect(said.get("diff")).toMatch(/Within \[-30-\]\{\+14\+\} days/);
    expect(readFileSync(join(folder, "changes.docx"), "latin1").startsWith("PK")).toBe(true);
    expect(said.get("agreements sign")).toBe("recorded: step 4 of scans-2026\nrecorded: step 5 of scans-2026, with change set 2 of the title records\n");
    expect(said.get("agreements show")).toMatch(/signed on 2025-12-20[\s\S]*renews by itself unless somebody says no by 2027-11-01[\s\S]*insurers from 2026-05-01, waits for signatures[\s\S]*draft: no, it is signed already/);
    expect(said.get("agreements end")).toContain("change set 3");
    expect(said.get("agreements runbook")).toMatch(/^scans-2026: over from 2026-07-01 \(termination\), last day 2026-06-30\n\n 1\. STOP reader \(derivative\): stop: run or use it; offer its functionality as a service\n[\s\S]*DELETE scans[\s\S]*by 2026-07-14[\s\S]*CERTIFY[\s\S]*clinics of reader: cleared → blocked/);
    expect(await done("agreements", "list", "acme", "--state", "signed", "--ends-by", "2027-12-31")).toMatch(/^scans-2026 +signed +- +2026-06-30 {2}Scans for a reader of scans\n$/);
  }, 240_000);

  test("that the clauses of today cannot read are told as that, and not as ones that ask for nothing", async () => {
    const store = new Store(await openStore({ folder: join(folder, ".cleartitle") }));
    const workspace = await store.workspace("acme");
    const drafts = [["old", "nonsense"], ["first", given("first", "exclusivity: { version: neutral }, ")], ["second", given("second", "")]] as const;
    for (const [agreement, text] of drafts) await workspace.takeStep({ agreement, after: 0, content: { step: "draft", digest: sha256(text) }, text, parties: [] }, null, 3, { by: "jane", at: "2025-12-20T00:00:00Z" });
    await store.close();
    for (const args of [["obligations"], ["effective", "--format", "json"]]) expect([args, await cli("agreements", args[0]!, "acme", "old", ...args.slice(1))]).toEqual([args, { exit: 3, out: "", err: expect.stringContaining("old-1") }]);
    // The others are checked all the same, by all fifteen rules; what is given to one alone is given to nobody else.
    const checked = await cli("agreements", "check", "acme", "--as-of", "2026-05-01", "--format", "json");
    const found = JSON.parse(checked.out) as { readonly agreements: readonly { readonly agreement: string; readonly notChecked?: readonly object[]; readonly findings?: readonly { readonly rule: number | null; readonly severity: string; readonly message: string }[] }[] };
    expect([checked.exit, found.agreements.map(({ agreement, notChecked = null }) => [agreement, notChecked])]).toEqual([2, [["first", []], ["old", null], ["scans-2026", []], ["second", []]]]);
    expect(found.agreements.map(({ findings = [] }) => findings.filter(({ rule }) => rule === 7).map(({ severity, message }) => `${severity}: ${/and `[^`]+`/.exec(message)![0]}`))).toEqual([["contradiction: and `scans-2026`", "contradiction: and `second`"], [], ["contradiction: and `scans-2026`"], ["contradiction: and `second`"]]);
    expect(await cli("agreements", "check", "acme", "first", "--as-of", "2026-05-01")).toMatchObject({ exit: 2, out: expect.stringMatching(/^first: Scans for first \(draft\)\n[\s\S]*Not checked: no rule\n/) });
  }, 60_000);

  test("a notice that comes too late is told as that at once, and asked about until it is settled", async () => {
    const store = new Store(await openStore({ folder: join(folder, ".cleartitle") }));
    const workspace = await store.workspace("acme");
    const text = given("short", "").replace("2026-02-01", "2025-02-01").replace("P2Y", "P1Y");
    const sign = { step: "sign", digest: sha256(text), on: "2025-01-20", evidence: "paper" };
    const contents = [{ step: "draft", digest: sha256(text) }, { step: "send", on: "2025-01-10" }, { ...sign, side: "licensor" }, { ...sign, side: "licensee" }];
    const { number } = await workspace.graph();
    for (const [after, content] of contents.entries()) await workspace.takeStep({ agreement: "short", after, content, text: after === 0 ? text : null, parties: [] }, null, number, { by: "jane", at: "2025-01-20T00:00:00Z" });
    await store.close();
    expect(await cli("agreements", "notice", "acme", "short", "--side", "licensee", "--on", "2025-12-05")).toEqual({ exit: 0, out: "recorded: step 5 of short\n", err: expect.stringMatching(/^note: the notice that the licensee gave on 2025-12-05 came 3 days after the last day for the term to 2026-01-31, which was 2025-12-02: whether it counts for the next term, to 2027-01-31, is for counsel/) });
    expect(await done("agreements", "show", "acme", "short")).toContain("\nopen: the notice that the licensee gave on 2025-12-05 came 3 days after");
    expect(await cli("agreements", "settle", "acme", "short", "--notice", "five", "--counts", "no", "--who", "counsel")).toMatchObject({ exit: 64, err: expect.stringContaining("no number of a step") });
    expect(await done("agreements", "settle", "acme", "short", "--notice", "5", "--counts", "no", "--who", "counsel, memo 12", "--on", "2026-01-20")).toBe("recorded: step 6 of short\n");
    expect(await done("agreements", "show", "acme", "short")).not.toContain("open:");
    await done("agreements", "renew", "acme", "short", "--until", "2027-01-31", "--on", "2026-01-31");
    await done("agreements", "notice", "acme", "short", "--side", "licensor", "--on", "2026-02-10");
    expect(await done("agreements", "show", "acme", "short")).toContain("last day 2027-01-31\ndoes not renew: the licensor said no on 2026-02-10\n");
  }, 60_000);

  test("of a deal file, where no store keeps it", async () => {
    expect(await done("agreements", "runbook", "--deal", "agreement/deal.yaml", "--title", "cleartitle.yaml", "--format", "json")).toContain('"how": "term"');
    expect(await done("agreements", "effective", "--deal", "agreement/deal.yaml")).toMatch(/14\. Deletion \(neutral; 5\.3 in the document\)\n {2}14\.1 Within 30 days after the end Pharma deletes/);
    expect(await done("agreements", "obligations", "--deal", "agreement/deal.yaml")).toMatch(/^2026-01-01 first day of the deal \(7\.1\)\n/);
    expect(await done("agreements", "obligations", "--deal", "agreement/deal.yaml", "--format", "ics")).toMatch(/BEGIN:VCALENDAR[\s\S]*20271101/);
  }, 60_000);

  test.each<readonly [string, readonly string[], number, RegExp]>([
    ["no workspace", ["runbook"], 64, /named by its workspace and its id/],
    ["both a workspace and a file", ["effective", "acme", "scans-2026", "--deal", "agreement/deal.yaml"], 64, /both say which agreement/],
    ["a file that is not there", ["effective", "--deal", "none.yaml"], 1, /no such file/],
    ["no day", ["list", "acme", "--ends-by", "soon"], 64, /is no date/],
    ["a document where a deal file is asked for", ["receive", "acme", "ours.docx"], 3, /a document, and what is recorded is a deal file[\s\S]*draft read ours\.docx/],
    ["a signature without evidence", ["sign", "acme", "scans-2026", "--side", "licensor"], 64, /what shows it/],
    ["what is no deal", ["runbook", "--deal", "cleartitle.yaml"], 3, /cleartitle\.yaml/],
  ])("%s is a clear problem", async (_, args, exit, says) => {
    const told = await cli("agreements", ...args);
    expect([told.exit, told.err]).toEqual([exit, expect.stringMatching(says)]);
  });
});
