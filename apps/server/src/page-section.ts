import {
  pastFacts, plainWords, reasonEntries, sayAssumption, sayChoice, sayExposure, sayIds, sayLayer, sayList, sayObligation, sayOutbound, sayQuestion, sayRange, sayRemedies, sayTimelineEntry, sayWatch, sortExposure, territoryLines,
  type Decision, type Wording,
} from "@cleartitle/engine";
import { markup, type Hole, type Markup } from "./markup.js";
import { citation, reasonEntry, statusMark, type LinkOf } from "./page-reason.js";

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

/** Ids as links, runs of them as one link to the first. */
function links(ids: readonly string[]): Hole {
  const runs = ids.length === 0 ? [] : sayIds(ids).split(", ");
  return runs.map((run, at) => [at > 0 ? ", " : "", markup`<a href="${`#${encodeURIComponent(run.split("–")[0] ?? run)}`}">${run}</a>`]);
}

/** Reasons that decide come before the others. */
function reasonLinks(because: readonly string[], also: readonly string[]): Hole {
  if (because.length === 0) return links(also);
  return [links(because), also.length > 0 && markup`<span class="soft">; also ${links(also)}</span>`];
}

export function territories(decision: Decision, wording: Wording): Markup {
  const rows = territoryLines(decision, wording).map((line) => [statusMark(line.status), line.where, reasonLinks(line.because, line.also)]);
  return section("territories", "By territory", table("Decision by territory", ["Decision", "Where", "Reasons"], rows));
}

export function reasons(decision: Decision, wording: Wording, linkOf: LinkOf): Markup {
  const { shown, total } = decision.reasonTotals;
  const more = total > shown && markup`<p class="soft">${shown} of ${total} groups of reasons are shown.</p>`;
  const entries = reasonEntries(decision, wording).map((entry) => reasonEntry(entry, decision, wording, linkOf));
  return section("reasons", "Reasons", [entries.length === 0 ? markup`<p>No right of others is in question.</p>` : markup`<ol class="reasons">${entries}</ol>`, more]);
}

export function duties(decision: Decision, wording: Wording, linkOf: LinkOf): Markup | null {
  if (decision.obligations.length === 0) return null;
  const said = decision.obligations.map((duty) => ({ duty, words: sayObligation(duty, wording) }));
  const evidence = said.some(({ words }) => words.evidence !== "");
  const rows = said.map(({ duty, words }) => [words.what, words.on, words.who, words.when, words.state, ...(evidence ? [words.evidence] : []), citation(words.cite, linkOf(duty.instrument))]);
  return section("obligations", "Obligations", table("Obligations", ["What", "On", "Who", "When", "State", ...(evidence ? ["Evidence"] : []), "Source"], rows));
}

export function followUps(decision: Decision, wording: Wording): (Markup | null)[] {
  const questions = decision.questions.map((question) => {
    const words = sayQuestion(question, wording);
    return markup`${words.ask}<br><span class="soft">${words.record}</span>`;
  });
  return [
    list("questions", "What would settle it", questions, "ol"),
    list("remedies", "Remedies", sayRemedies(decision, wording)),
    list("timeline", "Timeline", decision.timeline.map((entry) => [entry.decision !== null && [statusMark(entry.decision), " "], sayTimelineEntry(entry, wording)])),
  ];
}

export function exposure(decision: Decision, wording: Wording): Markup | null {
  const { told, covered } = sortExposure(decision.exposure, wording);
  const entries: Hole[] = told.map((each) => {
    const facts = pastFacts(decision, each, wording);
    return [sayExposure(each, wording), facts.length > 0 && markup`<ul>${facts.map((text) => markup`<li class="soft">${text}</li>`)}</ul>`];
  });
  const all = decision.exposure.filter((each) => each.state === "covered").map((each) => markup`<li>${sayExposure(each, wording)}</li>`);
  return list("exposure", "Exposure from past acts", covered === null ? entries : [...entries, markup`<details><summary>${covered}</summary><ul>${all}</ul></details>`]);
}

/** What a long list begins with; the rest stands behind a summary. */
const shown = 5;

const bullets = (entries: readonly Hole[]): Markup => markup`<ul>${entries.map((entry) => markup`<li>${entry}</li>`)}</ul>`;

function longList(id: string, title: string, entries: readonly string[]): Markup | null {
  if (entries.length <= shown + 1) return list(id, title, entries);
  return section(id, title, [bullets(entries.slice(0, shown)), markup`<details><summary>${entries.length - shown} more</summary>${bullets(entries.slice(shown))}</details>`]);
}

export function background(decision: Decision, wording: Wording): (Markup | null)[] {
  const range = sayRange(decision.range, wording);
  const outbound = sayOutbound(decision, wording);
  return [
    range === null ? null : section("range", "Range", markup`<p>${range}</p>`),
    list("choices", "Choices", decision.choices.flatMap((choice) => sayChoice(decision, choice, wording) ?? [])),
    outbound === null ? null : section("outbound", "Outbound license", [markup`<p>${outbound.text}</p>`, outbound.constraints.length > 0 && markup`<ul>${outbound.constraints.map((text) => markup`<li>${text}</li>`)}</ul>`]),
    list("assumptions", "Assumptions", decision.assumptions.map((each) => sayAssumption(each, wording))),
    list("findings", "Findings", decision.findings.map((f) => `${plainWords(f.kind)}${f.asset === null ? "" : ` (${f.asset})`}: ${f.detail}${f.settle === "" ? "" : `. To settle: ${f.settle}`}`)),
    longList("watch", "To watch", decision.watch.map((entry) => sayWatch(entry, wording))),
    list("coverage", "Not covered by the catalogue", decision.coverage.map((c) => `${c.territory}, ${sayLayer(c.layer)}: ${c.why}`)),
    list("waivers", "Waivers", decision.waivers.map((w) => `${w.id} until ${w.until}: ${w.reason}`)),
    decision.notAsked.length === 0 ? null : section("not-asked", "Not asked", markup`<p>Because nothing raised it: ${sayList(decision.notAsked.map(sayLayer))}.</p>`),
  ];
}

/** What the answer stands on, in full, so that another can make it again. */
export function basis(decision: Decision): Markup {
  const rows = { ...decision.basis, proof: decision.proof?.digest ?? "left out", "proof nodes": String(decision.proof?.nodes ?? 0) };
  return section("basis", "Basis and proof", markup`<dl>${Object.entries(rows).map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`);
}
