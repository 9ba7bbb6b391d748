import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "@cleartitle/norms";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { defaultCatalogueDir } from "./catalogue-files.js";
import { loadCatalogue } from "./load-catalogue.js";
import { buildCatalogue, openCatalogue } from "./open-catalogue.js";

const records = defaultCatalogueDir()!;

test("the built catalogue is what the records say, in their order, to the byte", () => {
  const opened = openCatalogue();
  expect([opened.from, opened.notes, opened.problems]).toEqual(["built", [], []]);
  const { catalogue } = loadCatalogue(records);
  expect(opened.catalogue).toStrictEqual(catalogue);
  expect(sha256(JSON.stringify(opened.catalogue, entries))).toBe(sha256(JSON.stringify(catalogue, entries)));
});

const entries = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);

describe("a catalogue of one's own", () => {
  const root = mkdtempSync(join(tmpdir(), "catalogue-built-"));
  const directory = join(root, "catalogue");
  const built = join(root, "out", "catalogue.json");
  const places = { directory, built };
  const license = join(directory, "licenses", "MIT.yaml");
  const text = readFileSync(join(records, "licenses", "software", "MIT.yaml"), "utf8");
  const opened = (each: { directory: string | null; built: string } = places) => {
    const { catalogue, problems, from, notes } = openCatalogue(each);
    return { title: catalogue?.instruments.get("MIT")?.title, problems: problems.map((p) => p.code), from, notes: notes.length };
  };
  beforeAll(() => {
    for (const folder of ["taxonomies", "positions"]) cpSync(join(records, folder), join(directory, folder), { recursive: true });
    cpSync(join(records, "licenses", "software", "MIT.yaml"), license);
    // Aliases of licenses that are not here would dangle nowhere: names are only names.
  });
  beforeEach(() => {
    writeFileSync(license, text);
    buildCatalogue(places);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("is built once, and the same bytes come again", () => {
    const first = readFileSync(built);
    expect(buildCatalogue(places)).toEqual({ done: "kept", problems: [] });
    rmSync(built);
    expect(buildCatalogue(places).done).toBe("built");
    expect(readFileSync(built).equals(first)).toBe(true);
    expect(opened()).toEqual({ title: "MIT License", problems: [], from: "built", notes: 0 });
  });

  it("an edited record is read, and it is said that the built file is behind", () => {
    writeFileSync(license, text.replace("title: MIT License", "title: another"));
    expect(opened()).toEqual({ title: "another", problems: [], from: "records", notes: 1 });
    appendFileSync(license, "colour: red\n");
    expect(opened()).toEqual({ title: undefined, problems: ["unknown-key"], from: "records", notes: 1 });
    expect(buildCatalogue(places)).toMatchObject({ done: null, problems: [{ code: "unknown-key" }] });
  });

  it("a record more or less is noticed, a case is none", () => {
    writeFileSync(join(directory, "licenses", "MIT.cases.yaml"), "[]\n");
    expect(opened().from).toBe("built");
    rmSync(license);
    expect(opened()).toEqual({ title: undefined, problems: [], from: "records", notes: 1 });
  });

  it.each([
    ["cut off", (bytes: string) => bytes.slice(0, -100)], ["empty", () => ""], ["edited by hand", (bytes: string) => bytes.replace("MIT License", "MIT Licence")],
    ["of another version", (bytes: string) => bytes.replace('"format":4', '"format":0')], ["no JSON", () => "title: x\n"], ["JSON of another kind", () => "[]\n[]\n"],
  ])("a built file that is %s is not used", (_, change) => {
    writeFileSync(built, change(readFileSync(built, "utf8")));
    expect(opened()).toEqual({ title: "MIT License", problems: [], from: "records", notes: 1 });
    expect(opened({ directory: null, built })).toEqual({ title: undefined, problems: ["io"], from: "records", notes: 0 });
  });

  it("stands alone where the records are not there", () => {
    expect(opened({ directory: null, built })).toEqual({ title: "MIT License", problems: [], from: "built", notes: 0 });
    expect(opened({ directory: join(root, "gone"), built }).from).toBe("built");
    expect(opened({ directory: null, built: join(root, "gone.json") })).toEqual({ title: undefined, problems: ["not-found"], from: "records", notes: 0 });
  });
});
