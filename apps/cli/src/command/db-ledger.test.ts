import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Io } from "../io.js";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cleartitle-db-ledger-"));
  writeFileSync(join(folder, "cleartitle.yaml"), 'us: acme\nassets:\n  - { id: notes, kind: dataset, license: MIT }\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function said(...args: readonly string[]): Promise<{ readonly exit: number; readonly said: string }> {
  const words: string[] = [];
  const output = { write: (text: string) => words.push(text) };
  const io: Io = { stdout: output, stderr: output, env: { USER: "jane" }, folder, today: () => "2026-03-01", interrupted: new Promise(() => undefined), rooms };
  return { exit: await run(args, io), said: words.join("") };
}
const text = (line: string) => said(...line.split(" "));

/** A byte more than is kept of one file. */
function large(path: string): void {
  writeFileSync(path, "");
  truncateSync(path, 64_000_001);
}

it("a workspace is signed, looked at, exported, verified, redacted and imported again", { timeout: 180_000 }, async () => {
  expect(await text("ledger key acme.example/title -o ledger.key")).toMatchObject({ exit: 0 });
  writeFileSync(join(folder, "ledger.pub"), (await text("ledger key other -o other.key")).said);
  const key = /PRIVATE/.test(readFileSync(join(folder, "ledger.key"), "utf8"));
  expect(key).toBe(true);
  expect(await text("db create acme cleartitle.yaml --ledger acme.example/title")).toMatchObject({ exit: 0 });
  expect((await text("db ledger acme")).said).toMatch(/signed {6}none of them: what is unsigned is kept[\s\S]*key {9}none yet\nrows {8}say what the ledger says/);
  expect(await text("db sign acme --key other.key")).toMatchObject({ exit: 3, said: expect.stringContaining("no key for the ledger") });
  const signed = await text("db sign acme --key ledger.key");
  expect(signed).toMatchObject({ exit: 0, said: expect.stringMatching(/^acme\.example\/title\n\d+\n/) });
  const shown = await text("db ledger acme");
  expect(shown.said).toContain("signed      all of them");
  const publicKey = /key {9}(\S+)/.exec(shown.said)![1]!;
  expect(await text("db export acme exported")).toMatchObject({ exit: 0, said: expect.stringContaining("written: exported") });
  expect(await text("db export acme exported")).toMatchObject({ exit: 1, said: expect.stringContaining("nothing is exported over") });
  expect(readdirSync(join(folder, "exported")).toSorted()).toEqual(["cleartitle.yaml", "ledger"]);
  expect(await text(`ledger verify exported/ledger --key ${publicKey} --replay`)).toMatchObject({ exit: 0, said: expect.stringContaining("✔ HOLDS") });
  const entry = readFileSync(join(folder, "exported/ledger/entries.jsonl"), "utf8").split("\n").findIndex((line) => line.includes('"kind":"statement"'));
  expect(await said("db", "redact", "acme", String(entry), "raw", "--why", "erasure", "--key", "ledger.key")).toMatchObject({ exit: 1, said: expect.stringContaining("is what the records say now") });
  expect(await said("db", "redact", "acme", "2", "by", "--why", "erasure", "--key", "ledger.key")).toMatchObject({ exit: 0, said: expect.stringContaining("by of entry 2 taken out") });
  expect(await text("db hand-over acme --key ledger.key --to other.key --why yearly")).toMatchObject({ exit: 3 });
  expect(await text("db import copy exported --ledger copy")).toMatchObject({ exit: 0, said: expect.stringContaining("made: copy, with 1 assets") });
  expect((await text("db ledger copy")).said).toContain("say what the ledger says");
  // With a key the ledger has the key's name, which only one of a database may have.
  expect(await text("db import signed exported --key ledger.key")).toMatchObject({ exit: 1, said: expect.stringContaining("there is a ledger `acme.example/title` already") });
  // A folder of others is imported alone, and whole or not at all.
  const linked = (path: string) => symlinkSync(join(folder, "ledger.key"), path);
  for (const [name, spoilt, words] of [["heads.jsonl", linked, "a link is not followed"], ["evidence/sha256-0", linked, "a link is not followed"], ["heads.jsonl", large, "64000000 are kept at most"]] as const) {
    const path = join(folder, "linked", "ledger", name);
    cpSync(join(folder, "exported"), join(folder, "linked"), { recursive: true });
    rmSync(path, { force: true });
    spoilt(path);
    expect(await text("db import linked linked")).toMatchObject({ exit: 3, said: expect.stringContaining(words) });
    rmSync(join(folder, "linked"), { recursive: true });
  }
  expect(await text("db ledger linked")).toMatchObject({ exit: 1, said: expect.stringContaining("there is no workspace `linked`") });
});

it.each([
  ["db ledger nobody", 1, "there is no workspace `nobody`"],
  ["db redact acme x raw --why y", 64, "`x` is no index of an entry"],
  ["db redact acme 9999 raw --why y", 1, "has no entry 9999"],
  ["db redact acme 0 by --why y", 3, "says who may sign"],
  ["db create more --ledger more --key other.key", 64, "the key signs the ledger `other`, and not `more`"],
  ["db import more exported --ledger more --key other.key", 64, "the key signs the ledger `other`, and not `more`"],
  ["db import again nowhere", 1, "there is no such file"],
  ["db import acme exported", 1, "there is a workspace `acme` already"],
  ["db sign acme --key cleartitle.yaml", 64, "there is no secret key in cleartitle.yaml"],
] as const)("%s ends with %i", async (line, exit, words) => {
  const told = await text(line);
  expect(told).toMatchObject({ exit });
  expect(told.said).toContain(words);
});
