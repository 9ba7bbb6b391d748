import { reasonLines, sayIds, shapes, type Decision, type OptionWords, type ReasonEntry, type Wording } from "@cleartitle/engine";
import type { Catalogue } from "@cleartitle/catalogue";
import type { Instrument, Law, Status } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import { markup, type Markup } from "./markup.js";

/** A status as shape and word; the shape is not read aloud. */
export const statusMark = (status: Status): Markup => markup`<span class="${`status ${status}`}"><span aria-hidden="true">${shapes[status]}</span> ${status}</span>`;

/** Where the text of an instrument can be read; null where its source is no web address. */
export function sourceLink(world: { readonly graph: TitleGraph; readonly catalogue: Catalogue }, instrument: string | null): string | null {
  if (instrument === null) return null;
  const text: Instrument | Law | undefined = world.catalogue.instruments.get(instrument) ?? world.catalogue.laws.get(instrument) ?? world.graph.instruments.get(instrument);
  const where = text?.source.map((source) => source.where).find((address) => /^https?:\/\//.test(address) && URL.canParse(address));
  return where ?? null;
}

export type LinkOf = (instrument: string | null) => string | null;

export function citation(cite: string | null, link: string | null): Markup | null {
  if (cite === null) return null;
  return link === null ? markup`<cite>${cite}</cite>` : markup`<cite><a href="${link}" rel="noreferrer">${cite}</a></cite>`;
}

const quotation = (quote: string | null): Markup | null => (quote === null ? null : markup`<blockquote>“${quote}”</blockquote>`);

function optionList(options: readonly OptionWords[], linkOf: LinkOf): Markup | null {
  if (options.length === 0) return null;
  return markup`<ul class="options">${options.map((option) => markup`<li><span class="mark" aria-hidden="true">${option.fails ? "✖" : option.open ? "?" : "✔"}</span> ${option.text} ${citation(option.cite, linkOf(option.instrument))}${quotation(option.quote)}</li>`)}</ul>`;
}

/** What a short text leaves out, behind a summary: one click, and it is all there. */
function moreOf(facts: readonly string[], folded: readonly OptionWords[], say: string | null, linkOf: LinkOf): Markup | null {
  const parts = [...(facts.length === 0 ? [] : [`${facts.length} more ${facts.length === 1 ? "fact" : "facts"}`]), ...(folded.length === 0 ? [] : [say ?? `${folded.length} other options`])];
  if (parts.length === 0) return null;
  return markup`<details><summary>${parts.join("; ")}</summary>${facts.length > 0 && markup`<ul>${facts.map((text) => markup`<li>${text}</li>`)}</ul>`}${optionList(folded, linkOf)}</details>`;
}

/** A sentence begins with a capital, a name of an asset as it is written. */
const sentence = (says: string): string => says.replace(/^(?:nothing|whether|the law|this|in|done|counts)\b/, (found) => `${found[0]!.toUpperCase()}${found.slice(1)}`);

/** One reason with an anchor of its own, or several of one instrument with an anchor each. */
export function reasonEntry(entry: ReasonEntry, decision: Decision, wording: Wording, linkOf: LinkOf): Markup {
  const { words, reasons } = entry;
  const [first, ...others] = reasons;
  const lines = reasonLines(entry, decision, wording);
  const told = words.options.filter((option) => !option.folded && (first.basisKind === "none" || option.fails || option.open));
  const basis = words.options.find((option) => !told.includes(option) && !option.folded);
  const source = lines.source === null ? null : markup`<p class="soft">Source: ${citation(lines.source, linkOf(first.instrument))}${lines.weak !== null && ` (${lines.weak})`}</p>`;
  const ids = sayIds(reasons.map((reason) => reason.id));
  return markup`<li id="${first.id}" class="${words.status}">${others.map((reason) => markup`<span id="${reason.id}"></span>`)}<h3>${statusMark(words.status)} ${words.title} <a class="soft" href="${`#${encodeURIComponent(first.id)}`}" aria-label="${`Link to reason ${ids}`}">${ids}</a></h3>
<p>${sentence(words.says)}</p>${quotation(words.quote ?? basis?.quote ?? null)}<p class="soft">${sentence(lines.where)}.</p>
${optionList(told, linkOf)}${lines.because.length > 0 && markup`<ul>${lines.because.map((text) => markup`<li>${text}</li>`)}</ul>`}
${source}${moreOf(words.because.slice(lines.because.length), words.options.filter((option) => option.folded), words.folded, linkOf)}</li>
`;
}
