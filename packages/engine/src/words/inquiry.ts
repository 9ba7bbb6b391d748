import type { AskedFact, FactNeed, Inquiry, PossibleAnswer } from "../inquiry/inquiry.js";
import { type Block, item, type Item } from "./block.js";
import { sayIds } from "./follow-up.js";
import { sayCount, sayList, sayPlaces } from "./list.js";
import { toMarkdown } from "./markdown.js";
import { sayAction, sayCite, sayOf, type Wording } from "./names.js";
import { riskSection } from "./risk.js";
import { toTerminal } from "./terminal.js";
import type { WordsOptions } from "./say-decision.js";

const does: Readonly<Record<FactNeed["as"], string>> = {
  excepted: "opens the exception", unprotected: "would mean that nothing is to be cleared under", granted: "decides on the grant of", owned: "shows whose it is",
  ban: "decides on the ban of", duty: "decides on the duty under", presence: "tells whether what is protected is there", past: "tells whether a past act was covered",
};

const needed: Readonly<Record<string, string>> = { true: "yes", false: "no", "not true": "anything but yes", "not false": "anything but no" };

/** What a rule does with the fact: `opens the exception 17 USC 107 (us.c107/training) to train a model on works, needs yes; in US`. */
function sayNeed(need: FactNeed, wording: Wording): string {
  const source = need.instrument === null ? "" : ` ${sayCite(need.instrument, need.cite, wording) ?? need.instrument} (${need.instrument}${need.norm === null ? "" : `/${need.norm}`})`;
  const places = need.territories.length === 0 ? "" : `; in ${sayPlaces(need.territories, wording)}`;
  return `${does[need.as]}${source}: ${sayAction(need.action, need.asset, wording)}${need.act === null ? "" : ` (act ${need.act})`}, needs ${needed[need.needs] ?? need.needs.replaceAll("_", " ")}${places}`;
}

function sayEffects({ value, effects, exposure }: PossibleAnswer, wording: Wording): string {
  if (effects === null) return value;
  const changes = effects.map((e) => `${sayPlaces(e.territories, wording)}: ${e.before} → ${e.after}`);
  const all = [...changes, ...(exposure ?? [])];
  return `${value} → ${all.length === 0 ? "changes no place by itself" : all.join("; ")}`;
}

const mostNeeds = 4;

function questionItem(question: AskedFact, inquiry: Inquiry, wording: Wording, file: string): Item {
  const { needs, settles, answers } = question;
  const shown = wording.full === true ? needs : needs.slice(0, mostNeeds);
  const more = needs.length > shown.length ? [`… and ${sayCount(needs.length - shown.length, "more rule")}`] : [];
  const record = question.bearer === null ? [] : [`record: cleartitle answer ${file} --use ${inquiry.use} ${question.fact}@${question.of}=${answers.length === 0 ? "…" : answers.map((a) => a.value).join("|")}`];
  return item(`${question.ask} (${sayOf(question.of, wording)})`, {
    details: [
      ...(settles.length === 0 ? [] : [`settles ${sayIds(settles)}`]),
      ...shown.map((need) => sayNeed(need, wording)), ...more,
      ...(question.help === null ? [] : [question.help]),
      ...answers.filter((a) => a.effects !== null).map((a) => sayEffects(a, wording)),
      ...record,
    ],
  });
}

function inquiryBlocks(inquiry: Inquiry, wording: Wording, file: string): Block[] {
  const none = inquiry.questions.length === 0;
  const places = inquiry.byTerritory.map((t) => `${sayPlaces(t.territories, wording)} ${t.decision}`);
  const { questions, answers } = inquiry.cut;
  const cut = [...(questions === 0 ? [] : [`${sayCount(questions, "more question")} (--most)`]), ...(answers === 0 ? [] : [`${sayCount(answers, "answer")} not decided again (--budget)`])];
  return [
    { kind: "verdict", status: inquiry.decision, text: inquiry.use },
    { kind: "text", text: `Now: ${places.join("; ")}.` },
    ...(none ? [{ kind: "text" as const, text: "No fact is lacking: the answer hangs on no question." }] : [{ kind: "items" as const, ordered: true, items: inquiry.questions.map((q) => questionItem(q, inquiry, wording, file)) }]),
    ...riskSection(inquiry.risks, wording),
    ...(cut.length === 0 ? [] : [{ kind: "text" as const, text: `Not told: ${sayList(cut)}.` }]),
  ];
}

const wordingFor = (inquiry: Inquiry, options: WordsOptions): Wording => ({
  use: inquiry.use, on: inquiry.basis.asOf, all: inquiry.byTerritory.flatMap((t) => t.territories),
  ...(options.names === undefined ? {} : { names: options.names }), ...(options.groups === undefined ? {} : { groups: options.groups }), ...(options.full === undefined ? {} : { full: options.full }),
});

/** Questions in plain words for a terminal: what is asked, why it matters, what each answer would do, how it is recorded. */
export const sayInquiry = (inquiry: Inquiry, file: string, options: WordsOptions = {}): string =>
  toTerminal(inquiryBlocks(inquiry, wordingFor(inquiry, options), file), { color: options.color ?? false, width: Math.max(40, options.width ?? 100) });

/** The same words as a Markdown document. */
export const sayInquiryInMarkdown = (inquiry: Inquiry, file: string, options: WordsOptions = {}): string => toMarkdown(inquiryBlocks(inquiry, wordingFor(inquiry, options), file));
