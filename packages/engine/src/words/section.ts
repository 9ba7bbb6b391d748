import type { Decision, Reason } from "../decision.js";
import { type Block, type Item, item, section } from "./block.js";
import { groupObligations, sayObligation } from "./duty.js";
import { type ReasonEntry, reasonEntries, reasonLines, sayTerritory, territoryLines } from "./entry.js";
import { runsTold, sayIds, sayQuestion, sayRemedies } from "./follow-up.js";
import { sayCount, sayList } from "./list.js";
import { plainWords, type Wording } from "./names.js";
import type { OptionWords } from "./option.js";
import { sayExposure, pastFacts, sortExposure } from "./past.js";
import { sayAssumption, sayBasisLine, sayChoice, sayOutbound, sayRange, sayTimelineEntry, sayWatch } from "./range.js";
import { sayLayer, sayReason } from "./reason.js";
import { sayUse } from "./use.js";

/** Lists that nobody reads to the end are cut in a decision; the reason alone, and the data, have them all. */
function cut(list: readonly string[], most: number, wording: Wording): string[] {
  return wording.full === true || list.length <= most + 1 ? [...list] : [...list.slice(0, most), `… and ${list.length - most} more`];
}

const optionLines = (option: OptionWords): string[] => [
  `${option.fails ? "✖" : option.open ? "?" : "·"} ${option.text}${option.cite === null ? "" : ` (${option.cite})`}`,
  ...(option.quote === null ? [] : [`  “${option.quote}”`]),
];

/** Where a reason has been told by its basis already, its one option that serves says nothing new but its quote. */
const isEcho = (option: OptionWords, entry: ReasonEntry): boolean => entry.reasons[0].basisKind !== "none" && !option.fails && !option.open;

function entryItem(entry: ReasonEntry, decision: Decision, wording: Wording): Item {
  const { words, reasons } = entry;
  const lines = reasonLines(entry, decision, wording);
  const told = words.options.filter((option) => wording.full === true || (!option.folded && !isEcho(option, entry)));
  const quote = words.quote ?? (wording.full === true || words.status === "cleared" ? null : (words.options.find((option) => !option.folded && isEcho(option, entry))?.quote ?? null));
  const source = lines.source === null ? [] : [`source: ${lines.source}${lines.weak === null ? "" : ` (${lines.weak})`}`];
  const more = [...(lines.left > 0 && words.status !== "cleared" ? [sayCount(lines.left, "more fact")] : []), ...(words.folded === null || wording.full === true || words.status === "cleared" ? [] : [words.folded])];
  const ids = reasons.map((reason) => reason.id);
  const folded = ids.length === 1 ? "" : ` [${sayIds(ids, runsTold(wording))}]`;
  const anchor = wording.full === true && reasons[0].instrument !== null ? [`rule: ${reasons[0].instrument}${reasons[0].norm === null ? "" : `/${reasons[0].norm}`}`] : [];
  return item(`${words.title}: ${words.says}${folded}`, {
    status: words.status, ids, quote,
    details: [lines.where, ...told.flatMap(optionLines), ...lines.because, ...source, ...anchor, ...(more.length === 0 ? [] : [`${more.join("; ")} (explain ${reasons[0].id} tells all)`])],
  });
}

/** One reason with all its options and facts. */
export function reasonItem(decision: Decision, reason: Reason, wording: Wording): Item {
  const full: Wording = { ...wording, full: true };
  return entryItem({ reasons: [reason], words: sayReason(reason, full) }, decision, full);
}

function obligations(decision: Decision, wording: Wording): Item[] {
  return groupObligations(decision.obligations, wording).map((group) =>
    item(`${group.title}:`, {
      details: group.duties.map((duty) => {
        const words = sayObligation(duty, wording);
        const evidence = words.evidence === "" ? "" : `; evidence: ${words.evidence}`;
        const clause = group.title.endsWith("the law") ? words.cite : duty.cite;
        return `· ${words.what} — on ${words.on}, ${words.when}${duty.state === "open" ? "" : `: ${words.state}`}${evidence}${clause === "" ? "" : ` (${clause})`}`;
      }),
    }));
}

function exposure(decision: Decision, wording: Wording): Item[] {
  const { told, covered } = sortExposure(decision.exposure, wording);
  return [...told.map((each) => item(sayExposure(each, wording), { details: pastFacts(decision, each, wording) })), ...(covered === null ? [] : [item(covered)])];
}

function rangeBlocks(decision: Decision, wording: Wording): Block[] {
  const range = sayRange(decision.range, wording);
  return range === null ? [] : [{ kind: "heading", text: "Range" }, { kind: "text", text: range }];
}

const assumptionBlocks = (decision: Decision, wording: Wording): Block[] => section("Assumptions", decision.assumptions.map((a) => item(sayAssumption(a, wording))));

function choiceBlocks(decision: Decision, wording: Wording): Block[] {
  const outbound = sayOutbound(decision, wording);
  return [
    ...section("Choices", decision.choices.flatMap((choice) => sayChoice(decision, choice, wording) ?? []).map((text) => item(text))),
    ...(outbound === null ? [] : section("Outbound license", [item(outbound.text, { details: outbound.constraints })])),
  ];
}

function laterBlocks(decision: Decision, wording: Wording): Block[] {
  return [
    ...section("Timeline", decision.timeline.map((entry) => item(sayTimelineEntry(entry, wording), { status: entry.decision }))),
    ...section("To watch", cut(decision.watch.map((entry) => sayWatch(entry, wording)), 5, wording).map((text) => item(text))),
    ...section("Findings", decision.findings.map((f) => item(`${plainWords(f.kind)}${f.asset === null ? "" : ` (${f.asset})`}: ${f.detail}`, { details: f.settle === "" ? [] : [`to settle: ${f.settle}`] }))),
    ...section("Not covered by the catalogue", decision.coverage.map((c) => item(`${c.territory}, ${sayLayer(c.layer)}: ${c.why}`))),
    ...section("Waivers", decision.waivers.map((w) => item(`${w.id} until ${w.until}: ${w.reason}`, { details: w.covers.length === 0 ? [] : [`covers ${w.covers.join(", ")}`] }))),
  ];
}

/** What a decision says, part by part, each with its heading, for documents that have an order of their own. */
export interface DecisionParts {
  readonly verdict: readonly Block[];
  readonly question: readonly Block[];
  readonly territories: readonly Block[];
  readonly reasons: readonly Block[];
  readonly exposure: readonly Block[];
  readonly obligations: readonly Block[];
  /** What has to be answered. */
  readonly questions: readonly Block[];
  readonly remedies: readonly Block[];
  readonly range: readonly Block[];
  /** What was taken where licenses competed, and the license under which it goes out. */
  readonly choices: readonly Block[];
  readonly assumptions: readonly Block[];
  /** Days ahead, findings, what the catalogue does not cover, waivers, and what was not asked. */
  readonly later: readonly Block[];
}

export function decisionParts(decision: Decision, wording: Wording): DecisionParts {
  const hidden = decision.reasonTotals.total - decision.reasonTotals.shown;
  const between = decision.decision === "unresolved" ? `: between ${decision.best} and ${decision.worst}` : "";
  const notAsked = decision.notAsked.length === 0 ? [] : [`Not asked, because nothing raised it: ${sayList(decision.notAsked.map(sayLayer))}.`];
  return {
    verdict: [{ kind: "verdict", status: decision.decision, text: `${decision.use.name}${between}` }],
    question: [{ kind: "text", text: sayUse(decision, wording) }, ...(decision.cut ? [{ kind: "text" as const, text: "The evaluation was cut at its budget: what was not reached counts as unknown." }] : [])],
    territories: section("By territory", territoryLines(decision, wording).map((line) => item(sayTerritory(line, wording), { status: line.status }))),
    reasons: [
      ...section("Reasons", reasonEntries(decision, wording).map((entry) => entryItem(entry, decision, wording)), "ids"),
      ...(hidden > 0 ? [{ kind: "text" as const, text: `${sayCount(hidden, "more group")} of reasons, ${decision.reasonTotals.total} in all.` }] : []),
    ],
    exposure: section("Exposure from past acts", exposure(decision, wording)),
    obligations: section("Obligations", obligations(decision, wording)),
    questions: section("What would settle it", decision.questions.map((question) => {
      const words = sayQuestion(question, wording);
      return item(words.ask, { details: [words.record] });
    }), true),
    remedies: section("Remedies", sayRemedies(decision, wording).map((text) => item(text))),
    range: rangeBlocks(decision, wording), choices: choiceBlocks(decision, wording), assumptions: assumptionBlocks(decision, wording), later: [...laterBlocks(decision, wording), ...notAsked.map((text) => ({ kind: "text" as const, text }))],
  };
}

/** Everything a decision says, in the order in which it is read: the word first, what it stands on last. */
export function decisionBlocks(decision: Decision, wording: Wording): Block[] {
  const { verdict, question, territories, reasons, exposure: past, obligations: duties, questions, remedies, range, choices, assumptions, later } = decisionParts(decision, wording);
  const parts = [verdict, question, territories, reasons, past, duties, questions, remedies, range, choices, assumptions, later].flat();
  return [...parts.flatMap((block) => shortened(block, wording)), { kind: "text", text: sayBasisLine(decision) }];
}

/** Items of a part that are told: as many as reasons are, since of thousands of sources each says much the same. */
const mostItems = 50;

function shortened(block: Block, wording: Wording): Block[] {
  if (block.kind !== "items" || wording.full === true || block.items.length <= mostItems + 1) return [block];
  return [{ ...block, items: block.items.slice(0, mostItems) }, { kind: "text", text: `… and ${block.items.length - mostItems} more (as JSON all are told).` }];
}
