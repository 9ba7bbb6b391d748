import { problem } from "@cleartitle/norms";
import { expect, test } from "vitest";
import type { Io } from "./io.js";
import { sayLines, sayProblems } from "./say-problems.js";

const told = async (say: (io: Io) => Promise<void>): Promise<string> => {
  const lines: string[] = [];
  await say({ stderr: { write: (text: string) => lines.push(text) } } as unknown as Io);
  return lines.join("");
};

test("a name of a file moves no cursor and begins no line", async () => {
  expect(await told((io) => sayLines(io, ["left out: a\u001b[31m\nb.json"]))).toBe("left out: a\\u{1b}[31m\\u{a}b.json\n");
  expect(await told((io) => sayProblems(io, [problem("io", "cannot read `a`", { file: "a\n✔ cleared\u0007", hint: "check its permissions" })]))).toBe("a\\u{a}✔ cleared\\u{7}: cannot read `a`\n  hint: check its permissions\n");
});

test("of many problems the first are told, and how many are left", async () => {
  const many = Array.from({ length: 3 }, (_, i) => problem("io", `${i}`));
  expect(await told((io) => sayProblems(io, many, 1))).toBe("0\n… and 2 more problems\n");
});
