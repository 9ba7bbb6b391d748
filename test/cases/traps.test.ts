import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Case, decideCase, faultsOf, readCases, realCatalogue } from "./case-file.js";
import { changed, readTraps } from "./trap-table.js";

/** Each trap of the license texts and of the law has a case, which holds, and which fails once the record falls into the trap. */
const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const catalogue = realCatalogue();
const read = new Map<string, readonly Case[]>();

const casesOf = (file: string): readonly Case[] => {
  if (!read.has(file)) read.set(file, readCases(join(docs, file)));
  return read.get(file)!;
};

test.each(["MIT", "us.c107"])("no change at all of `%s` is told", (record) => {
  expect(() => changed(catalogue, `\`${record}\`: without \`nothing\``)).toThrow("no norm");
  expect(() => changed(catalogue, `\`${record}\`: somehow`)).toThrow("not a change");
});

describe.each(["license-traps.md", "law-traps.md"])("%s", (table) => {
  const { traps, broken } = readTraps(readFileSync(join(docs, table), "utf8"));

  test("the table is read whole", () => {
    expect(broken).toEqual([]);
    expect(traps.length).toBeGreaterThan(0);
    expect(new Set(traps.map((t) => t.number)).size).toBe(traps.length);
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
});
