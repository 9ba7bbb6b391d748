import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { defaultCatalogueDir } from "@cleartitle/catalogue";
import { caseFilesUnder, decideCase, faultsOf, readCases, realCatalogue } from "./case-file.js";

/** Every record's cases: a change of the data that changes an answer must change its case. */
const folder = defaultCatalogueDir()!;
const catalogue = realCatalogue();
const files = caseFilesUnder(folder);

test("cases are read as YAML says", () => {
  for (const file of files) expect(readCases(file)).toEqual(parse(readFileSync(file, "utf8"), { version: "1.2" }));
});

test("there are cases", () => expect(files.length).toBeGreaterThan(40));

describe.each(files.map((f) => [relative(folder, f), f] as const))("%s", (_name, file) => {
  test.each(readCases(file).map((c) => [c.case, c] as const))("%s", (_case, each) => {
    expect(faultsOf(decideCase(catalogue, each), each.expect)).toEqual([]);
  });
});
