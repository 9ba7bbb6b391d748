import { loadKnowledge, openCatalogue } from "@cleartitle/catalogue";
import { expect, it } from "vitest";
import { identifyBytes } from "./identify-file.js";

const { catalogue, directory } = openCatalogue();
const { knowledge } = loadKnowledge(directory!, catalogue!);

it.each([
  ["letters of one byte", "x".repeat(3000)],
  ["a letter of two bytes over the end of a piece", `${"x".repeat(511)}é${"x".repeat(600)}`],
  ["one of three bytes", `${"x".repeat(510)}字`],
  ["one of four bytes, of which text has two halves", `${"x".repeat(509)}😀${"x".repeat(1030)}😀`],
  ["letters of three bytes in every piece", "字".repeat(6000)],
  ["many pieces with one each, and more after them", `${"x".repeat(500)}ü${"x".repeat(11)}`.repeat(40)],
  ["a mark of the byte order within", `${"x".repeat(600)}\uFEFF`],
])("reads UTF-8 as it is: %s", (_, before) => {
  const found = identifyBytes({ path: "a.txt", bytes: new TextEncoder().encode(`${before} SPDX-License-Identifier: MIT\n`), whole: true }, knowledge!);
  expect(found.licenses.map(({ base, column }) => [base, column])).toEqual([["MIT", before.length + 2]]);
  const marked = identifyBytes({ path: "a.txt", bytes: new TextEncoder().encode(`\uFEFF${before} SPDX-License-Identifier: MIT\n`), whole: true }, knowledge!);
  expect(marked).toEqual(found);
});

it("takes bytes that are no UTF-8 for Windows-1252, wherever they stand", () => {
  const found = identifyBytes({ path: "a.txt", bytes: Buffer.concat([Buffer.from(`${"x".repeat(700)}é `), Buffer.from([0xe9]), Buffer.from(" SPDX-License-Identifier: MIT\n")]), whole: true }, knowledge!);
  expect(found.licenses.map(({ base, column }) => [base, column])).toEqual([["MIT", 706]]);
  expect(found.problems.map(({ code }) => code)).toEqual(["format-syntax"]);
});
