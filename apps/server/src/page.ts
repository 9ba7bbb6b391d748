import { namesOf, sayUse, shapes, wordingOf, type Decision } from "@cleartitle/engine";
import type { Catalogue } from "@cleartitle/catalogue";
import type { TitleGraph } from "@cleartitle/title";
import { drawingOf, type Drawing } from "./drawing.js";
import { toSvg } from "./drawing-svg.js";
import { Markup, markup, type Hole } from "./markup.js";
import { sourceLink } from "./page-reason.js";
import { background, basis, duties, exposure, followUps, reasons, territories } from "./page-section.js";

export interface PageWorld {
  readonly graph: TitleGraph;
  readonly catalogue: Catalogue;
}

const document = (title: string, body: Hole): string => markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="stylesheet" href="/style.css"><link rel="icon" type="image/svg+xml" href="/icon.svg"></head>
<body>${body}</body></html>
`.text;

const addressOf = (use: string): string => `/?use=${encodeURIComponent(use)}`;

function header(uses: readonly string[], current: string | null): Markup {
  const entries = uses.map((use) => markup`<li><a href="${addressOf(use)}"${use === current && markup` aria-current="page"`}>${use}</a></li>`);
  return markup`<a class="skip" href="#answer">Skip to the answer</a>
<header><span class="brand">Cleartitle</span><nav aria-label="Uses of this file"><ul>${entries}</ul></nav></header>
`;
}

/** The graph as a picture, and the same as a list for whoever does not see it. */
function chainOfTitle(drawing: Drawing, use: string): Markup {
  const hidden = drawing.hidden > 0 && markup` ${drawing.nodes.length} of ${drawing.nodes.length + drawing.hidden} assets are shown.`;
  const rows = drawing.edges.map((edge) => markup`<li>${edge.from} → ${edge.to} (${edge.by}${edge.on === null ? "" : `, ${edge.on}`})</li>`);
  return markup`<section aria-labelledby="chain"><h2 id="chain">Chain of title</h2>
<figure><div class="scroll" role="region" aria-label="Drawing of the chain of title" tabindex="0">${new Markup(toSvg(drawing, { own: false, label: `Chain of title of ${use}` }))}</div>
<figcaption class="soft">From the sources on the left to what is used on the right.${hidden}</figcaption></figure>
${rows.length > 0 && markup`<details><summary>The same as a list</summary><ul>${rows}</ul></details>`}</section>
`;
}

/** The page of one decision. Everything recorded is escaped; there is no script. */
export function decisionPage(world: PageWorld, decision: Decision): string {
  const { use } = decision;
  const wording = wordingOf(decision, { names: namesOf(world) });
  const linkOf = (instrument: string | null): string | null => sourceLink(world, instrument);
  const between = decision.decision === "unresolved" && markup`<p>It may be anything between ${decision.best} and ${decision.worst}; what would settle it is below.</p>`;
  const drawing = drawingOf(world.graph, { of: use.of, decision, most: 60 });
  return document(`${decision.decision}: ${use.name} — Cleartitle`, [
    header([...world.graph.uses.keys()], use.name),
    markup`<main id="answer"><h1><span class="${`verdict ${decision.decision}`}"><span aria-hidden="true">${shapes[decision.decision]}</span> ${decision.decision}</span> ${use.name}</h1>
<p class="question">${sayUse(decision, wording)}</p>${between}${decision.cut && markup`<p>The evaluation was cut at its budget: what was not reached counts as unknown.</p>`}
`,
    territories(decision, wording), reasons(decision, wording, linkOf), exposure(decision, wording), duties(decision, wording, linkOf), followUps(decision, wording), chainOfTitle(drawing, use.of), background(decision, wording), basis(decision),
    markup`</main><footer class="soft"><p>The same as data: <a href="${`/decision.json?use=${encodeURIComponent(use.name)}`}">decision.json</a>. Cleartitle prepares a decision; it is no legal advice.</p></footer>`,
  ]);
}

/** A page that says what was not found, and what there is. */
export function notFoundPage(world: PageWorld, what: string): string {
  return document("not found — Cleartitle", [
    header([...world.graph.uses.keys()], null),
    markup`<main id="answer"><h1>Not found</h1><p>${what}</p><p>${world.graph.uses.size === 0 ? "This title file has no uses." : "The uses of this title file are named above."}</p></main>`,
  ]);
}
