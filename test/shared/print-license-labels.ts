import { realCatalogue } from "../cases/case-file.js";
import { compareLabels, without, words } from "./license-labels.js";

/** Prints, term by term, how far our records and the labels of people agree, and where they differ. */
const { cells, unrecorded, terms } = compareLabels(realCatalogue());
const line = (...parts: (string | number)[]): void => void process.stdout.write(`| ${parts.join(" | ")} |\n`);

line("term", "alike", "of", "ours / people where they differ");
line("---", "---", "---", "---");
for (const term of terms.filter((t) => t in without)) line(term, "–", "–", `no counterpart: ${without[term]!}`);
for (const term of terms.filter((t) => !(t in without))) {
  const of = cells.filter((c) => c.term === term);
  const differing = of.filter((c) => c.ours !== c.people);
  line(term, of.length - differing.length, of.length, differing.map((c) => `${c.license} ${words[c.ours]} / ${words[c.people]}`).join("; "));
}
const alike = cells.filter((c) => c.ours === c.people).length;
line("all", alike, cells.length, `${((100 * alike) / cells.length).toFixed(1)} %`);
if (unrecorded.length > 0) process.stdout.write(`labels without a record: ${unrecorded.join(", ")}\n`);
