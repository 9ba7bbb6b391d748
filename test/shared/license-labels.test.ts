import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";
import { compareLabels, without, words } from "./license-labels.js";

/** What our records say of the labeled terms beside what people said, and what was decided of each difference. */
const doc = readFileSync(fileURLToPath(new URL("../../docs/license-labels.md", import.meta.url)), "utf8");
const { cells, unrecorded, terms } = compareLabels(realCatalogue());
const differing = cells.filter((c) => c.ours !== c.people);
const rows = [...doc.matchAll(/^\| ([^|]+) \| ([^|]+) \| (\S+) \| (\S+) \| (label|kept) \| ([^|]+) \|$/gm)];
const shown = rows.map(([, license, term, ours, people]) => `${license} ${term} ${ours} ${people}`);

test("every term is compared or has a reason why not", () => {
  expect([...new Set(cells.map((c) => c.term)), ...Object.keys(without)].toSorted()).toEqual([...terms].toSorted());
  for (const [term, why] of Object.entries(without)) expect(doc).toContain(`| ${term} | ${why} |`);
});

test("every license that has labels has a record, or is named", () => {
  expect(cells.length).toBeGreaterThan(300);
  expect(unrecorded.filter((name) => !doc.includes(`\`${name}\``))).toEqual([]);
});

test("each difference is decided in the document, and no other", () => {
  expect(shown.toSorted()).toEqual(differing.map((c) => `${c.license} ${c.term} ${words[c.ours]} ${words[c.people]}`).toSorted());
});

test("where the text does not refute the label, record and label agree in 95 of 100", () => {
  const refuted = rows.filter(([, , , , , decision]) => decision === "label").length;
  expect((cells.length - differing.length) / (cells.length - refuted)).toBeGreaterThanOrEqual(0.95);
});
