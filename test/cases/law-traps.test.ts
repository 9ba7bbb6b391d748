import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Case, decideCase, faultsOf, readCases, realCatalogue } from "./case-file.js";
import { changed, readTraps } from "./trap-table.js";

/** Each trap of the law has a case, which holds, and which fails once the record falls into the trap. */
const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const { traps, broken } = readTraps(readFileSync(join(docs, "law-traps.md"), "utf8"));
const catalogue = realCatalogue();
const read = new Map<string, readonly Case[]>();

const casesOf = (file: string): readonly Case[] => {
  if (!read.has(file)) read.set(file, readCases(join(docs, file)));
  return read.get(file)!;
};

test("the table is read whole", () => {
  expect(broken).toEqual([]);
  expect(new Set(traps.map((t) => t.number)).size).toBe(traps.length);
});

test("no change at all is told", () => {
  expect(() => changed(catalogue, "`us.c107`: without `nothing`")).toThrow("no norm");
  expect(() => changed(catalogue, "`us.c107`: somehow")).toThrow("not a change");
});

describe.each(traps.map((t) => [t.number, t] as const))("trap %s", (_number, trap) => {
  const each = casesOf(trap.file).find((c) => c.case === trap.case);

  test("its case is there and holds", () => {
    expect(each, `${trap.file} has no case \`${trap.case}\``).toBeDefined();
    expect(faultsOf(decideCase(catalogue, each!), each!.expect)).toEqual([]);
  });

  test.each(trap.changes)("it fails with %s", (change) => {
    expect(faultsOf(decideCase(changed(catalogue, change), each!), each!.expect)).not.toEqual([]);
  });
});
