import type { DocxArchive } from "../docx/archive.js";
import { childOf, valueOf, type XmlElement } from "../docx/xml.js";
import type { ReadPaper } from "./read-line.js";

/** Forms in which words are not seen, or are seen as taken out, without a change being recorded. */
const forms = ["w:vanish", "w:strike", "w:dstrike"] as const;
/** What shows the text of another file in its place. */
const fromElsewhere: ReadonlySet<string> = new Set(["w:altChunk", "w:subDoc"]);
/** What is not there where open changes are not made. */
const notMade: ReadonlySet<string> = new Set(["w:ins", "w:moveTo"]);

/** Whether properties of a run say that its words do not stand as they are; null: they say nothing of it. */
function saidOf(properties: XmlElement | undefined): boolean | null {
  const said = forms.flatMap((form) => childOf(properties, form) ?? []).map(({ attributes }) => !/^(?:0|false|off)$/i.test(attributes.get("val") ?? ""));
  return said.length === 0 ? null : said.some((each) => each);
}

/** Names of the styles whose words do not stand as they are, those that are based on one included. */
function hidingStyles(styles: XmlElement | null): ReadonlySet<string> {
  const all = (styles?.children ?? []).filter((each) => each.name === "w:style").map((each) => ({ id: each.attributes.get("styleId") ?? "", based: valueOf(each, "w:basedOn"), said: saidOf(childOf(each, "w:rPr")) }));
  const hiding = new Set(all.flatMap(({ id, said }) => (said === true ? [id] : [])));
  for (let size = -1; size !== hiding.size; ) {
    size = hiding.size;
    for (const { id, based, said } of all) if (said === null && based !== null && hiding.has(based)) hiding.add(id);
  }
  return hiding;
}

/** Words of a document that whoever reads it does not see, or sees struck out, and places where it shows what stands in another file. */
export function unseenIn({ body, styles }: DocxArchive): ReadPaper["beside"] {
  const hiding = hidingStyles(styles);
  const [words, places]: [string[], string[]] = [[], []];
  const walk = (element: XmlElement, isHidden: boolean): void => {
    if (notMade.has(element.name)) return;
    if (fromElsewhere.has(element.name)) places.push("(the text of another file, which is not read)");
    const isParagraph = element.name === "w:p";
    const properties = childOf(element, isParagraph ? "w:pPr" : "w:rPr");
    const style = valueOf(properties, isParagraph ? "w:pStyle" : "w:rStyle");
    const here = isParagraph ? style !== null && hiding.has(style) : element.name === "w:r" ? (saidOf(properties) ?? (isHidden || (style !== null && hiding.has(style)))) : isHidden;
    if (here && (element.name === "w:t" || element.name === "w:delText") && element.text.trim() !== "") words.push(element.text);
    for (const each of element.children) walk(each, here);
  };
  walk(body, false);
  return [...(words.length === 0 ? [] : [{ where: "words that are hidden or struck out", text: words.join(" ") }]), ...places.map((text) => ({ where: "document", text }))];
}
