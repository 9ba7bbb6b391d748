import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, lstatSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { commandIn, type Ran } from "./command-line.js";

const folder = mkdtempSync(join(tmpdir(), "cleartitle-answer-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = `us: acme # that is us
parties: [ { id: acme } ]
assets:
  - { id: works, kind: dataset, license: NONE, upstream: complete }
  - { id: other, kind: dataset, license: NONE, upstream: complete }
derivations:
  - { from: [ works, other ], to: m, by: train, on: "2026-02-01", in: US, purpose: commercial } # the run
uses:
  train: { of: works, actions: [ train-on ], purpose: commercial, in: [ DE ], on: "2026-03-01" }
  host: { of: m, actions: [ host ], purpose: commercial, in: [ US ], on: "2026-03-01" }
`;
beforeEach(() => writeFileSync(join(folder, "t.yaml"), text));
const now = (): string => readFileSync(join(folder, "t.yaml"), "utf8");
const answer = (...args: string[]): Promise<Ran> => commandIn(folder, ["answer", "t.yaml", "--use", "train", ...args]);

test("questions are asked, answered, and then there are none", async () => {
  const asked = await commandIn(folder, ["questions", "t.yaml", "--use", "train"]);
  expect(asked).toMatchObject({ exit: 0, err: "" });
  expect(asked.out).toContain("source.lawful_access@works=true|false");
  const answered = await answer("source.lawful_access=true", "reservation.expressed=no", "retention.deleted_when_done=yes", "model.memorises=false");
  expect(answered).toEqual({ exit: 0, out: expect.stringContaining("retention.deleted_when_done of train is true, recorded with the use"), err: "next: cleartitle questions t.yaml --use train\n" });
  const after = await commandIn(folder, ["questions", "t.yaml", "--use", "train"]);
  expect(after.out).toContain("CLEARED");
  expect(after.out).toContain("No fact is lacking");
  expect(now()).toContain("us: acme # that is us\n");
  expect(now()).toContain('{ about: works, what: "fact:source.lawful_access", value: true, rung: declared, by: acme, recordedAt: "2026-11-21" }');
  expect(readdirSync(folder)).toEqual(["t.yaml"]);
});

test("a later answer corrects, a person concludes", async () => {
  await answer("source.lawful_access=true");
  await answer("source.lawful_access=false", "--by", "counsel", "--recorded-at", "2026-11-22");
  expect(now()).toContain("value: true, rung: declared");
  expect(now()).toContain('value: false, rung: concluded, by: counsel, recordedAt: "2026-11-22", supersedes: s1 }');
  const again = await answer("source.lawful_access=true");
  expect(again).toMatchObject({ exit: 1, out: "" });
  expect(again.err).toMatch(/somebody concluded[^]*--by/);
});

test("a dry run writes nothing", async () => {
  const { exit, out, err } = await answer("source.lawful_access=true", "--dry-run");
  expect([exit, now()]).toEqual([0, text]);
  expect(out.startsWith(text)).toBe(true);
  expect(err).toBe("source.lawful_access of works is true, a statement\n");
});

test("a link stays a link", async () => {
  symlinkSync("t.yaml", join(folder, "link.yaml"));
  const { exit } = await commandIn(folder, ["answer", "link.yaml", "--use", "train", "work.kind@works=photo"]);
  expect([exit, lstatSync(join(folder, "link.yaml")).isSymbolicLink()]).toEqual([0, true]);
  expect(now()).toContain("value: photo");
  rmSync(join(folder, "link.yaml"));
});

test("of a party with its time", async () => {
  const { exit } = await answer("monthly-active-users@acme=..5000000", "actor.kind@acme=research_org", "--during", "2026-01-01/..");
  expect(exit).toBe(0);
  expect(now()).toContain('{ about: { party: acme }, what: "quantity:monthly-active-users", value: "..5000000", rung: declared, by: acme, recordedAt: "2026-11-21", valid: "2026-01-01/.." }');
  const later = await answer("actor.kind@acme=company", "--recorded-at", "2026-11-22", "--during", "2026-01-01/..");
  expect(later).toMatchObject({ exit: 0, out: "actor.kind of acme is company, a statement, correcting `s2`\n" });
});

/** A license for the small alone, in the currency of its text. */
const small = `us: acme
parties: [{ id: acme }]
assets: [{ id: m, kind: model, license: small, licensor: maker, upstream: complete }]
instruments:
  - { id: small, kind: license, title: small, source: [{ what: a test, where: here }], verified: primary, reviewed: "2026-01-01", rest: reserved, bindsBy: [reliance], speaksOf: { training: true, outputs: true, weights: true }, reach: {}, norms: [{ id: few, cite: "1", permit: { actions: [reproduce, run] }, if: { quantity: annual-revenue, of: actor, below: 1000000, unit: USD } }] }
uses:
  train: { of: m, actions: [ reproduce ], purpose: commercial, field: general, in: [ GB ], on: "2026-03-01" }
`;

test.each([["..500000 USD", "cleared"], ["..500000 EUR", "unresolved"], ["2000000.. USD", "blocked"]])("a sum of money is of its currency: %s", async (sum, decision) => {
  writeFileSync(join(folder, "t.yaml"), small);
  const asked = await commandIn(folder, ["questions", "t.yaml", "--use", "train"]);
  expect(asked.out).toContain("annual-revenue@acme=..999999 USD|1000000.. USD");
  expect(await answer(`annual-revenue@acme=${sum}`)).toMatchObject({ exit: 0, out: `annual-revenue of acme is ${sum}, a statement\n` });
  expect(JSON.parse((await commandIn(folder, ["ask", "t.yaml", "--use", "train", "--format", "json"])).out)).toMatchObject({ decision });
});

test("a sum in a statement that names no currency is a problem", async () => {
  writeFileSync(join(folder, "t.yaml"), `${small}statements: [{ about: { party: acme }, what: "quantity:annual-revenue", value: "..500000", rung: declared }]\n`);
  expect(await commandIn(folder, ["ask", "t.yaml", "--use", "train"])).toMatchObject({ exit: 3, err: expect.stringContaining("`annual-revenue` is an amount of money and names no currency") });
});

describe("what cannot be recorded is told, all at once, and nothing is written", () => {
  const wrong: readonly [readonly string[], number, RegExp][] = [
    [["source.lawful_acces=true"], 64, /no fact `source\.lawful_acces`[^]*did you mean `source\.lawful_access`/],
    [["source.lawful_access=maybe"], 64, /no answer to `source\.lawful_access`[^]*true or false/],
    [["work.kind@works=picture"], 64, /one of `text`, `news`/],
    [["source.lawful_access"], 64, /FACT=VALUE/],
    [["source.lawful_access@wroks=true"], 64, /did you mean `works`/],
    [["plan=pro"], 64, /not asked for the use `train`/],
    [["monthly-active-users@acme=many"], 64, /amount, or bounds/],
    [["annual-revenue@acme=..500000"], 64, /amount of money[^]*names no currency[^]*`\.\.500000 EUR`/],
    [["monthly-active-users@acme=..500000 USD"], 64, /counted in users[^]*leave it out/],
    [["source.lawful_access=true", "--during", "soon"], 64, /no period/],
    [["source.lawful_access=true", "--recorded-at", "today"], 64, /no instant/],
    [["a=b", "c=d", "source.lawful_access=true"], 64, /`a`[^]*`c`/],
  ];
  test.each(wrong)("%j", async (args, exit, message) => {
    const ran = await answer(...args);
    expect(ran).toMatchObject({ exit, out: "" });
    expect(ran.err).toMatch(message);
    expect(now()).toBe(text);
  });

  test("asked of several", async () => {
    const ran = await commandIn(folder, ["answer", "t.yaml", "--use", "host", "market.dilution_evidence=false"]);
    expect(ran.exit).toBe(64);
    expect(ran.err).toMatch(/a fact of several[^]*`market\.dilution_evidence@other`, `market\.dilution_evidence@works`/);
  });

  test("a use that is not there, a file that is broken", async () => {
    expect((await commandIn(folder, ["answer", "t.yaml", "--use", "tain", "a=b"])).err).toMatch(/did you mean `train`/);
    writeFileSync(join(folder, "t.yaml"), "us: acme\nasets: []\n");
    expect(await answer("a=b")).toMatchObject({ exit: 3, out: "" });
  });
});

test("questions as data, as a document, in other places, and with what answers do", async () => {
  const json = JSON.parse((await commandIn(folder, ["questions", "t.yaml", "--use", "host", "--format", "json", "--most", "2"])).out) as { $schema: string; questions: unknown[]; cut: { questions: number } };
  expect(json.$schema).toBe("urn:cleartitle:schema:questions:1");
  expect([json.questions.length, json.cut.questions > 0]).toEqual([2, true]);
  expect((await commandIn(folder, ["questions", "t.yaml", "--use", "host", "--format", "markdown"])).out).toMatch(/^# \? UNRESOLVED/);
  expect((await commandIn(folder, ["questions", "t.yaml", "--use", "train", "--in", "US", "--effects", "--most", "1"])).out).toMatch(/→ US \(with its states\): unresolved → blocked/);
  expect((await commandIn(folder, ["questions", "t.yaml", "--use", "train", "--in", "XX"])).exit).toBe(64);
  expect((await commandIn(folder, ["questions", "t.yaml", "--use", "train", "--most", "none"])).exit).toBe(64);
});
