import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Question } from "@cleartitle/ledger";
import { keptCatalogue, openCatalogue, readKeptCatalogue } from "@cleartitle/catalogue";
import { decide, engineVersion } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandIn, type Ran } from "../inquiry/command-line.js";

const folder = mkdtempSync(join(tmpdir(), "cleartitle-ledger-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const cli = (line: string): Promise<Ran> => commandIn(folder, line.split(" "));
const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const done = async (line: string): Promise<string> => {
  const ran = await cli(line);
  expect({ line, exit: ran.exit, err: ran.err }).toEqual({ line, exit: 0, err: "" });
  return ran.out;
};
const title = (license: string): string => `us: acme\nassets:\n  - { id: notes, kind: dataset, license: ${license}, licensor: jane, upstream: complete }\nuses:\n  asked: { of: notes, actions: [distribute], purpose: commercial, field: general, in: [US, DE], on: "2026-12-01" }\n`;
const writes = "--key ledger.key --by counsel";

/** A copy of the ledger that something is done to. */
function changed(name: string, change: (path: string) => void): string {
  cpSync(join(folder, "evidence"), join(folder, name), { recursive: true });
  change(join(folder, name));
  return name;
}
const edited = (file: string, edit: (text: string) => string) => (path: string): void => writeFileSync(join(path, file), edit(readFileSync(join(path, file), "utf8")));

beforeAll(async () => {
  writeFileSync(join(folder, "cleartitle.yaml"), title("MIT"));
  writeFileSync(join(folder, "ledger.pub"), await done("ledger key acme.example/title -o ledger.key"));
  await done(`ledger open evidence ${writes}`);
  await done(`ledger record evidence cleartitle.yaml --use asked ${writes}`);
  writeFileSync(join(folder, "kept.txt"), await done("ledger head evidence"));
  await done(`ledger record evidence cleartitle.yaml --use asked --in DE --as-of 2026-12-24 --profile strict ${writes} --recorded-at 2026-11-21T08:00:00.5Z`);
});

describe("a ledger in a folder", () => {
  test("is verified and decided again from itself alone", async () => {
    const out = await done("ledger verify evidence --key ledger.pub --head kept.txt --replay");
    expect(out).toContain("✔ HOLDS  acme.example/title: 3 entries under 3 heads");
    expect(out).toContain("decisions decided again: 2 to the same bytes, 0 not");
  });
  test("as JSON says the same", async () => {
    const found = JSON.parse(await done("ledger verify evidence --key ledger.pub --replay --format json")) as Record<string, unknown>;
    expect(found).toMatchObject({ $schema: "urn:cleartitle:schema:ledger-verification:1", version: 1, holds: true, size: 3, firstBad: null, problems: [], replay: { same: 2, redacted: 0, not: 0 }, kinds: { decision: 2, opened: 1 } });
  });
  test("keeps its secret from all but its owner, and is never written over", async () => {
    expect(await cli("ledger key acme.example/title -o ledger.key")).toMatchObject({ exit: 1, out: "" });
    expect(await cli(`ledger open evidence ${writes}`)).toMatchObject({ exit: 1, out: "" });
    expect(read("evidence/entries.jsonl") + read("evidence/heads.jsonl")).not.toContain("PRIVATE");
  });
  test("proves an entry, and that it goes on, to who has the public key alone", async () => {
    writeFileSync(join(folder, "entry.json"), await done("ledger prove evidence --entry 1"));
    writeFileSync(join(folder, "since.json"), await done("ledger prove evidence --from kept.txt"));
    expect(await done("ledger check-proof entry.json --key ledger.pub")).toContain("entry 1 (`decision`");
    expect(await done("ledger check-proof since.json --key ledger.pub")).toContain("of 3 entries begins with all 2 of the earlier head");
    for (const [file, from, to] of [["entry.json", '"counsel"', '"jane"'], ["entry.json", '"index": 1', '"index": 0'], ["entry.json", "\\n3\\n", "\\n4\\n"], ["since.json", "\\n2\\n", "\\n1\\n"]] as const) {
      const text = read(file);
      expect(text).toContain(from);
      writeFileSync(join(folder, "bent.json"), text.replace(from, to));
      expect({ from, ...(await cli("ledger check-proof bent.json --key ledger.pub")) }).toMatchObject({ from, exit: 2, out: "" });
    }
  });
});

test("the commands of the page do what it says", async () => {
  const page = mkdtempSync(join(folder, "page-"));
  writeFileSync(join(page, "cleartitle.yaml"), title("MIT").replace("asked:", "launch:"));
  const [, block = ""] = /```text\n([^]*?)```/.exec(readFileSync(new URL("../../docs/ledger.md", import.meta.url), "utf8")) ?? [];
  const commands = block.trim().split("\n").map((line) => line.replace("cleartitle ", "").split(" > "));
  expect(commands).toHaveLength(5);
  let last = "";
  for (const [line = "", file] of commands) {
    const { exit, out, err } = await commandIn(page, line.split(" "));
    expect({ line, exit, err }).toEqual({ line, exit: 0, err: "" });
    if (file !== undefined) writeFileSync(join(page, file), out);
    last = out;
  }
  expect(last).toContain("decisions decided again: 1 to the same bytes, 0 not");
});

/** Every file of evidence that begins so, altered. */
const everyFile = (start: string, change: (text: string) => string) => (path: string): void => {
  for (const name of readdirSync(path, { recursive: true, encoding: "utf8" }).filter((each) => readFileIs(path, each, start))) edited(name, change)(path);
};

describe("what was done to a ledger is told", () => {
  test.each<[string, (path: string) => void, number, string]>([
    ["an answer that was altered", edited("entries.jsonl", (text) => text.replace(/("value":)"(cleared|conditional|unresolved|blocked)"/, '$1"clear"')), 2, "altered/entries.jsonl:2: entry 1: `status` does not say what was recorded"],
    ["a key of an entry", edited("entries.jsonl", (text) => text.replace('"status":{"salt"', '"status":{"sald"')), 3, "altered/entries.jsonl:2: entry 1: the line is no entry"],
    ["half a line", edited("entries.jsonl", (text) => text.slice(0, -200)), 3, "altered/entries.jsonl:3:"],
    ["a line too many", (path) => appendFileSync(join(path, "entries.jsonl"), `${readFileSync(join(path, "entries.jsonl"), "utf8").split("\n")[2]!}\n`), 2, "altered/entries.jsonl:4: entry 2 stands where entry 3 must stand"],
    ["the last line gone", edited("entries.jsonl", (text) => text.split("\n").slice(0, 2).join("\n")), 2, "altered/entries.jsonl:3: entry 2 is missing"],
    ["a head gone", edited("heads.jsonl", (text) => text.split("\n").slice(0, 2).join("\n")), 2, "entry 2 and those after it are under no head"],
    ["title files that were altered", everyFile("us: acme", (text) => text.replace("MIT", "GPL")), 2, "entry 1: the file is not what its name says"],
    ["decisions whose texts were altered", everyFile('{"$schema":"urn:cleartitle:schema:decision', (text) => text.replace(/"(cleared|conditional|unresolved|blocked)"/, '"clear"')), 2, "entry 1: the file is not what its name says"],
    ["a file that is no evidence", (path) => writeFileSync(join(path, "evidence", "notes.txt"), "x"), 3, "altered/evidence/notes.txt: this is no file of evidence"],
    ["a link for evidence", (path) => symlinkSync(join(path, "heads.jsonl"), join(path, "evidence", `sha256-${"0".repeat(64)}`)), 3, "this is no file of evidence"],
    ["no heads at all", (path) => rmSync(join(path, "heads.jsonl")), 1, "altered: there is no `heads.jsonl`"],
    ["a folder for entries", (path) => { rmSync(join(path, "entries.jsonl")); mkdirSync(join(path, "entries.jsonl")); }, 3, "this is no file"],
    ["nothing in it", edited("entries.jsonl", () => ""), 2, "there is no entry"],
  ])("%s", async (_, change, exit, message) => {
    const ran = await cli(`ledger verify ${changed("altered", change)} --key ledger.pub`);
    rmSync(join(folder, "altered"), { recursive: true });
    expect([ran.exit, ran.err]).toEqual([exit, expect.stringContaining(message)]);
    expect(ran.out).not.toContain("✔");
  });
  test("and such a ledger is not appended to", async () => {
    const name = changed("torn", edited("entries.jsonl", (text) => text.slice(0, -200)));
    expect(await cli(`ledger record ${name} cleartitle.yaml --use asked ${writes}`)).toMatchObject({ exit: 3, out: "" });
    expect(await cli(`ledger redact ${name} 1 title --why x ${writes}`)).toMatchObject({ exit: 3, out: "" });
  });
});

const readFileIs = (path: string, name: string, start: string): boolean => name.startsWith("evidence/") && readFileSync(join(path, name), "utf8").startsWith(start);

describe("deciding again", () => {
  test("says which title file is lacking", async () => {
    const name = changed("without", (path) => rmSync(join(path, "evidence"), { recursive: true }));
    expect((await cli(`ledger verify ${name} --key ledger.pub`)).out).toContain("4 files of evidence that entries name are not here");
    const ran = await cli(`ledger verify ${name} --key ledger.pub --replay`);
    expect([ran.exit, ran.err]).toEqual([1, expect.stringContaining("entry 1: its title file sha256:")]);
  });
  test("is done by the catalogue that the ledger brings, where the program has another one by now", async () => {
    const { appendToBundle, readSigningKey, recordDecision } = await import("@cleartitle/ledger");
    const here = keptCatalogue(openCatalogue().catalogue!);
    const earlier = (change: (value: Record<string, any>) => void) => {
      const value = JSON.parse(here.text) as Record<string, any>;
      change(value);
      const kept = readKeptCatalogue(JSON.stringify(value));
      if ("why" in kept) throw new Error(kept.why);
      return kept.catalogue;
    };
    const then = earlier(({ instruments }) => void (instruments.find((each: { id: string }) => each.id === "MIT").norms[0].cite = "another sentence"));
    // Of which a record names what is not in it.
    const torn = earlier((value) => void (value["positions"] = []));
    const question: Question = { use: "asked", in: null, asOf: null, knownAt: null, profile: null };
    const graph = readTitleFile(title("MIT"), { file: "cleartitle.yaml", taxonomies: then.taxonomies }).graph!;
    const record = (catalogue: typeof then, changes: object = {}) => recordDecision({ question, title: { file: "cleartitle.yaml", text: title("MIT") }, decision: { ...decide({ graph, catalogue: then }, "asked"), ...changes }, catalogue, by: "counsel", at: "2026-11-22T00:00:00Z" });
    const append = async (name: string, records: readonly ReturnType<typeof record>[]): Promise<void> => {
      const { problems } = await appendToBundle(join(folder, name), { key: readSigningKey(read("ledger.key"))!, events: records.map((each) => each.event), evidence: records.flatMap((each) => each.evidence) });
      expect(problems).toEqual([]);
    };
    const name = changed("earlier", () => undefined);
    const basis = record(then).event.fields["basis"] as object;
    await append(name, [record(then), record(then, { basis: { ...basis, engine: "1" } })]);
    const told = await done(`ledger verify ${name} --key ledger.pub --replay`);
    expect(told).toContain(`decisions decided again: 4 to the same bytes, 0 not\n2 of them by the catalogue ${then.digests.catalogue}, which the ledger brings`);
    expect(told).toContain(`1 of them recorded by engine 1: the one here is ${engineVersion}, and comes to the same but for its number`);
    await append(name, [record(torn), record(then, { decision: "cleared" }), record(torn, { basis: { ...basis, catalogue: torn.digests.catalogue } }), record(then, { basis: { ...basis, engine: "1" }, decision: "cleared" })]);
    const ran = await cli(`ledger verify ${name} --key ledger.pub --replay`);
    expect(ran.exit).toBe(1);
    expect(ran.err.split("\n").filter((line) => line.startsWith("earlier/"))).toEqual([
      expect.stringMatching(/entry 5: it was decided on catalogue .*; the catalogue that is kept with it is another one: catalogue sha256:/),
      expect.stringMatching(/entry 6: deciding again gives `\w+`, and `cleared` was recorded; they differ first at `\/decision`/),
      expect.stringMatching(/entry 7: /),
      expect.stringMatching(new RegExp(`entry 8: it was decided by engine 1, and the one here is ${engineVersion}: deciding again gives .*; they differ first at \`/decision\``)),
    ]);
  });
  test("finds a decision that was never decided so, and where it differs", async () => {
    const { appendToBundle, readSigningKey, recordDecision } = await import("@cleartitle/ledger");
    const catalogue = openCatalogue().catalogue!;
    const name = changed("invented", () => undefined);
    const text = readdirSync(join(folder, name, "evidence")).map((file) => read(`${name}/evidence/${file}`));
    const decision = JSON.parse(text.find((each) => each.startsWith("{") && each.includes('"in":["US","DE"]'))!) as Parameters<typeof recordDecision>[0]["decision"];
    const question: Question = { use: "asked", in: null, asOf: null, knownAt: null, profile: null };
    const record = (changes: Partial<typeof decision>, asked = question, file = title("MIT")) => recordDecision({ question: asked, title: { file: "cleartitle.yaml", text: file }, decision: { ...decision, ...changes }, catalogue, by: "mallory", at: "2026-11-22T00:00:00Z" });
    const records = [
      record({ decision: "blocked" }), record({}, { ...question, use: "__proto__" }), record({ basis: { ...decision.basis, graph: "sha256:0" } }), record({ basis: { ...decision.basis, catalogue: "sha256:old", engine: "9.9.9" } }),
      record({}, question, "us: acme\nasets: []\n"), record({}, { ...question, in: ["Atlantis"] }), record({ findings: [{ kind: "x", asset: null, detail: "", settle: "" }] }), record({}),
      ...[{ profile: "lenient" }, { knownAt: "yesterday" }, { place: "DE" }].map((more) => record({}, { ...question, ...more } as Question)),
    ];
    const { problems } = await appendToBundle(join(folder, name), { key: readSigningKey(read("ledger.key"))!, events: records.map((each) => each.event), evidence: records.flatMap((each) => each.evidence) });
    expect(problems).toEqual([]);
    const ran = await cli(`ledger verify ${name} --key ledger.pub --replay`);
    expect(ran.exit).toBe(2);
    const said = ran.err.split("\n").filter((line) => line.startsWith("invented/"));
    expect(said).toEqual([
      expect.stringMatching(/^invented\/entries\.jsonl:4: entry 3: deciding again gives `\w+`, and `blocked` was recorded; they differ first at `\/decision`$/),
      expect.stringContaining("entry 4: its title file is not what it rests on"), expect.stringContaining("entry 5: its title file is not what it rests on"),
      expect.stringMatching(/entry 6: it was decided on engine 9\.9\.9 \(here: [\d.]+\), catalogue sha256:old \(here: sha256:/),
      expect.stringContaining("entry 7: its title file cannot be read"), expect.stringContaining("entry 8: it was asked for `Atlantis`, which is no place"), expect.stringContaining("they differ first at `/findings/"),
      ...[11, 12, 13].map((entry) => expect.stringContaining(`entry ${entry}: it is recorded otherwise than a decision is`) as string),
    ]);
    expect(ran.out).toContain("decisions decided again: 3 to the same bytes, 10 not");
    // What is redacted of such a record hides the rest of it only where the rest is what a decision has.
    await done(`ledger redact ${name} 11 title --why erasure ${writes}`);
    await done(`ledger redact ${name} 12 question --why erasure ${writes}`);
    const after = await cli(`ledger verify ${name} --key ledger.pub --replay`);
    expect([after.exit, after.out, after.err.match(/entry \d+: it is recorded otherwise/g)]).toEqual([2, expect.stringContaining("9 not, 1 redacted"), ["entry 11: it is recorded otherwise", "entry 13: it is recorded otherwise"]]);
  });
});

describe("redaction and keys that change", () => {
  test("a title file goes, its entry stays, and the decision is named as redacted", async () => {
    const name = changed("erased", () => undefined);
    const out = await done(`ledger redact ${name} 1 title by --why erasure ${writes}`);
    expect(out).toContain("title, by of entry 1 taken out by counsel");
    // The other decision rests on the same title file, which therefore stays.
    expect(readdirSync(join(folder, name, "evidence"))).toHaveLength(4);
    await done(`ledger redact ${name} 2 title --why erasure ${writes}`);
    expect(readdirSync(join(folder, name, "evidence"))).toHaveLength(3);
    const verified = await done(`ledger verify ${name} --key ledger.pub --head kept.txt --replay`);
    expect(verified).toContain("entry 1: title, by redacted by counsel at 2026-11-21T00:00:00Z: erasure");
    expect(verified).toContain("decisions decided again: 0 to the same bytes, 0 not, 2 redacted");
    for (const [args, exit, message] of [["0 key", 3, "entry 0 is `opened`"], ["9 by", 1, "there is no entry 9"], ["1 title", 3, "entry 1 tells no `title`"], ["1 staus", 3, "did you mean `status`?"], ["-1 by", 64, ""], ["x by", 64, "is no index"]] as const)
      expect({ args, ...(await cli(`ledger redact ${name} ${args} --why x ${writes}`)) }).toMatchObject({ args, exit, out: "", err: expect.stringContaining(message) as string });
  });
  test("the next key signs, and the old one no more", async () => {
    const name = changed("handed", () => undefined);
    writeFileSync(join(folder, "next.pub"), await done("ledger key acme.example/title -o next.key"));
    await done(`ledger change-key ${name} --to next.key --why yearly ${writes}`);
    expect(await cli(`ledger record ${name} cleartitle.yaml --use asked ${writes}`)).toMatchObject({ exit: 3, out: "", err: expect.stringContaining("the ledger is signed by another key now") as string });
    await done(`ledger record ${name} cleartitle.yaml --use asked --key next.key --by jane`);
    for (const [args, exit] of [["--key ledger.pub", 0], ["--key next.pub", 0], ["--key next.pub --pinned-only", 0], ["--key ledger.pub --pinned-only", 2], ["--key ledger.pub --key next.pub --pinned-only --head kept.txt", 0]] as const)
      expect({ args, exit: (await cli(`ledger verify ${name} ${args}`)).exit }).toEqual({ args, exit });
  });
  test("one writer at a time", async () => {
    const name = changed("held", (path) => writeFileSync(join(path, "lock"), "1\n"));
    expect(await cli(`ledger record ${name} cleartitle.yaml --use asked ${writes}`)).toMatchObject({ exit: 1, out: "", err: expect.stringContaining("held/lock: another process writes to this ledger") as string });
    expect((await cli(`ledger verify ${name} --key ledger.pub`)).exit).toBe(0);
  });
});

describe("words on the command line", () => {
  test.each([
    ["ledger verify evidence", 64], ["ledger verify evidence --key nobody", 64], ["ledger verify evidence --key ledger.key", 64], ["ledger verify gone --key ledger.pub", 1], ["ledger verify cleartitle.yaml --key ledger.pub", 1], ["ledger verify evidence --key ledger.pub --head ledger.pub", 64],
    ["ledger head gone", 1], ["ledger prove evidence", 64], ["ledger prove evidence --entry 3", 64], ["ledger prove evidence --entry x", 64], ["ledger check-proof kept.txt --key ledger.pub", 3], ["ledger check-proof cleartitle.yaml --key ledger.pub", 3],
    ["ledger key a+b -o x.key", 64], ["ledger open fresh --key ledger.pub --by x", 64], [`ledger record evidence cleartitle.yaml --use nothing ${writes}`, 64], [`ledger record evidence cleartitle.yaml --use asked ${writes} --recorded-at yesterday`, 64],
    [`ledger record evidence cleartitle.yaml --use asked ${writes} --recorded-at 2026-02-30T00:00:00Z`, 64], [`ledger change-key evidence --to ledger.key --why x ${writes}`, 64], ["ledger", 64],
  ])("%s → %i", async (line, exit) => {
    const ran = await cli(line);
    expect([ran.exit, ran.out, ran.err.includes("PRIVATE+KEY")]).toEqual([exit, "", false]);
  });
  test.each(["verify", "head", "prove", "check-proof", "key", "open", "record", "redact", "change-key"])("ledger %s --help has three examples", async (name) => expect((await done(`ledger ${name} --help`)).match(/\$ cleartitle /g)).toHaveLength(3));
});
