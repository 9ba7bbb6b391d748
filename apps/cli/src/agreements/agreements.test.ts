import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "@cleartitle/norms";
import { openStore, Store } from "@cleartitle/store";
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

describe("agreements of a workspace", () => {
  test("from a deal file to the runbook of their end", async () => {
    await done("db", "create", "acme", "cleartitle.yaml");
    expect(await done("agreements", "add", "acme", "agreement/deal.yaml", "--note", "as we talked")).toBe("recorded: step 1 of scans-2026\n");
    await done("agreements", "send", "acme", "scans-2026", "--on", "2025-12-02");
    await done("agreements", "sign", "acme", "scans-2026", "--side", "licensor", "--on", "2025-12-20", "--evidence", "contract 17");
    expect(await done("agreements", "sign", "acme", "scans-2026", "--side", "licensee", "--on", "2025-12-20", "--copy", "README.md")).toBe("recorded: step 4 of scans-2026, with change set 2 of the title records\n");
    await done("agreements", "amend", "acme", "scans-2026", "agreement/amendment.yaml");
    expect(await done("agreements", "list", "acme", "--state", "signed", "--ends-by", "2027-12-31")).toMatch(/^scans-2026 +signed +- +2027-12-31 {2}Scans for a reader of scans\n$/);
    expect(await done("agreements", "show", "acme", "scans-2026")).toMatch(/signed on 2025-12-20[\s\S]*renews by itself unless somebody says no by 2027-11-01[\s\S]*insurers from 2026-05-01, waits for signatures[\s\S]*draft: no, it is signed already/);
    expect(await done("agreements", "end", "acme", "scans-2026", "--side", "licensor", "--on", "2026-07-01", "--why", "unpaid")).toContain("change set 3");
    expect(await done("agreements", "runbook", "acme", "scans-2026")).toMatch(/^scans-2026: over from 2026-07-01 \(termination\), last day 2026-06-30\n\n 1\. STOP reader \(derivative\): stop: run or use it; offer its functionality as a service\n[\s\S]*DELETE scans[\s\S]*CERTIFY[\s\S]*clinics of reader: cleared → blocked/);
  }, 120_000);

  test("that the clauses of today cannot read are told as that, and not as ones that ask for nothing", async () => {
    const store = new Store(await openStore({ folder: join(folder, ".cleartitle") }));
    await (await store.workspace("acme")).takeStep({ agreement: "old", after: 0, content: { step: "draft", digest: sha256("nonsense") }, text: "nonsense", parties: [] }, null, 3, { by: "jane", at: "2025-12-20T00:00:00Z" });
    await store.close();
    for (const args of [["obligations"], ["effective", "--format", "json"]]) expect([args, await cli("agreements", args[0]!, "acme", "old", ...args.slice(1))]).toEqual([args, { exit: 3, out: "", err: expect.stringContaining("old-1") }]);
  }, 60_000);

  test("of a deal file, where no store keeps it", async () => {
    expect(await done("agreements", "runbook", "--deal", "agreement/deal.yaml", "--title", "cleartitle.yaml", "--format", "json")).toContain('"how": "term"');
    expect(await done("agreements", "effective", "--deal", "agreement/deal.yaml")).toMatch(/14\. Deletion \(neutral\)\n {2}14\.1 Within 30 days after the end Pharma deletes/);
    expect(await done("agreements", "obligations", "--deal", "agreement/deal.yaml")).toMatch(/^2026-01-01 first day of the deal \(7\.1\)\n/);
    expect(await done("agreements", "obligations", "--deal", "agreement/deal.yaml", "--format", "ics")).toMatch(/BEGIN:VCALENDAR[\s\S]*20271101/);
  }, 60_000);

  test.each<readonly [string, readonly string[], number, RegExp]>([
    ["no workspace", ["runbook"], 64, /named by its workspace and its id/],
    ["both a workspace and a file", ["effective", "acme", "scans-2026", "--deal", "agreement/deal.yaml"], 64, /both say which agreement/],
    ["a file that is not there", ["effective", "--deal", "none.yaml"], 1, /no such file/],
    ["no day", ["list", "acme", "--ends-by", "soon"], 64, /is no date/],
    ["a signature without evidence", ["sign", "acme", "scans-2026", "--side", "licensor"], 64, /what shows it/],
    ["what is no deal", ["runbook", "--deal", "cleartitle.yaml"], 3, /cleartitle\.yaml/],
  ])("%s is a clear problem", async (_, args, exit, says) => {
    const told = await cli("agreements", ...args);
    expect([told.exit, told.err]).toEqual([exit, expect.stringMatching(says)]);
  });
});
