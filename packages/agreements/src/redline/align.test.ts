import { defaultCatalogueDir, openCatalogue } from "@cleartitle/catalogue";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { loadClauses } from "../clause/library.js";
import { lineDifferences } from "../returned/draft-difference.js";
import { alignClauses } from "./align.js";
import { type ClauseText, clausesOfDocx, clausesOfText } from "./clause-text.js";
import { pairedLines } from "./likeness.js";

const { library } = loadClauses(defaultCatalogueDir()!, openCatalogue().catalogue!.taxonomies);

const told = (left: string, right: string) => alignClauses(clausesOfText(left, library!), clausesOfText(right, library!)).map(({ kind, moved, before, after }) => [kind, moved, before?.heading ?? before?.paragraphs[0] ?? null, after?.heading ?? after?.paragraphs[0] ?? null]);

const grant = "Acme may train models on the corpus, and evaluate them.";
const law = "The law of Ireland governs this agreement.";

test.each([
  ["the same, whatever the spaces", `# Grant\n\n${grant}\n`, `# Grant\n${grant.replaceAll(" ", "  ")}`, [["same", false, "Grant", "Grant"]]],
  ["changed words under the same heading", `# 1. Grant\n\n${grant}`, `# 2) GRANT.\n\nNothing is granted.`, [["changed", false, "1. Grant", "2) GRANT."]]],
  ["another heading over like words", `# Grant\n\n${grant}`, `# License\n\n${grant} Not more.`, [["changed", false, "Grant", "License"]]],
  ["added and removed where they stand", `# A one\n\none alpha\n\n# B two\n\ntwo beta\n\n# C three\n\nthree gamma`, `# A one\n\none alpha\n\n# C three\n\nthree gamma\n\n# D four\n\nfour delta`, [["same", false, "A one", "A one"], ["removed", false, "B two", null], ["same", false, "C three", "C three"], ["added", false, null, "D four"]]],
  ["moved, and the others not", `# Grant\n\n${grant}\n\n# Law\n\n${law}\n\n# End\n\nIt ends.`, `# Law\n\n${law}\n\n# End\n\nIt ends.\n\n# Grant\n\n${grant}`, [["same", false, "Law", "Law"], ["same", false, "End", "End"], ["same", true, "Grant", "Grant"]]],
  ["moved and changed", `# Grant\n\n${grant}\n\n# Law\n\n${law}\n\n# End\n\nIt ends.`, `# Law\n\n${law}\n\n# End\n\nIt ends.\n\n# Grant\n\n${grant} Once.`, [["same", false, "Law", "Law"], ["same", false, "End", "End"], ["changed", true, "Grant", "Grant"]]],
  ["paragraphs without a heading", `${grant}\n\n${law}`, `${law}\n\nAcme may train models on the corpus, and test them.`, [["same", false, law, law], ["changed", true, grant, "Acme may train models on the corpus, and test them."]]],
  ["numbered headings of plain text", `1. Grant\n\n${grant}\n\n2. Law\n\n${law}`, `1. Scope\n\nNew words here.\n\n2. Grant\n\n${grant}\n\n3. Law\n\n${law}`, [["added", false, null, "1. Scope"], ["same", false, "1. Grant", "2. Grant"], ["same", false, "2. Law", "3. Law"]]],
  ["nothing against something", "", "# Grant\n\nIt is given.", [["added", false, null, "Grant"]]],
])("%s", (_what, left, right, expected) => {
  expect(told(left, right)).toEqual(expected);
});

test("clauses of a topic of the house are one clause, however they are worded", () => {
  const title = library!.topics.get("model-after-term")!.title;
  const [found] = alignClauses(clausesOfText(`# ${title}\n\nModels stay.`, library!), clausesOfText(`# 7. ${title}\n\nEverything is deleted within a month.`, library!));
  expect(found).toMatchObject({ kind: "changed", topic: "model-after-term" });
  expect(found!.words.filter((each) => each.kind !== "new").map((each) => each.text).join("")).toBe(`${title}\nModels stay.`);
});

test("a sentence that comes before others is laid beside none of them: each stands beside what it was", () => {
  const before = ["Acme may train models on the corpus.", "Acme deletes the copies within thirty days.", "Books are open."];
  const after = ["Nobody publishes anything.", "Acme may train models on the corpus twice.", "Acme deletes the copies within sixty days.", "Nothing is shown."];
  expect(pairedLines(before, after).map((pair) => [pair.before, pair.after, pair.alike])).toEqual([[null, after[0], false], [before[0], after[1], true], [before[1], after[2], true], [before[2], after[3], false]]);
  const [{ words }] = alignClauses([{ topic: "x", heading: null, paragraphs: before }], [{ topic: "x", heading: null, paragraphs: after }]) as [ReturnType<typeof alignClauses>[number]];
  expect(words.filter(({ kind }) => kind !== "same").map(({ kind, text }) => `${kind} ${text.trim()}`)).toEqual(["new Nobody publishes anything.", "new twice", "gone thirty", "new sixty", "gone Books are open.", "new Nothing is shown."]);
  expect(lineDifferences("here", before, after, "").map(({ kind }) => kind)).toEqual(["added", "edited", "edited", "edited"]);
  // So many lines are laid side by side by their place.
  const many = Array.from({ length: 300 }, (_, at) => `line ${at}`);
  expect(pairedLines(many, many.slice(1))[0]).toEqual({ before: "line 0", after: "line 1", alike: false });
});

const line = (text: string, heading: number | null, cell: string | null = null) => ({ text, heading, number: null, shown: "", cell });

test("a heading in a table is a cell, and paragraphs without words are none", () => {
  expect(clausesOfDocx([line("Grant", 1), line(" ", null), line("Given.", null), line("Fee", 1, "1.1.1")], library!)).toEqual([{ topic: null, heading: "Grant", paragraphs: ["Given.", "Fee"] }]);
});

const clause: fc.Arbitrary<ClauseText> = fc.record({ topic: fc.constant(null), heading: fc.option(fc.constantFrom("Grant", "Law", "Term", "Fee", "Audit")), paragraphs: fc.array(fc.constantFrom("one two three", "two three four", "five", "six seven eight nine", ""), { minLength: 1, maxLength: 3 }) });

const present = (list: readonly (ClauseText | null)[]): ClauseText[] => list.filter((each) => each !== null);
const side = (words: ReturnType<typeof alignClauses>[number]["words"], gone: string): string => words.filter((each) => each.kind !== gone).map((each) => each.text).join("");
const whole = (clause_: ClauseText | null): string => [clause_?.heading ?? null, ...(clause_?.paragraphs ?? [])].filter((each) => each !== null).join("\n");

test("no clause is lost or told twice, and the words make both sides", () => {
  fc.assert(fc.property(fc.array(clause, { maxLength: 12 }), fc.array(clause, { maxLength: 12 }), (left, right) => {
    const aligned = alignClauses(left, right);
    expect(present(aligned.map((each) => each.after))).toEqual(right);
    expect(new Set(present(aligned.map((each) => each.before)))).toEqual(new Set(left));
    expect(present(aligned.map((each) => each.before)).length).toBe(left.length);
    for (const { kind, words, before, after } of aligned) expect([side(words, "new"), side(words, "gone")]).toEqual(kind === "changed" ? [whole(before), whole(after)] : ["", ""]);
    expect(alignClauses(left, left).every((each) => each.kind === "same" && !each.moved)).toBe(true);
  }), { numRuns: 200, seed: 3 });
});
