import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readTraps } from "../cases/trap-table.js";

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
const section = read("../../../shared/facts/licences/term-sheet.md").split("\n## ").find((text) => text.startsWith("1. Traps"))!.replace(/^.*\n/, "");
const { traps } = readTraps(read("../../docs/license-traps.md"));

test("every trap of the term sheet is in the table: the numbered ones, and one number more for each group after them", () => {
  const numbered = [...section.matchAll(/^(\d+)\. /gm)].map((found) => Number(found[1]));
  const groups = [...section.slice(section.indexOf("17. ")).matchAll(/^\*\*([^*]+)\*\*/gm)];
  expect(numbered.length).toBeGreaterThan(10);
  const wanted = Array.from({ length: numbered.length + groups.length }, (_, i) => i + 1);
  expect([...new Set(traps.map((trap) => Number.parseInt(trap.number, 10)))].toSorted((a, b) => a - b)).toEqual(wanted);
});
