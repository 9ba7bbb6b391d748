import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "@cleartitle/norms";
import { GraphBuilder } from "@cleartitle/title";
import { afterAll, expect, test } from "vitest";
import { changedEvidence } from "./evidence.js";

const outer = mkdtempSync(join(tmpdir(), "cleartitle-evidence-"));
afterAll(() => rmSync(outer, { recursive: true, force: true }));
const folder = join(outer, "title");
mkdirSync(join(folder, "cards"), { recursive: true });
writeFileSync(join(folder, "cards", "a.md"), "license: mit");
const lines = ['{"id": "acme/a", "license": ["mit"]}', '{"id": "acme/b", "license": ["mit"]}'] as const;
writeFileSync(join(folder, "models.jsonl"), `${lines.join("\n")}\n`);
const card = "---\nlicense: mit\n---\n";
writeFileSync(join(folder, "marked.md"), `\uFEFF${card}`);
writeFileSync(join(outer, "outside.md"), "license: mit");
symlinkSync(join(outer, "outside.md"), join(folder, "linked.md"));
symlinkSync(outer, join(folder, "up"));

const [now, before] = ["license: mit", "license: gpl"].map((text) => sha256(text).slice(7)) as [string, string];

interface Told {
  readonly locator: string;
  readonly sha256: string;
  readonly id?: string;
  readonly supersedes?: string;
}

function graphOf(told: readonly Told[]) {
  const builder = new GraphBuilder("acme").addAsset({ id: "a", kind: "model" });
  for (const [index, { locator, sha256: digest, id = `s${index}`, supersedes = null }] of told.entries()) builder.addStatement({ id, about: { kind: "asset", id: "a" }, what: "license", rung: "declared", value: "MIT", source: { system: "card", locator, sha256: digest, retrieved: null }, supersedes });
  return builder.build();
}

const found = async (...told: Told[]) => (await changedEvidence(join(folder, "cleartitle.yaml"), graphOf(told))).map(({ kind, asset, detail }) => [kind, asset, detail]);
const changed = [["evidence-changed", "a", `\`cards/a.md\` is not the file any more from which a statement was read: its digest was sha256:${before} and is sha256:${now}`]];

test.each<[string, Told[], unknown]>([
  ["a file that is as it was", [{ locator: "cards/a.md#L1", sha256: now }], []],
  ["a file that is another one", [{ locator: "cards/a.md#L1", sha256: before }], changed],
  ["the same with a digest that says its kind, and no place in the file", [{ locator: "cards/a.md", sha256: `sha256:${before}` }], changed],
  ["a file of which a later statement was read as it is now", [{ locator: "cards/a.md#L1", sha256: before }, { locator: "cards/a.md#L2", sha256: now }], []],
  ["what another statement corrects", [{ id: "old", locator: "cards/a.md#L1", sha256: before }, { locator: "elsewhere.md", sha256: now, supersedes: "old" }], []],
  ["a file that is not there", [{ locator: "cards/b.md", sha256: before }], []],
  ["an address, what lies outside, and what leads there", ["https://example.org/a.md", "../outside.md", "/etc/hostname", "linked.md", "up/outside.md", "cards", "C:\\a.md"].map((locator) => ({ locator, sha256: before })), []],
  ["a line that stands in the file as it did", [{ locator: "models.jsonl#L1", sha256: sha256(lines[0]).slice(7) }], []],
  ["a line that is another one", [{ locator: "models.jsonl#L1", sha256: before }], [["evidence-changed", "a", expect.stringContaining("`models.jsonl` is not the file any more") as string]]],
  ["a text behind a mark that says how it is written", [{ locator: "marked.md#L2", sha256: sha256(card).slice(7) }], []],
  ["a digest of another kind", [{ locator: "cards/a.md", sha256: "md5:1" }], []],
])("of %s is told what is to be", async (_, told, expected) => {
  expect(await found(...told)).toEqual(expected);
});
