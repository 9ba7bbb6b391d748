import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readTraps } from "../cases/trap-table.js";

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
const section = read("../../../shared/facts/law/law.md").split("\n## ").find((text) => text.startsWith("2. What changed"))!;

test("every change that is often told wrongly is in the table", () => {
  const numbered = [...section.matchAll(/^(\d+)\. /gm)].map((found) => Number(found[1])).filter((number, at) => at > 0 || number === 1);
  const { traps } = readTraps(read("../../docs/law-traps.md"));
  expect(Math.max(...numbered)).toBe(22);
  expect([...new Set(traps.map((trap) => Number.parseInt(trap.number, 10)))].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
});
