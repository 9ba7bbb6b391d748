import { sayReason, shapes, type PlaceOptions, type Reason } from "@cleartitle/engine";
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

export function citation(cite: string | null, link: string | null): Markup | null {
  if (cite === null) return null;
  return link === null ? markup`<cite>${cite}</cite>` : markup`<cite><a href="${link}" rel="noreferrer">${cite}</a></cite>`;
}

const quotation = (quote: string | null): Markup | null => (quote === null ? null : markup`<blockquote>“${quote}”</blockquote>`);

/** Facts beyond this many stand behind a summary, so that the next reason is not far. */
const shownFacts = 5;

function factList(facts: readonly string[]): Markup | null {
  if (facts.length === 0) return null;
  const items = markup`<ul>${facts.map((text) => markup`<li>${text}</li>`)}</ul>`;
  return facts.length <= shownFacts ? items : markup`<details><summary>${facts.length} facts it rests on</summary>${items}</details>`;
}

/** One numbered reason with an anchor of its own. */
export function reasonEntry(reason: Reason, places: PlaceOptions, linkOf: (instrument: string | null) => string | null): Markup {
  const words = sayReason(reason, places);
  const options = words.options.map((option) => markup`<li>${option.text} ${citation(option.cite, linkOf(option.instrument))}${quotation(option.quote)}</li>`);
  const weak = words.verified === null || words.verified === "primary" || words.verified === "secondary" ? null : markup` <span class="soft">(text ${words.verified})</span>`;
  return markup`<li id="${words.id}"><h3>${statusMark(words.status)} ${words.title} <a class="soft" href="${`#${encodeURIComponent(words.id)}`}" aria-label="${`Link to reason ${words.id}`}">${words.id}</a></h3>
<p>${words.says}</p><p class="soft">In ${words.where}${words.path === "" ? null : `; by way of ${words.path}`}.</p>
${factList(words.because)}
${quotation(words.quote)}${words.cite !== null && markup`<p>Source: ${citation(words.cite, linkOf(reason.instrument))}${weak}</p>`}
${options.length > 0 && markup`<p>Options considered:</p><ul>${options}</ul>`}</li>
`;
}
