import { statusOrder } from "@cleartitle/norms";
import type { Decision, Reason } from "../decision.js";
import { type Block, type Item, item, section } from "./block.js";
import { sayExposure, sayObligation, sayQuestion, sayRemedy } from "./duty.js";
import { sayCount, sayList, sayPlaces, type PlaceOptions } from "./list.js";
import { sayAssumption, sayBasisLine, sayChoice, sayOutbound, sayRange, sayTimelineEntry, sayWatch } from "./range.js";
import { plainWords, sayLayer, sayReason } from "./reason.js";

/** The question in one sentence. */
export function sayUse(decision: Decision, places: PlaceOptions): string {
  const { use } = decision;
  const purpose = use.purpose.length === 0 ? "" : `, for ${sayList(use.purpose)} purposes`;
  const field = use.field.length === 0 ? "" : ` (${sayList(use.field)})`;
  const scale = Object.entries(use.scale).map(([what, amount]) => `${amount} ${plainWords(what)}`);
  const at = scale.length === 0 ? "" : `, at ${sayList(scale)}`;
  const as = use.as === null ? "" : `, under ${use.as}`;
  return `May ${use.actor} ${sayList(use.actions)} ${use.of}${purpose}${field}, in ${sayPlaces(use.in, places)}, on ${use.on}${at}${as}?`;
}

/** Lists that nobody reads to the end are cut in a decision; the reason alone, and the data, have them all. */
function cut(list: readonly string[], most: number): string[] {
  return list.length <= most + 1 ? [...list] : [...list.slice(0, most), `… and ${list.length - most} more`];
}

export function reasonItem(reason: Reason, places: PlaceOptions, most = Number.POSITIVE_INFINITY): Item {
  const words = sayReason(reason, places);
  const weak = words.verified === null || words.verified === "primary" || words.verified === "secondary" ? "" : ` [text ${words.verified}]`;
  const cite = words.cite === null ? [] : [`source: ${words.cite}${weak}`];
  const options = words.options.flatMap((option) => [
    `${option.fails ? "✖" : option.open ? "?" : "·"} ${option.text}${option.cite === null ? "" : ` (${option.cite})`}`,
    ...(option.quote === null ? [] : [`  “${option.quote}”`]),
  ]);
  const path = words.path === "" ? [] : [`by way of ${words.path}`];
  return item(`${words.title}: ${words.says}`, {
    status: words.status, id: words.id, quote: words.quote, details: [`in ${words.where}`, ...path, ...cut(words.because, most), ...cite, ...options],
  });
}

function territories(decision: Decision, places: PlaceOptions): Item[] {
  return decision.byTerritory
    .toSorted((a, b) => statusOrder(b.decision, a.decision))
    .map((row) => item(`${sayPlaces(row.territories, places)}${row.reasons.length === 0 ? "" : ` — ${row.reasons.join(", ")}`}`, { status: row.decision }));
}

function rest(decision: Decision, places: PlaceOptions): Block[] {
  const range = sayRange(decision.range);
  const outbound = decision.outboundLicenses;
  return [
    ...(range === null ? [] : [{ kind: "heading" as const, text: "Range" }, { kind: "text" as const, text: range }]),
    ...section("Choices", decision.choices.filter((choice) => choice.alternatives.length > 0).map((choice) => item(sayChoice(choice, places)))),
    ...(outbound === null ? [] : section("Outbound license", [item(sayOutbound(outbound), { details: outbound.constraints.map((c) => `${plainWords(c.kind)}: ${c.what} (${c.from} ${c.cite})`) })])),
    ...section("Assumptions", decision.assumptions.map((a) => item(sayAssumption(a)))),
    ...section("Timeline", decision.timeline.map((entry) => item(sayTimelineEntry(entry), { status: entry.decision }))),
    ...section("To watch", cut(decision.watch.map(sayWatch), 10).map((text) => item(text))),
    ...section("Findings", decision.findings.map((f) => item(`${plainWords(f.kind)}${f.asset === null ? "" : ` (${f.asset})`}: ${f.detail}`, { details: f.settle === "" ? [] : [`to settle: ${f.settle}`] }))),
    ...section("Not covered by the catalogue", decision.coverage.map((c) => item(`${c.territory}, ${sayLayer(c.layer)}: ${c.why}`))),
    ...section("Waivers", decision.waivers.map((w) => item(`${w.id} until ${w.until}: ${w.reason}`, { details: w.covers.length === 0 ? [] : [`covers ${w.covers.join(", ")}`] }))),
  ];
}

/** Everything a decision says, in the order in which it is read: the word first, what it stands on last. */
export function decisionBlocks(decision: Decision, groups: PlaceOptions["groups"]): Block[] {
  const places: PlaceOptions = { on: decision.use.on, ...(groups === undefined ? {} : { groups }) };
  const hidden = decision.reasonTotals.total - decision.reasonTotals.shown;
  const between = decision.decision === "unresolved" ? `: between ${decision.best} and ${decision.worst}` : "";
  const notAsked = decision.notAsked.length === 0 ? [] : [`Not asked, because nothing raised it: ${sayList(decision.notAsked.map(sayLayer))}.`];
  return [
    { kind: "verdict", status: decision.decision, text: `${decision.use.name}${between}` },
    { kind: "text", text: sayUse(decision, places) },
    ...(decision.cut ? [{ kind: "text" as const, text: "The evaluation was cut at its budget: what was not reached counts as unknown." }] : []),
    ...section("By territory", territories(decision, places)),
    ...section("Reasons", decision.reasons.map((reason) => reasonItem(reason, places, 5)), true),
    ...(hidden > 0 ? [{ kind: "text" as const, text: `${sayCount(hidden, "more group")} of reasons, ${decision.reasonTotals.total} in all.` }] : []),
    ...section("Exposure from past acts", decision.exposure.map((exposure) => item(sayExposure(exposure)))),
    ...section("Obligations", decision.obligations.map((duty) => {
      const words = sayObligation(duty);
      const evidence = words.evidence === "" ? [] : [`evidence: ${words.evidence}`];
      return item(`${words.what}: ${words.who}, ${words.when} — ${words.state}`, { details: [...evidence, `source: ${words.cite}`] });
    })),
    ...section("What would settle it", decision.questions.map((question) => item(sayQuestion(question))), true),
    ...section("Remedies", decision.remedies.map((remedy) => item(sayRemedy(remedy)))),
    ...rest(decision, places),
    ...notAsked.map((text) => ({ kind: "text" as const, text })),
    { kind: "text", text: sayBasisLine(decision) },
  ];
}
