import type { AssessedAnswer, AssessedQuestion, Assessment, CitedRule } from "../inquiry/assessment.js";
import { type Block, item, type Item, section } from "./block.js";
import { sayCount, sayList, sayPlaces } from "./list.js";
import { toMarkdown } from "./markdown.js";
import { sayAction, sayOf, type Wording } from "./names.js";
import { sayWatch } from "./range.js";
import { riskSection } from "./risk.js";
import { toTerminal } from "./terminal.js";
import type { WordsOptions } from "./say-decision.js";

const states: Readonly<Record<AssessedQuestion["state"], string>> = {
  answered: "answered", partly: "answered in part", asked: "not answered, and the answer waits for it", open: "not answered; nothing waits for it now",
};

const weak = (rule: CitedRule): string => (rule.verified === "primary" || rule.verified === "secondary" ? "" : `, verified only as ${rule.verified}`);

/** A citation as far as it names the rule: what follows tells the history of a case, which its record has. */
const brief = (cite: string): string => (cite.length <= 48 ? cite : `${cite.slice(0, cite.lastIndexOf(" ", 46)).replace(/[,;:(]+$/, "")} …`);
const sayRules = (rules: readonly CitedRule[]): string => rules.map((rule) => `${brief(rule.cite)} (${rule.id}${weak(rule)})`).join("; ");

function sayAnswer({ says, means, territories, holds, rules }: AssessedAnswer, wording: Wording): string {
  const mark = holds === "true" ? "● " : "○ ";
  return `${mark}${says}: ${means}${territories === null ? "" : `, in ${sayPlaces(territories, wording)}`}${rules.length === 0 ? "" : ` — ${sayRules(rules)}`}`;
}

/** The recorded answers of a question, each value once with what it is of. */
function sayRecorded({ recorded }: AssessedQuestion, wording: Wording): string[] {
  return recorded.map(({ fact, of, value, rung, by }) => `recorded: ${fact} ${sayOf(of, wording)} is ${value}${rung === "declared" ? "" : `, ${rung}`}${by === null ? "" : ` by ${by}`}`);
}

function questionItem(question: AssessedQuestion, wording: Wording): Item {
  const unread = question.facts.flatMap(({ fact, unread: why }) => (why === null ? [] : [`${fact}: no rule turns on it, ${why}`]));
  const recorded = sayRecorded(question, wording);
  const rules = question.rules.length === 0 ? [] : [`rule: ${sayRules(question.rules)}`];
  const positions = question.positions.flatMap(({ question: ask, taken }) => taken.map(({ says, territories }) => `position taken: ${ask} — ${says} (${sayPlaces(territories, wording)})`));
  return item(`${question.ask} [${question.id}] — ${states[question.state]}`, {
    details: [
      ...(question.facts.length === 0 ? [] : [`decided by ${question.facts.map(({ fact }) => fact).join(", ")}`]), ...(question.help === null ? [] : [question.help]),
      ...(recorded.length > 6 && wording.full !== true ? [...recorded.slice(0, 5), `… and ${sayCount(recorded.length - 5, "more record")}`] : recorded),
      ...question.answers.map((answer) => sayAnswer(answer, wording)), ...rules, ...positions, ...unread,
    ],
  });
}

function assessmentBlocks(assessment: Assessment, wording: Wording, file: string): Block[] {
  const { questionnaire, outside, next, byTerritory } = assessment;
  const places = byTerritory.map((t) => `${sayPlaces(t.territories, wording)} ${t.decision}`);
  const because = assessment.because.filter((b) => b.decision !== "cleared" || b.instrument !== null);
  return [
    { kind: "verdict", status: assessment.decision, text: `${questionnaire.title}: ${assessment.use}` },
    { kind: "text", text: `Now: ${places.join("; ")}.${outside.length === 0 ? "" : ` Not meant for ${sayPlaces(outside, { ...wording, all: outside })}, which is not asked here.`}` },
    ...(next === null ? [] : [{ kind: "text" as const, text: `What matters most: ${next.ask} (${sayOf(next.of, wording)})${next.question === null ? "" : ` [${next.question}]`}. Record it: cleartitle answer ${file} --use ${assessment.use} ${next.fact}@${next.of}=…` }]),
    ...section("Questions", assessment.questions.map((question) => questionItem(question, wording)), true),
    ...section("Why the answer is so", because.map((b) => item(`${sayAction(b.action, b.asset, wording)}: ${b.outcome}${b.instrument === null ? "" : ` (${b.instrument})`}, in ${sayPlaces(b.territories, wording)}`, { status: b.decision, details: b.cites.length === 0 ? [] : [sayList(b.cites)] }))),
    ...riskSection(assessment.risks, wording),
    ...section("To watch", assessment.watch.map((entry) => item(sayWatch(entry, wording)))),
    ...(questionnaire.note === null ? [] : [{ kind: "text" as const, text: questionnaire.note }]),
    { kind: "text", text: `Questions reviewed ${questionnaire.reviewed}${questionnaire.overdue ? ", and their review is overdue" : ""}, verified as ${questionnaire.verified}. Every answer is evidence; the decision is the engine's.` },
  ];
}

const wordingFor = (assessment: Assessment, options: WordsOptions): Wording => ({
  use: assessment.use, on: assessment.basis.asOf, all: assessment.byTerritory.flatMap((t) => t.territories),
  ...(options.names === undefined ? {} : { names: options.names }), ...(options.groups === undefined ? {} : { groups: options.groups }), ...(options.full === undefined ? {} : { full: options.full }),
});

/** A questionnaire run on a use, for a terminal: the answer now, what matters most, each question with what is recorded and what answers mean. */
export const sayAssessment = (assessment: Assessment, file: string, options: WordsOptions = {}): string =>
  toTerminal(assessmentBlocks(assessment, wordingFor(assessment, options), file), { color: options.color ?? false, width: Math.max(40, options.width ?? 100) });

/** The same words as a Markdown document. */
export const sayAssessmentInMarkdown = (assessment: Assessment, file: string, options: WordsOptions = {}): string => toMarkdown(assessmentBlocks(assessment, wordingFor(assessment, options), file));
