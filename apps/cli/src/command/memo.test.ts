import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const folder = mkdtempSync(join(tmpdir(), "memo-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "title.yaml"), `us: acme
assets: [{ id: notes, kind: dataset, license: CC-BY-NC-4.0, licensor: maker, upstream: complete }]
uses:
  launch: { of: notes, actions: [distribute], purpose: commercial, in: [GB], on: "2026-12-01" }
`);
const catalogue = rooms.catalogue();

async function cli(...args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { stdout: { write: (text: string) => out.push(text) }, stderr: { write: (text: string) => err.push(text) }, env: {}, folder, today: () => "2026-06-01", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: () => catalogue } };
  return { exit: await run(args, io), out: out.join(""), err: err.join("") };
}

test("memo writes the assessment of a use, as text or into a file, never over one", async () => {
  const { exit, out } = await cli("memo", "title.yaml", "--use", "launch");
  expect(exit).toBe(0);
  expect(out).toMatch(/^# Memo: launch\n[^]*\n## Question\n[^]*\n## Answer\n[^]*BLOCKED|blocked[^]*\n## Basis\n/);
  expect((await cli("memo", "title.yaml", "--use", "launch", "--format", "pdf")).exit).toBe(64);
  expect((await cli("memo", "title.yaml", "--use", "launch", "--format", "pdf", "-o", "launch.pdf"))).toMatchObject({ exit: 0, out: "", err: "written: launch.pdf\n" });
  expect(readFileSync(join(folder, "launch.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  expect((await cli("memo", "title.yaml", "--use", "launch", "--format", "docx", "-o", "launch.pdf")).exit).toBe(1);
  expect((await cli("memo", "title.yaml", "--use", "lunch")).err).toContain("launch");
});

test("a memo says at its head that some of the evidence was not read, and below what", async () => {
  const notRead = Array.from({ length: 52 }, (_, i) => `  - { kind: not-read, detail: "bill.json:${i + 1}: no id", settle: mend it }\n`).join("");
  writeFileSync(join(folder, "part.yaml"), `${readFileSync(join(folder, "title.yaml"), "utf8")}findings:\n${notRead}`);
  const { out } = await cli("memo", "part.yaml", "--use", "launch");
  const [head] = out.split("## Question");
  expect(head).toMatch(/Not read.*52 things of the evidence/);
  expect(out).toMatch(/## Evidence that was not read\n[^]*bill\.json:1: no id[^]*to settle: mend it[^]*… and 2 more\n/);
  expect((await cli("memo", "title.yaml", "--use", "launch")).out).not.toMatch(/not read/i);
});
