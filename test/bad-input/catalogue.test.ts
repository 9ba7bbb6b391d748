import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultCatalogueDir, loadCatalogue } from "@cleartitle/catalogue";
import { formatProblem } from "@cleartitle/norms";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { isFile, malformed } from "./hostile-text.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const real = defaultCatalogueDir() ?? "";
const folder = mkdtempSync(join(tmpdir(), "cleartitle-catalogue-"));
const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);
const empty = 'source: [{ what: a test, where: here }]\nreviewed: "2026-01-01"\nterms: []\n';
const head = 'id: LicenseRef-X\nkind: license\ntitle: X\nverified: primary\nsource: [{ what: a test, where: here }]\nreviewed: "2026-01-01"\nrest: reserved\nspeaksOf: { training: false, outputs: false, weights: false }\nbindsBy: [reliance]\nreach: {}\n';
const record = (norms: string): string => `${head}norms:\n  - ${norms}\n`;
const sound = record('{ id: p, permit: { actions: [host] }, cite: "1" }');

/** The real taxonomies, each with a file of its own, and one license that is put under test. */
beforeAll(() => {
  cpSync(join(real, "taxonomies"), join(folder, "taxonomies"), { recursive: true });
  cpSync(join(real, "positions"), join(folder, "positions"), { recursive: true });
  mkdirSync(join(folder, "licenses"));
  put("taxonomies/aliases.yaml", `${empty}families: []\nnone: []\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = () => {
  const { catalogue, problems } = loadCatalogue(folder);
  for (const problem of problems) {
    expect(formatProblem(problem)).not.toMatch(/^\s+at .+:\d+|TypeError|RangeError|ZodError/m);
    expect([problem.file, (problem.line ?? 1) >= 1, (problem.column ?? 1) >= 1]).toEqual([problem.file ?? "no file", true, true]);
  }
  expect((catalogue === null) === problems.length > 0).toBe(true);
  return problems.map((p) => [p.code, p.file, p.line] as const);
};

test("the folder loads as it stands, or what follows proves nothing", () => {
  put("licenses/x.yaml", sound);
  expect(load()).toEqual([]);
});

describe("a record that is none", () => {
  test.each(malformed.filter((each) => each.code !== "wrong-type" && isFile(each)).map((each) => [each.name, each] as const))("%s", (_, { text, code, at }) => {
    put("licenses/x.yaml", text);
    const [first] = load();
    expect(first?.slice(0, 2)).toEqual([code, "licenses/x.yaml"]);
    expect(first?.[2]).toBe(at === null ? first?.[2] : at[0]);
  });
  test.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "wrong-type"], ["a list", "[]\n", "wrong-type"], ["ten thousand lists", "[".repeat(10_000), "too-deep"], ["ten megabytes", "x".repeat(10_000_000), "too-large"],
    ["an unknown key", `${sound}licence: x\n`, "unknown-key"], ["a key `__proto__`", `${sound}__proto__: { polluted: true }\n`, "unknown-key"], ["a prohibition by another name", record('{ id: p, prohibits: { actions: [host] }, cite: "1" }'), "unknown-key"],
    ["two kinds in one norm", record('{ id: p, permit: { actions: [host] }, prohibit: { actions: [host] }, cite: "1" }'), "bad-value"], ["a norm of no kind", record('{ id: p, cite: "1" }'), "bad-value"],
    ["an act that nobody knows", record('{ id: p, prohibit: { actions: [hots] }, cite: "1" }'), "unknown-name"], ["an act `constructor`", record('{ id: p, prohibit: { actions: [constructor] }, cite: "1" }'), "unknown-name"],
    ["a purpose `__proto__`", record('{ id: p, prohibit: { actions: [host] }, if: { purpose: [__proto__] }, cite: "1" }'), "unknown-name"], ["a purpose that nobody knows", record('{ id: p, prohibit: { actions: [host] }, if: { purpose: [comercial] }, cite: "1" }'), "unknown-name"],
    ["a place that nobody knows", record('{ id: p, prohibit: { actions: [host] }, if: { place: [EUU] }, cite: "1" }'), "unknown-place"], ["a value that a fact cannot have", record('{ id: p, prohibit: { actions: [host] }, if: { fact: in-production, is: "yes" }, cite: "1" }'), "wrong-type"],
    ["a position that nobody knows", record('{ id: p, prohibit: { actions: [host] }, if: { position: toString, options: { a: true } }, cite: "1" }'), "unknown-name"],
    ["a position with an option left out", record('{ id: p, prohibit: { actions: [host] }, if: { position: rely-on-publisher, options: { relies: true } }, cite: "1" }'), "incomplete-position"],
    ["an option named `__proto__`", record('{ id: p, prohibit: { actions: [host] }, if: { position: rely-on-publisher, options: { relies: true, does-not-rely: true, constructor: true } }, cite: "1" }'), "unknown-name"],
    ["a day that is not", sound.replace("2026-01-01", "2026-02-30"), "impossible-date"], ["norms of one id", `${sound}  - { id: p, permit: { actions: [run] }, cite: "2" }\n`, "bad-value"],
  ])("%s", (_, text, code) => {
    put("licenses/x.yaml", text);
    expect(load().map(([found, file]) => [found, file])).toContainEqual([code, "licenses/x.yaml"]);
  });
  test("two records of one id", () => {
    put("licenses/x.yaml", sound);
    put("licenses/y.yaml", sound);
    expect(load()).toEqual([["duplicate-id", "licenses/y.yaml", 1]]);
    rmSync(join(folder, "licenses/y.yaml"));
  });
  test("a circle of names", () => {
    const path = "taxonomies/restrictions.yaml";
    put("licenses/x.yaml", sound);
    put(path, `${empty.replace("terms: []\n", "terms:\n")}  - { id: a, title: a, isA: [b] }\n  - { id: b, title: b, isA: [a] }\n`);
    expect(load().map(([code]) => code)).toContain("cyclic-hierarchy");
    cpSync(join(real, path), join(folder, path));
  });
  test("a folder named like a record, and a link to nowhere, are no records", () => {
    mkdirSync(join(folder, "licenses/folder.yaml"));
    symlinkSync("nowhere", join(folder, "licenses/link.yaml"));
    expect(load()).toEqual([]);
  });
});

test("no folder, and a file in its place, are problems", () => {
  for (const dir of [join(folder, "nowhere"), join(folder, "licenses/x.yaml")]) {
    const { catalogue, problems } = loadCatalogue(dir);
    expect([catalogue, problems[0]?.code]).toEqual([null, "io"]);
  }
});

test("any record is answered", () => {
  const changed = fc.tuple(fc.nat(sound.length), fc.nat(12), fc.string({ unit: "binary", maxLength: 5 })).map(([at, length, more]) => sound.slice(0, at) + more + sound.slice(at + length));
  fc.assert(fc.property(changed, (text) => {
    put("licenses/x.yaml", text);
    expect(load().every(([, file]) => file === "licenses/x.yaml")).toBe(true);
  }), { numRuns: 15, seed: 5 });
});
