import type { FactValue, Law, Path, Protection, Questionnaire, QuestionnaireQuestion, RiskMatrix } from "@cleartitle/norms";
import { checkFactValue } from "./condition-check.js";
import { factsReadBy } from "./facts-read.js";
import type { NameCheck } from "./name-check.js";

/** Records that report and decide nothing: questionnaires, risk, means of protection. Whatever they name must be there. */

function checkAnswers(check: NameCheck, question: QuestionnaireQuestion, path: Path): void {
  const { facts } = check.known.taxonomies;
  for (const [index, answer] of question.answers.entries()) {
    const at = [...path, "answers", index];
    for (const [fact, value] of Object.entries(answer.is ?? {})) {
      if (!(question.facts ?? []).includes(fact)) check.report("dangling-reference", [...at, "is", fact], `\`${fact}\` is no deciding fact of this question`, "name it under `facts`", fact);
      const values: readonly FactValue[] = Array.isArray(value) ? value : [value];
      for (const each of values) checkFactValue(check, facts.get(fact), each, [...at, "is", fact]);
    }
    for (const [place, each] of (answer.in ?? []).entries()) check.place(each, [...at, "in", place]);
    check.names("rule of law", answer.rules, check.known.laws, [...at, "rules"]);
  }
}

/** Either a rule that the question names reads the fact, or it is said why none does: nobody is asked for nothing. */
function checkRead(check: NameCheck, question: QuestionnaireQuestion, laws: ReadonlyMap<string, Law>, path: Path): void {
  const norms = (question.rules ?? []).flatMap((id) => laws.get(id)?.norms ?? []);
  const persistence = check.known.taxonomies.persistence.map(({ persists }) => ({ if: persists }));
  const read = factsReadBy([...norms, ...persistence]);
  for (const [index, fact] of (question.facts ?? []).entries()) {
    const why = question.unread?.[fact];
    if (!read.has(fact) && why === undefined) check.report("contradiction", [...path, "facts", index], `no rule that the question names reads \`${fact}\``, "name the rule under `rules`, or say under `unread` why none turns on it", fact);
    if (read.has(fact) && why !== undefined) check.report("contradiction", [...path, "unread", fact], `\`${fact}\` is read by a rule that the question names`, "drop it from `unread`", fact);
  }
  for (const fact of Object.keys(question.unread ?? {})) if (!(question.facts ?? []).includes(fact)) check.report("dangling-reference", [...path, "unread", fact], `\`${fact}\` is no deciding fact of this question`, "drop it", fact);
}

export function checkQuestionnaire(check: NameCheck, questionnaire: Questionnaire, laws: ReadonlyMap<string, Law>): void {
  const { taxonomies, laws: ids, positions } = check.known;
  for (const [index, place] of questionnaire.in.entries()) check.place(place, ["in", index]);
  for (const [index, question] of questionnaire.questions.entries()) {
    const path = ["questions", index];
    check.names("fact", question.facts, taxonomies.facts, [...path, "facts"]);
    check.names("rule of law", question.rules, ids, [...path, "rules"]);
    check.names("position", question.positions, positions, [...path, "positions"]);
    checkAnswers(check, question, path);
    checkRead(check, question, laws, path);
  }
}

export function checkRiskMatrix(check: NameCheck, matrix: RiskMatrix): void {
  const codes = new Map(Object.entries(matrix.reasons));
  for (const [code, reason] of codes) check.names("rule of law", reason.rules, check.known.laws, ["reasons", code, "rules"]);
  const places = new Set(matrix.types.flatMap((type) => Object.keys(type.cells)));
  const used = new Set<string>();
  for (const [index, type] of matrix.types.entries()) {
    const path = ["types", index];
    checkFactValue(check, check.known.taxonomies.facts.get("source.type"), type.id, [...path, "id"]);
    const missing = [...places].filter((place) => type.cells[place] === undefined);
    if (missing.length > 0) check.report("incomplete-table", [...path, "cells"], `\`${type.id}\` has no level for ${missing.map((place) => `\`${place}\``).join(", ")}`, "every type has a cell for every place", type.id);
    for (const [place, cell] of Object.entries(type.cells)) {
      check.place(place, [...path, "cells", place]);
      check.names("reason", cell.reasons, codes, [...path, "cells", place, "reasons"], "dangling-reference");
      for (const code of cell.reasons) used.add(code);
    }
  }
  for (const code of codes.keys()) if (!used.has(code)) check.report("dangling-reference", ["reasons", code], `no cell gives the reason \`${code}\``, "drop it", code);
}

export function checkProtection(check: NameCheck, protection: Protection): void {
  const { taxonomies, laws } = check.known;
  check.names("kind of asset", protection.kinds, taxonomies.assetKinds, ["kinds"]);
  for (const [index, means] of protection.means.entries()) {
    const path = ["means", index];
    check.names("fact", means.facts, taxonomies.facts, [...path, "facts"]);
    check.names("rule of law", means.rules, laws, [...path, "rules"]);
    if (means.asked === "by-law" && means.rules === undefined) check.report("missing-key", path, `\`${means.by}\` is asked by law, and no rule is named`, "name it under `rules`", means.by);
    if (means.asked === "not" && means.why === undefined) check.report("missing-key", path, `\`${means.by}\` is not asked, and it is not said why`, "say so under `why`", means.by);
  }
}
