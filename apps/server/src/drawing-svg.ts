import { shapes } from "@cleartitle/engine";
import type { Drawing } from "./drawing.js";
import { box, layoutOf, type Layout, type Place } from "./drawing-layout.js";
import { markup, Markup } from "./markup.js";

const style = `
.title-graph { font: 13px system-ui, sans-serif; background: #fff; }
.title-graph text { fill: #1b1f24; }
.title-graph .name { font-weight: 600; }
.title-graph .soft, .title-graph .by { fill: #4b5560; font-size: 11.5px; }
.title-graph rect { fill: #f6f8fa; stroke: #6b7480; }
.title-graph .used rect { stroke-width: 2.5; }
.title-graph path { fill: none; stroke: #6b7480; stroke-width: 1.4; }
.title-graph .arrow { fill: #6b7480; stroke: none; }
.title-graph .blocked rect { fill: #fdebeb; stroke: #a3161b; }
.title-graph .unresolved rect { fill: #fff4d6; stroke: #7a4b00; }
.title-graph .conditional rect { fill: #e3f1fb; stroke: #0b5a8a; }
.title-graph .cleared rect { fill: #e6f4ea; stroke: #1a6b3c; }
`;

/** Cut to what fits, by code points; the whole text stands in the title of the box. */
function short(text: string, most: number): string {
  const points = Array.from(text);
  return points.length <= most ? text : `${points.slice(0, most - 1).join("")}…`;
}

const at = (n: number): string => String(Math.round(n * 10) / 10);

function curve(points: readonly Place[]): string {
  const [first, ...rest] = points;
  let before = first!;
  let line = `M${at(before.x)} ${at(before.y)}`;
  for (const point of rest) {
    const bend = Math.max(24, Math.abs(point.x - before.x) / 2);
    line += `C${at(before.x + bend)} ${at(before.y)} ${at(point.x - bend)} ${at(point.y)} ${at(point.x)} ${at(point.y)}`;
    before = point;
  }
  return line;
}

function drawEdge(edge: Layout["edges"][number]): Markup {
  const [from, to] = [edge.points[0]!, edge.points[1]!];
  const end = edge.points.at(-1)!;
  const when = edge.on === null ? "" : ` on ${edge.on}`;
  return markup`<g><title>${`${edge.from} → ${edge.to}: ${edge.by}${when}`}</title><path d="${curve(edge.points)}"/>
<path class="arrow" d="${`M${at(end.x)} ${at(end.y)}l-8 -4v8z`}"/>
<text class="by" text-anchor="middle" x="${at((from.x + to.x) / 2)}" y="${at((from.y + to.y) / 2 - 5)}">${short(edge.by, 14)}</text></g>
`;
}

function drawNode(node: Layout["nodes"][number]): Markup {
  const license = node.kind === "act" ? "no result recorded" : node.licenses.length === 0 ? "no license recorded" : node.licenses.join(", ");
  const status = node.status === null ? "" : `${shapes[node.status]} ${node.status}`;
  const last = status === "" ? node.kind : `${node.kind} · ${status}`;
  const [x, y] = [at(node.x + 10), (down: number): string => at(node.y + down)];
  return markup`<g class="${`${node.status ?? "plain"}${node.used ? " used" : ""}`}"><title>${`${node.id} (${node.kind}): ${license}${status === "" ? "" : `; ${node.status}`}`}</title>
<rect x="${at(node.x)}" y="${at(node.y)}" width="${box.width}" height="${box.height}" rx="7"/>
<text class="name" x="${x}" y="${y(19)}">${short(node.id, 24)}</text><text class="soft" x="${x}" y="${y(35)}">${short(license, 29)}</text><text class="soft" x="${x}" y="${y(50)}">${last}</text></g>
`;
}

/**
 * The title graph as SVG, sources on the left, text escaped. With `own: true` it carries its own style, to stand alone;
 * without, the page's style sheet paints it.
 */
export function toSvg(drawing: Drawing, options: { readonly own: boolean; readonly label: string }): string {
  const layout = layoutOf(drawing);
  const hidden = drawing.hidden === 0 ? "" : ` ${drawing.nodes.length} of ${drawing.nodes.length + drawing.hidden} assets shown.`;
  const own = options.own ? markup`<style>${new Markup(style)}</style>` : null;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="title-graph" role="img" aria-label="${options.label}" width="${at(layout.width)}" height="${at(layout.height)}" viewBox="0 0 ${at(layout.width)} ${at(layout.height)}">
<title>${options.label}</title><desc>${`${drawing.nodes.filter((node) => node.kind !== "act").length} assets and ${drawing.edges.length} derivations.${hidden}`}</desc>${own}
${layout.edges.map(drawEdge)}${layout.nodes.map(drawNode)}</svg>
`.text;
}
