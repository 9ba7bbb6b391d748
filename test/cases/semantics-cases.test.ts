import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { decideByReference } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { describe, expect, test } from "vitest";
import { caseFilesUnder, decideCase, faultsOf, readCases, realCatalogue } from "./case-file.js";

/** The cases that fix the definition of a decision: one file a question, beside the text that they show. */
const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const files = caseFilesUnder(join(docs, "semantics"));
const definition = readFileSync(join(docs, "semantics.md"), "utf8");
const first = 24;
/** Loaded before any test is timed. */
const catalogue = realCatalogue();

test.each(Array.from({ length: first }, (_, i) => String(i + 1).padStart(2, "0")))("question %s has its cases", (number) => {
  const found = files.filter((f) => basename(f).startsWith(`${number}-`));
  expect(found).toHaveLength(1);
  expect(readCases(found[0]!).length).toBeGreaterThan(1);
});

test.each(files.map((f) => basename(f)))("the definition links %s", (name) => {
  expect(definition).toContain(`semantics/${name}`);
});

test("the definition links nothing that is not there", () => {
  const linked = [...definition.matchAll(/\]\(semantics\/([^)]+)\)/g)].map((m) => m[1]!);
  expect(linked.filter((name) => !files.some((f) => basename(f) === name))).toEqual([]);
});

describe.each(files.map((f) => [basename(f), f] as const))("%s", (_name, file) => {
  test.each(readCases(file).map((c) => [c.case, c] as const))("%s", (_case, each) => {
    const [defined, decision] = [decideCase(catalogue, each, decideByReference), decideCase(catalogue, each)];
    expect(faultsOf(defined, each.expect)).toEqual([]);
    expect(canonicalJson(decision)).toBe(canonicalJson(defined));
  });
});

test("drawn as one edge or as two, distilling is decided alike", () => {
  const [one, two] = readCases(files.find((f) => basename(f).startsWith("17-"))!).map((c) => decideCase(catalogue, c));
  const told = (d: typeof one): unknown => ({ decision: d!.decision, byTerritory: d!.byTerritory.map((t) => [t.territories, t.decision]), obligations: d!.obligations.map((o) => [o.do, o.object, o.instrument, o.norm, o.state]) });
  expect(told(one)).toEqual(told(two));
});
