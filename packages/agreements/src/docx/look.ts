import type { View } from "./view.js";
import { childOf, valueOf, type XmlElement } from "./xml.js";

/** Words of a paragraph that look alike: how many characters, and their properties as one text. */
export interface Look {
  readonly length: number;
  readonly form: string;
}

/** What a property list holds that is no look: changes of it, marks of paragraphs, numbers, which are read by themselves, and what proofing notes. */
const noLook: ReadonlySet<string> = new Set(["w:rPrChange", "w:pPrChange", "w:rPr", "w:sectPr", "w:numPr", "w:lang", "w:noProof", "w:ins", "w:del", "w:moveFrom", "w:moveTo"]);

/** In the place of a style's name. */
export const ofAll = "(all words)";

const textOf = ({ name, attributes, children }: XmlElement): string => `${name}${[...attributes].filter(([key]) => !key.startsWith("rsid")).map(([key, value]) => ` ${key}=${value}`).toSorted().join("")}${children.length === 0 ? "" : `(${children.map(textOf).join(",")})`}`;

/** Properties as one text, whatever order they stand in; empty: there are none. */
const formOf = (properties: XmlElement | undefined): string => (properties?.children ?? []).filter(({ name }) => !noLook.has(name)).map(textOf).toSorted().join(";");

/** Properties of a run or paragraph as they are in a view: those of before, where a change of them is not made. */
export function propertiesIn(element: XmlElement, kind: "w:rPr" | "w:pPr", view: View): XmlElement | undefined {
  const now = childOf(element, kind);
  const change = view === "rejected" ? childOf(now, `${kind}Change`) : undefined;
  return change === undefined ? now : childOf(change, kind);
}

/** How a run looks by itself: its style and what it says beside it. */
export const runLook = (run: XmlElement, view: View): string => formOf(propertiesIn(run, "w:rPr", view));

/** How a paragraph looks by itself: its style, and how it is set. */
export const paragraphLook = (paragraph: XmlElement, view: View): string => formOf(propertiesIn(paragraph, "w:pPr", view));

/** How each named style makes words and paragraphs look, with what it is based on, and beside them what the document says of all. */
export function styleLooks(styles: XmlElement | null): ReadonlyMap<string, string> {
  const all = styles?.children ?? [];
  const looks = all.filter(({ name }) => name === "w:style").map((style) => [style.attributes.get("styleId") ?? "", [valueOf(style, "w:basedOn"), formOf(childOf(style, "w:pPr")), formOf(childOf(style, "w:rPr"))].join(" / ")] as const);
  return new Map([...looks, [ofAll, formOf(all.find(({ name }) => name === "w:docDefaults"))]]);
}

/** Looks with neighbors that are alike joined. */
export function joinedLooks(looks: readonly Look[]): readonly Look[] {
  const joined: Look[] = [];
  for (const { length, form } of looks) {
    const last = joined.at(-1);
    if (last?.form === form) joined[joined.length - 1] = { length: last.length + length, form };
    else if (length > 0) joined.push({ length, form });
  }
  return joined;
}
