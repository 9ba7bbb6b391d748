import { clausesOf, documentOf, shownText, type AgreementDocument } from "@cleartitle/agreements";
import { expect, test } from "vitest";
import { library } from "../cases/clause-house.js";
import { allIn, dealOf, draftingOf } from "./drafted.js";

const stances = ["licensor", "neutral", "licensee"] as const;
const documented = (topics: object, more: object = {}): AgreementDocument => documentOf(draftingOf(dealOf(topics, more)));

test.each(stances)("a deal on every topic, %s: each clause once, each reference to a number that stands there", (version) => {
  const document = documented(allIn(version));
  const clauses = clausesOf(document);
  expect(clauses.map((clause) => clause.topic).toSorted()).toEqual([...library.topics.keys()].toSorted());
  expect(document.dangling).toEqual([]);
  const numbers = new Map<string, string>([...clauses.map((clause) => [clause.topic, clause.number] as const), ...document.schedules.map((schedule) => [schedule.id, schedule.number] as const)]);
  expect(new Set(numbers.values()).size).toBe(numbers.size);
  const pieces = [...clauses.flatMap((clause) => clause.sentences.flatMap((sentence) => sentence.pieces)), ...document.schedules.flatMap((schedule) => schedule.rows.flat(2))];
  const references = pieces.flatMap((piece) => (piece.kind === "reference" ? [piece] : []));
  expect(references.length).toBeGreaterThan(15);
  for (const { to, number } of references) expect(numbers.get(to.kind === "clause" ? to.topic : to.schedule)).toBe(number);
  for (const { text, pieces: shown } of clauses.flatMap((clause) => clause.sentences)) expect(shown.map((piece) => (piece.kind === "text" && piece.added !== true ? piece.text : "")).join("")).toBe(text);
});

test("a phrase that points somewhere carries the number of where, and is told where that is not in the deal", () => {
  const topics = { "permitted-acts": { version: "neutral" }, deletion: { version: "neutral" }, "field-of-use": { version: "neutral", with: { fields: ["medical"] } } };
  const lone = documented(topics);
  expect(lone.dangling).toEqual([{ topic: "deletion", at: 2, phrase: "the clause on the model after the term", to: "model-after-term" }]);
  const both = documented({ ...topics, "model-after-term": { version: "neutral" } });
  const said = clausesOf(both).flatMap((clause) => clause.sentences.map((sentence) => shownText(sentence.pieces)));
  expect(said).toContain("What becomes of models is said by the clause on the model after the term (clause 3.1).");
  expect(said.find((sentence) => sentence.startsWith("The annex"))).toMatch(/^The annex \(Schedule E\) bars these uses: /);
  expect(both.schedules.map((schedule) => [schedule.number, schedule.id])).toEqual([["Schedule A", "assets"], ["Schedule B", "acts"], ["Schedule C", "days"], ["Schedule D", "duties"], ["Schedule E", "annex"]]);
});

test("places and amounts are said as one says them", () => {
  const said = clausesOf(documented({ "governing-law": { version: "neutral", with: { law: ["GB"], seat: ["FR", "US"] } }, "liability-caps": { version: "neutral" }, territory: { version: "neutral", with: { places: ["WORLD"], hosting: ["EU"] } } })).flatMap((clause) => clause.sentences.map(({ text }) => text));
  expect(said).toEqual(expect.arrayContaining([
    "The law of the United Kingdom governs, and an arbitration in France and the United States decides in confidence.", "What is licensed, and models that come of it, lie on machines in the European Union.",
    expect.stringMatching(/^Each party owes at most the yearly fees times 1; /),
  ]));
});

const terms = (topics: object): string[] => documented(topics).definitions.entries.map((entry) => entry.term);

test("words are defined where they are used, with those by which they are defined", () => {
  expect(terms({ "permitted-acts": { version: "neutral" } })).toEqual(["Come of", "Deal", "Licensed assets", "Model", "Weights"]);
  expect(terms({ "permitted-acts": { version: "neutral" }, audit: { version: "licensor" } })).toContain("Shortfall");
});

test("words of the parties outside of every topic stand last, or in place of what they replace", () => {
  const document = documented({ "permitted-acts": { version: "neutral" } }, { further: [{ id: "peace", title: "Peace", text: ["No party speaks ill of the other."] }, { id: "model", title: "Model", replaces: "definition.model", text: ["A model is anything."] }] });
  expect(document.groups.at(-1)).toMatchObject({ id: "further", number: "3", clauses: [{ number: "3.1", title: "Peace", topic: "further.peace" }] });
  expect(document.definitions.entries.filter((entry) => entry.term === "Model").map((entry) => shownText(entry.pieces))).toEqual(["A model is anything."]);
});
