import {
  plainWords, sayAssumption, sayChoice, sayExposure, sayLayer, sayObligation, sayOutbound, sayPlaces, sayQuestion, sayRange, sayRemedy, sayTimelineEntry, sayWatch, type Decision, type PlaceOptions,
} from "@cleartitle/engine";
import { statusOrder } from "@cleartitle/norms";
import { markup, type Hole, type Markup } from "./markup.js";
import { citation, reasonEntry, statusMark } from "./page-reason.js";

type LinkOf = (instrument: string | null) => string | null;

function section(id: string, title: string, body: Hole): Markup {
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}</section>
`;
}

/** A list under a heading; nothing where there is nothing to say. */
function list(id: string, title: string, entries: readonly Hole[], kind: "ul" | "ol" = "ul"): Markup | null {
  if (entries.length === 0) return null;
  const items = entries.map((entry) => markup`<li>${entry}</li>`);
  return section(id, title, kind === "ul" ? markup`<ul>${items}</ul>` : markup`<ol>${items}</ol>`);
}

/** A table that scrolls by itself where the screen is narrow, by keyboard too. */
function table(label: string, head: readonly string[], rows: readonly (readonly Hole[])[]): Markup {
  return markup`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${head.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

export function territories(decision: Decision, places: PlaceOptions): Markup {
  const rows = decision.byTerritory.toSorted((a, b) => statusOrder(b.decision, a.decision)).map((row) => [
    statusMark(row.decision),
    sayPlaces(row.territories, places),
    row.reasons.map((id, at) => markup`${at > 0 ? ", " : ""}<a href="${`#${encodeURIComponent(id)}`}">${id}</a>`),
  ]);
  return section("territories", "By territory", table("Decision by territory", ["Decision", "Where", "Reasons"], rows));
}

export function reasons(decision: Decision, places: PlaceOptions, linkOf: LinkOf): Markup {
  const { shown, total } = decision.reasonTotals;
  const more = total > shown && markup`<p class="soft">${shown} of ${total} groups of reasons are shown.</p>`;
  const body = decision.reasons.length === 0 ? markup`<p>No right of others is in question.</p>` : markup`<ol class="reasons">${decision.reasons.map((reason) => reasonEntry(reason, places, linkOf))}</ol>`;
  return section("reasons", "Reasons", [body, more]);
}

export function duties(decision: Decision, linkOf: LinkOf): Markup | null {
  if (decision.obligations.length === 0) return null;
  const rows = decision.obligations.map((duty) => {
    const words = sayObligation(duty);
    return [words.what, words.who, words.when, words.state, words.evidence, citation(words.cite, linkOf(duty.instrument))];
  });
  return section("obligations", "Obligations", table("Obligations", ["What", "Who", "When", "State", "Evidence", "Source"], rows));
}

export function followUps(decision: Decision): (Markup | null)[] {
  return [
    list("questions", "What would settle it", decision.questions.map(sayQuestion), "ol"),
    list("remedies", "Remedies", decision.remedies.map(sayRemedy)),
    list("timeline", "Timeline", decision.timeline.map((entry) => [entry.decision !== null && [statusMark(entry.decision), " "], sayTimelineEntry(entry)])),
  ];
}

export const exposure = (decision: Decision): Markup | null => list("exposure", "Exposure from past acts", decision.exposure.map(sayExposure));

export function background(decision: Decision, places: PlaceOptions): (Markup | null)[] {
  const range = sayRange(decision.range);
  const outbound = decision.outboundLicenses;
  return [
    range === null ? null : section("range", "Range", markup`<p>${range}</p>`),
    list("choices", "Choices", decision.choices.filter((choice) => choice.alternatives.length > 0).map((choice) => sayChoice(choice, places))),
    outbound === null ? null : section("outbound", "Outbound license", [markup`<p>${sayOutbound(outbound)}</p>`, outbound.constraints.length > 0 && markup`<ul>${outbound.constraints.map((c) => markup`<li>${`${plainWords(c.kind)}: ${c.what}`} <cite>${`${c.from} ${c.cite}`}</cite></li>`)}</ul>`]),
    list("assumptions", "Assumptions", decision.assumptions.map(sayAssumption)),
    list("findings", "Findings", decision.findings.map((f) => `${plainWords(f.kind)}${f.asset === null ? "" : ` (${f.asset})`}: ${f.detail}${f.settle === "" ? "" : ` To settle: ${f.settle}`}`)),
    list("watch", "To watch", decision.watch.map(sayWatch)),
    list("coverage", "Not covered by the catalogue", decision.coverage.map((c) => `${c.territory}, ${sayLayer(c.layer)}: ${c.why}`)),
    list("waivers", "Waivers", decision.waivers.map((w) => `${w.id} until ${w.until}: ${w.reason}`)),
    list("not-asked", "Not asked, because nothing raised it", decision.notAsked.map(sayLayer)),
  ];
}

/** What the answer stands on, in full, so that another can make it again. */
export function basis(decision: Decision): Markup {
  const rows = { ...decision.basis, proof: decision.proof.digest, "proof nodes": String(decision.proof.nodes) };
  return section("basis", "Basis and proof", markup`<dl>${Object.entries(rows).map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`);
}
