import { problem } from "@cleartitle/norms";
import { expect, test } from "vitest";
import { isNotRead, withNotRead } from "./not-read.js";
import { readTitleFile } from "./read-title-file.js";
import { writeTitleFile } from "./write-title-file.js";

const graph = readTitleFile("us: acme\nassets: [{ id: a, kind: dataset }]\n", { file: "t.yaml" }).graph!;

test("what could not be read is told in the title file with its place and what to do, and read again", () => {
  const told = withNotRead(graph, [problem("wrong-type", "no id", { file: "a.json", line: 3, column: 1, hint: "write one" }), problem("io", "cannot be read")]);
  const again = readTitleFile(writeTitleFile(told), { file: "t.yaml" }).graph!;
  expect(again.findings.filter(isNotRead).map(({ detail, settle }) => [detail, settle])).toEqual([
    ["a.json:3: no id", expect.stringMatching(/^mend it and import it again.*\(write one\)$/)], ["cannot be read", expect.stringMatching(/waive it$/)],
  ]);
  expect(withNotRead(graph, [])).toBe(graph);
});

test("of very many the first are told, and how many there are besides", () => {
  const { findings } = withNotRead(graph, Array.from({ length: 1_003 }, (_, i) => problem("wrong-type", `entry ${i}`)));
  expect([findings.length, findings.at(-2)!.detail, findings.at(-1)!.detail]).toEqual([1_001, "entry 999", "3 more problems while reading"]);
});
