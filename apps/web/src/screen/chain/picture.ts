import { plainWords, shapes } from "@cleartitle/engine";
import type { Drawn, Line, Thing } from "./drawn.js";
import { type Place, type Places, thingHeight, thingWidth } from "./measure.js";

/** Colors of a picture, each as a style sheet would have it. */
export type PictureColors = Readonly<Record<"ground" | "raised" | "text" | "soft" | "edge" | "accent" | "cleared" | "conditional" | "unresolved" | "blocked", string>>;

const margin = 24;
/** Signs of a line at most; wide ones count for two. */
const widest = 29;

/** Signs that no XML has are left out. */
const isWritten = (sign: string): boolean => (sign >= " " && sign < "\ufffe") || sign > "\uffff";
const escaped = (text: string): string => Array.from(text).filter(isWritten).join("").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function shortened(text: string): string {
  let width = 0;
  let kept = "";
  for (const sign of text) {
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{3fffd}]/u.test(sign) ? 2 : 1;
    if (width > widest) return `${kept}…`;
    kept += sign;
  }
  return kept;
}

const written = (x: number, y: number, text: string, attributes: string): string => `<text x="${x}" y="${y}" ${attributes}>${escaped(text)}</text>`;

function thingMarkup({ node, shown, isLit }: Thing, { x, y }: Place, colors: PictureColors): string {
  const { verdict } = node;
  const color = verdict === null ? colors.edge : colors[verdict.decision];
  const isolated = 'unicode-bidi="isolate"';
  return [
    `<g><title>${escaped(node.id)}</title>`,
    ...(isLit ? [`<rect x="${x - 4}" y="${y - 4}" width="${thingWidth + 8}" height="${thingHeight + 8}" rx="6" fill="none" stroke="${colors.accent}" stroke-width="3"/>`] : []),
    `<rect x="${x}" y="${y}" width="${thingWidth}" height="${thingHeight}" rx="4" fill="${colors.raised}" stroke="${colors.edge}"${node.placeholder ? ' stroke-dasharray="4 3"' : ""}/>`,
    `<rect x="${x}" y="${y}" width="4" height="${thingHeight}" fill="${color}"/>`,
    written(x + 12, y + 23, shortened(node.id), `font-weight="600" font-size="14" fill="${colors.text}" ${isolated}`),
    written(x + 12, y + 43, shortened(node.placeholder ? `${node.kind}, only named` : [node.kind, ...(node.version === null ? [] : [node.version])].join(" · ")), `font-size="12" fill="${colors.soft}" ${isolated}`),
    verdict === null ? "" : written(x + 12, y + 66, `${shapes[verdict.decision]} ${verdict.decision}`, `font-size="13" font-weight="600" fill="${color}"`),
    written(x + 12, y + 93, node.sources === 0 ? "no source" : `${shown.sources} of ${node.sources}`, `font-size="12" fill="${colors.soft}"`),
    written(x + thingWidth - 10, y + 93, node.results === 0 ? "no result" : `${shown.results} of ${node.results}`, `font-size="12" text-anchor="end" fill="${colors.soft}"`),
    "</g>",
  ].join("");
}

function lineMarkup({ by, isLit }: Line, from: Place, to: Place, colors: PictureColors): string {
  const [x1, y1, x2, y2] = [from.x + thingWidth, from.y + thingHeight / 2, to.x, to.y + thingHeight / 2];
  const bend = Math.max(24, Math.abs(x2 - x1) / 2);
  const color = isLit ? colors.accent : colors.edge;
  return `<path d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 6} ${y2}" fill="none" stroke="${color}" stroke-width="${isLit ? 3 : 1.25}"/><path d="M${x2} ${y2} l-8 -4 v8 z" fill="${color}"/>${written((x1 + x2) / 2, (y1 + y2) / 2 - 5, plainWords(by), `font-size="12" text-anchor="middle" fill="${colors.text}"`)}`;
}

/** The same drawing as a picture for elsewhere, with the measures that it has. Names of others are text in it and nothing else. */
export function pictureOf({ things, lines }: Drawn, places: Places, colors: PictureColors): { readonly markup: string; readonly width: number; readonly height: number } {
  const placed = things.flatMap((thing) => (places.has(thing.node.id) ? [{ thing, at: places.get(thing.node.id)! }] : []));
  const [left, top] = [Math.min(...placed.map(({ at }) => at.x), Infinity), Math.min(...placed.map(({ at }) => at.y), Infinity)];
  const moved = new Map(placed.map(({ thing, at }) => [thing.node.id, { x: Math.round(at.x - left + margin), y: Math.round(at.y - top + margin) }]));
  const width = Math.max(0, ...[...moved.values()].map(({ x }) => x + thingWidth)) + margin;
  const height = Math.max(0, ...[...moved.values()].map(({ y }) => y + thingHeight)) + margin;
  const drawnLines = lines.flatMap((line) => (moved.has(line.from) && moved.has(line.to) ? [lineMarkup(line, moved.get(line.from)!, moved.get(line.to)!, colors)] : []));
  const markup = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans, Helvetica, Arial, sans-serif">`,
    `<title>Chain of title</title><rect width="${width}" height="${height}" fill="${colors.ground}"/>`, ...drawnLines, ...placed.map(({ thing }) => thingMarkup(thing, moved.get(thing.node.id)!, colors)), "</svg>\n",
  ].join("\n");
  return { markup, width, height };
}
