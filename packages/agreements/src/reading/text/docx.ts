import { type Problem, problem } from "@cleartitle/norms";
import { DocxNumbers, type NumberRef, numberedStyles, walkXml } from "./docx-numbering.js";
import { docxParts } from "./docx-part.js";
import { readingLimits } from "./limit.js";

export interface PlainDocument {
  readonly text: string;
  readonly pages: readonly number[] | null;
  /** What a reader of what comes of it ought to know. */
  readonly notes: readonly string[];
}

/** What is in the file and not in the document as it reads: struck words, the other form of a drawing, fields' orders. */
const unread = new Set(["mc:Fallback", "w:moveFrom", "w:del", "w:instrText"]);

class DocxText {
  readonly #numbers: DocxNumbers;
  readonly #styles: ReadonlyMap<string, NumberRef>;
  readonly #paragraphs: string[] = [];
  /** Paragraphs may stand in each other, in the box of a drawing. */
  readonly #open: { words: string; list: string | null; level: number | null; style: string | null }[] = [];
  #hidden = 0;
  #inText = false;
  #depth = 0;
  hasChanges = false;
  isTooDeep = false;

  constructor(numbering: string | null, styles: string | null) {
    this.#numbers = new DocxNumbers(numbering);
    this.#styles = numberedStyles(styles);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#depth > readingLimits.depth) this.isTooDeep = true;
    if (name === "w:ins" || name === "w:del" || name === "w:moveFrom") this.hasChanges = true;
    if (unread.has(name)) this.#hidden += 1;
    if (name === "w:p") this.#open.push({ words: "", list: null, level: null, style: null });
    const last = this.#open.at(-1);
    if (last === undefined) return;
    const value = attributes["w:val"] ?? null;
    if (name === "w:numId") last.list = value;
    else if (name === "w:ilvl") last.level = Number(value);
    else if (name === "w:pStyle") last.style = value;
    else if (name === "w:t") this.#inText = true;
    else if (name === "w:tab" && attributes["w:pos"] === undefined) this.#say("\t");
    else if (name === "w:br" || name === "w:cr") this.#say("\n");
    else if (name === "w:noBreakHyphen") this.#say("-");
  }

  close(name: string): void {
    this.#depth -= 1;
    if (unread.has(name)) this.#hidden -= 1;
    if (name === "w:t") this.#inText = false;
    else if (name === "w:p") this.#end();
  }

  words(text: string): void {
    if (this.#inText) this.#say(text);
  }

  #say(text: string): void {
    const last = this.#open.at(-1);
    if (last !== undefined && this.#hidden === 0) last.words += text;
  }

  #end(): void {
    const paragraph = this.#open.pop();
    if (paragraph === undefined || paragraph.words.trim() === "") return;
    const ofStyle = paragraph.style === null ? undefined : this.#styles.get(paragraph.style);
    const list = paragraph.list ?? ofStyle?.list ?? "0";
    const number = list === "0" ? "" : this.#numbers.next({ list, level: paragraph.level ?? ofStyle?.level ?? 0 });
    this.#paragraphs.push(`${number === "" ? "" : `${number} `}${paragraph.words.trim()}`);
  }

  text(): string {
    return this.#paragraphs.join("\n\n");
  }
}

/** The text of a Word document, with the numbers that Word shows; words that are struck by a tracked change are left out, words put in are there. */
export function readDocx(bytes: Uint8Array, file: string): { readonly document: PlainDocument } | { readonly problem: Problem } {
  const opened = docxParts(bytes, file);
  if ("problem" in opened) return opened;
  const { document, numbering, styles } = opened.parts;
  const text = new DocxText(numbering, styles);
  const isWhole = walkXml(document, (name, attributes) => text.open(name, attributes), (name) => text.close(name), (words) => text.words(words));
  if (text.isTooDeep) return { problem: problem("too-deep", `elements stand in each other more than ${readingLimits.depth} deep`, { file, hint: "save it again as .docx" }) };
  if (!isWhole) return { problem: problem("format-syntax", "the document is not well-formed inside", { file, hint: "open it with a word processor, and save it again as .docx" }) };
  return { document: { text: text.text(), pages: null, notes: text.hasChanges ? ["the document has tracked changes: it is read as if all were accepted"] : [] } };
}
