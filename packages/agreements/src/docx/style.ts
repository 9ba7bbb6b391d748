import { childOf, valueOf, type XmlElement } from "./xml.js";

/** What a paragraph has by itself or by its style. */
export interface ParagraphForm {
  /** Level of a heading, from 0; null: no heading. */
  readonly heading: number | null;
  /** The list it is numbered in, and the level there, from 0; null: it is not numbered. */
  readonly list: { readonly id: string; readonly level: number } | null;
}

interface Style {
  readonly name: string;
  readonly based: string | null;
  readonly properties: XmlElement | undefined;
}

/** Named styles of a document. */
export type Styles = ReadonlyMap<string, Style>;

export const stylesOf = (root: XmlElement | null): Styles =>
  new Map((root?.children ?? []).filter((each) => each.name === "w:style").map((each) => [each.attributes.get("styleId") ?? "", { name: valueOf(each, "w:name") ?? "", based: valueOf(each, "w:basedOn"), properties: childOf(each, "w:pPr") }]));

/** The style of a paragraph and those it is based on, nearest first; a circle ends. */
function chainOf(id: string | null, styles: Styles): Style[] {
  const chain: Style[] = [];
  const seen = new Set<string>();
  for (let next = id; next !== null && !seen.has(next); ) {
    seen.add(next);
    const style = styles.get(next);
    if (style === undefined) break;
    chain.push(style);
    next = style.based;
  }
  return chain;
}

const count = (text: string | null): number | null => (text !== null && /^\d$/.test(text) ? Number(text) : null);

const headingOf = (name: string): number | null => (/^title$/i.test(name) ? 0 : count(/^heading (\d)$/i.exec(name)?.[1] ?? null));

/** The form of a paragraph: what it says itself goes before its style, and that before what the style is based on. */
export function formOf(properties: XmlElement | undefined, styles: Styles): ParagraphForm {
  const chain = chainOf(valueOf(properties, "w:pStyle"), styles);
  const all = [properties, ...chain.map((style) => style.properties)];
  const numbers = all.map((each) => childOf(each, "w:numPr")).filter((each) => each !== undefined);
  const id = numbers.map((each) => valueOf(each, "w:numId")).find((each) => each !== null) ?? null;
  const level = numbers.map((each) => count(valueOf(each, "w:ilvl"))).find((each) => each !== null) ?? 0;
  const outline = all.map((each) => count(valueOf(each, "w:outlineLvl"))).find((each) => each !== null) ?? null;
  const named = chain.map((style) => headingOf(style.name)).find((each) => each !== null) ?? null;
  return { heading: named ?? (outline === null || outline > 8 ? null : outline + 1), list: id === null || id === "0" ? null : { id, level } };
}
