import type { DocxArchive } from "./archive.js";
import { joinedLooks, type Look, paragraphLook, propertiesIn, runLook } from "./look.js";
import { type ParagraphForm, formOf, type Styles, stylesOf } from "./style.js";
import { ShownNumbers } from "./shown-number.js";
import type { View } from "./view.js";
import { childOf, type XmlElement } from "./xml.js";

/** A paragraph as one reads it. */
export interface DocxParagraph {
  readonly text: string;
  readonly heading: number | null;
  /** Which one of its list it is, counted from 1 at each level, such as `2.1`; null: not numbered. */
  readonly number: string | null;
  /** The number that word processors show before it, such as `1(a)`; empty: none. */
  readonly shown: string;
  /** Table, row and cell in which it stands, counted from 1, such as `1.2.3`; null: in none. */
  readonly cell: string | null;
  /** Names of the bookmarks that begin in it, or right before it. */
  readonly marks?: readonly string[];
  /** How it looks, and its words from the first on. */
  readonly look?: { readonly form: string; readonly words: readonly Look[] };
}

/** Elements whose content is there only in one view. */
const only: Readonly<Record<string, View>> = { "w:ins": "accepted", "w:moveTo": "accepted", "w:del": "rejected", "w:moveFrom": "rejected" };

const signs: Readonly<Record<string, string>> = { "w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "" };

/** What holds no text of the document: properties, instructions of fields, and the second form of a drawing. */
const silent: ReadonlySet<string> = new Set(["w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sectPr", "w:instrText", "w:delInstrText", "Fallback"]);

/** The mark at the end of a paragraph, or a row, that is there only in the other view. */
const isGone = (properties: XmlElement | undefined, view: View): boolean => properties?.children.some((each) => each.name in only && only[each.name] !== view) === true;

class Reader {
  readonly paragraphs: DocxParagraph[] = [];
  readonly #counters = new Map<string, number[]>();
  #tables = 0;
  /** Text of a paragraph whose end is not there: it runs on into the next one. */
  #open = "";
  #marks: string[] = [];
  #looks: Look[] = [];
  readonly #shown: ShownNumbers;
  readonly #styles: Styles;
  constructor({ styles, numbering }: Pick<DocxArchive, "styles" | "numbering">, private readonly view: View) {
    this.#styles = stylesOf(styles);
    this.#shown = new ShownNumbers(numbering);
  }

  read(elements: readonly XmlElement[], cell: string | null): void {
    for (const each of elements) {
      if (each.name === "w:bookmarkStart") this.#marks.push(each.attributes.get("name") ?? "");
      else if (each.name === "w:p") this.#paragraph(each, cell);
      else if (each.name === "w:tbl") this.#table(each);
      else if (!(each.name in only) || only[each.name] === this.view) this.read(silent.has(each.name) ? [] : each.children, cell);
    }
  }

  #table(table: XmlElement): void {
    const rows = table.children.flatMap((each) => (each.name === "w:sdt" ? (childOf(each, "w:sdtContent")?.children ?? []) : [each])).filter((each) => each.name === "w:tr" && !isGone(childOf(each, "w:trPr"), this.view));
    // A table without a row is none.
    if (rows.length > 0) this.#tables++;
    const number = this.#tables;
    for (const [row, { children }] of rows.entries()) {
      const cells = children.flatMap((each) => (each.name === "w:sdt" ? (childOf(each, "w:sdtContent")?.children ?? []) : [each])).filter((each) => each.name === "w:tc");
      for (const [at, each] of cells.entries()) this.read(each.children, `${number}.${row + 1}.${at + 1}`);
    }
  }

  #paragraph(paragraph: XmlElement, cell: string | null): void {
    const beside: XmlElement[] = [];
    const text = this.#open + this.#text(paragraph.children, beside);
    this.#open = "";
    const mark = childOf(childOf(paragraph, "w:pPr"), "w:rPr");
    if (isGone(mark, this.view)) this.#open = text;
    else {
      const form = formOf(propertiesIn(paragraph, "w:pPr", this.view), this.#styles);
      const look = { form: paragraphLook(paragraph, this.view), words: joinedLooks(this.#looks) };
      this.paragraphs.push({ text, heading: form.heading, ...this.#numbered(form), cell, ...(this.#marks.length === 0 ? {} : { marks: this.#marks }), look });
      [this.#marks, this.#looks] = [[], []];
    }
    this.read(beside, cell);
  }

  /** What runs on at the end of all is a paragraph of its own. */
  end(): void {
    if (this.#open !== "") this.paragraphs.push({ text: this.#open, heading: null, number: null, shown: "", cell: null });
  }

  #text(elements: readonly XmlElement[], beside: XmlElement[], look = ""): string {
    const say = (text: string): string => {
      this.#looks.push({ length: text.length, form: look });
      return text;
    };
    return elements.map((each): string => {
      if (each.name === "w:t" || each.name === "w:delText") return say(each.text);
      if (each.name === "w:bookmarkStart") this.#marks.push(each.attributes.get("name") ?? "");
      const sign = signs[each.name];
      // Where a page or column ends is how words are set, and no word.
      if (sign !== undefined) return each.name === "w:br" && ["page", "column"].includes(each.attributes.get("type") ?? "") ? "" : say(sign);
      if (silent.has(each.name) || (each.name in only && only[each.name] !== this.view)) return "";
      // A box of text is a small document beside the paragraph that holds it.
      if (each.name === "w:txbxContent") beside.push(...each.children);
      return each.name === "w:txbxContent" ? "" : this.#text(each.children, beside, each.name === "w:r" ? runLook(each, this.view) : look);
    }).join("");
  }

  #numbered({ list }: ParagraphForm): Pick<DocxParagraph, "number" | "shown"> {
    if (list === null) return { number: null, shown: "" };
    const counters = this.#counters.get(list.id) ?? [];
    this.#counters.set(list.id, counters);
    counters.length = Math.min(counters.length, list.level + 1);
    for (let level = 0; level <= list.level; level++) counters[level] ??= level === list.level ? 0 : 1;
    counters[list.level]!++;
    return { number: counters.join("."), shown: this.#shown.next(list) };
  }
}

/** Paragraphs of a document in their order, with its open changes made or not. Headers, footers and notes are not read. */
export function paragraphsOf({ body, ...archive }: DocxArchive, view: View): readonly DocxParagraph[] {
  const reader = new Reader(archive, view);
  reader.read(body.children, null);
  reader.end();
  return reader.paragraphs;
}

const marks: ReadonlySet<string> = new Set([...Object.keys(only), "w:pPrChange", "w:rPrChange", "w:cellIns", "w:cellDel"]);

/** Whether a document has changes that nobody accepted or rejected. */
export function hasOpenChanges({ body }: DocxArchive): boolean {
  const left = [body];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (marks.has(next.name)) return true;
    for (const each of next.children) left.push(each);
  }
  return false;
}
