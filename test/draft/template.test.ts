import { clausesOf, documentOf, newDeal, questionsOf, readAnswers, readDraft, stances, typedAnswer, writeDraft } from "@cleartitle/agreements";
import { describe, expect, test } from "vitest";
import { library } from "../cases/clause-house.js";
import { answered, draftingOf, taxonomies } from "./drafted.js";

const templates = [...library.templates.values()];

describe("every template in every position comes back as it was drafted, and its references lead somewhere", () => {
  test.each(templates.flatMap((template) => [...stances, undefined].map((position) => ({ template, id: template.id, position }))))("$id, $position", async ({ template, position }) => {
    const drafting = draftingOf(newDeal(template, answered(template, position), library));
    const document = documentOf(drafting);
    expect(document.dangling).toEqual([]);
    expect(document.groups.map((group) => group.title)).toEqual(template.groups.map((group) => group.title));
    const numbers = new Map<string, string>([...clausesOf(document).map((clause) => [clause.topic, clause.number] as const), ...document.schedules.map((schedule) => [schedule.id, schedule.number] as const)]);
    const references = clausesOf(document).flatMap((clause) => clause.sentences.flatMap((sentence) => sentence.pieces)).flatMap((piece) => (piece.kind === "reference" ? [piece] : []));
    expect(references.filter(({ to, number }) => numbers.get(to.kind === "clause" ? to.topic : to.schedule) !== number)).toEqual([]);
    for (const format of position === undefined ? (["md"] as const) : (["md", "docx"] as const)) {
      const back = readDraft(await writeDraft(drafting, format, { reckoned: false }), { file: `back.${format}`, library, taxonomies });
      expect({ problems: back.problems, differences: back.differences, deal: back.deal?.deal }).toEqual({ problems: [], differences: [], deal: drafting.deal });
    }
  });
});

test("every field of a template's topics is asked by one question, a detail after those of the template", () => {
  for (const template of templates) {
    const fields = template.groups.flatMap((group) => group.topics).flatMap((id) => Object.keys(library.topics.get(id)!.fields).map((name) => `${id}.${name}`));
    const asked = questionsOf(template, library).flatMap(({ field, isDetail }) => (field === undefined ? [] : [{ field, isDetail: isDetail === true }]));
    expect([template.id, asked.map(({ field }) => field).toSorted()]).toEqual([template.id, fields.toSorted()]);
    expect(asked.map(({ isDetail }) => isDetail)).toEqual(asked.map(({ isDetail }) => isDetail).toSorted());
  }
});

test("each template asks what its topics lack, and each answer changes the deal", () => {
  for (const template of templates) {
    const said = answered(template);
    const base = newDeal(template, said, library);
    for (const question of questionsOf(template, library)) {
      const answer = question.choices === null ? typedAnswer(question, "P1D", library) : "none";
      const deal = newDeal(template, { ...said, answers: { ...said.answers, [question.id]: answer } }, library);
      expect([template.id, question.id, JSON.stringify(deal) !== JSON.stringify(base)]).toEqual([template.id, question.id, question.isAsked(said.answers)]);
    }
  }
});

test.each([
  ["an answer to what is not asked", "answers: { weather: fine }", "the template `evaluation` does not ask `weather`"],
  ["a version that is none", "answers: { after: sometimes }", "`sometimes` is no version of `model-after-term`"],
  ["no parties", "licensee: 3", "licensee"],
])("%s is refused", (_what, line, message) => {
  const template = library.templates.get("evaluation")!;
  const head = ["id: a", 'written: "2026-11-28"', "licensor: { id: b }", "licensee: { id: c }", "assets: [d]"].filter((each) => !each.startsWith(line.split(":")[0]!));
  const { answers, problems } = readAnswers([...head, line].join("\n"), template, "answers.yaml");
  expect(answers).toBeNull();
  expect(problems.map((each) => `${each.pointer} ${each.message}`).join("\n")).toContain(message);
  expect(readAnswers([...head.filter((each) => !each.startsWith("licensee")), "licensee: { id: c }"].join("\n"), template, "answers.yaml").answers?.id).toBe("a");
});
