import { SaxesParser } from "saxes";

/** How the paragraphs of a list, or of a style, are numbered. */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

export interface NumberRef {
  readonly list: string;
  readonly level: number;
}

type Attributes = Readonly<Record<string, string>>;

/** Calls for every element that begins or ends; a document that is not well-formed ends the call with false. */
export function walkXml(xml: string, open: (name: string, attributes: Attributes) => void, close: (name: string) => void, text?: (words: string) => void): boolean {
  const parser = new SaxesParser();
  const faults: Error[] = [];
  parser.on("error", (fault) => faults.push(fault));
  parser.on("opentag", (tag) => open(tag.name, tag.attributes));
  parser.on("closetag", (tag) => close(tag.name));
  if (text !== undefined) parser.on("text", text);
  // A piece at a time: where it is found not to be XML the rest is not looked at.
  for (let at = 0; at < xml.length && faults.length === 0; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  if (faults.length === 0) parser.close();
  return faults.length === 0;
}

const romanDigits: readonly (readonly [number, string])[] = [[1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];

function roman(value: number): string {
  let left = Math.min(value, 3_999);
  let said = "";
  for (const [worth, digits] of romanDigits) for (; left >= worth; left -= worth) said += digits;
  return said;
}

const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(9, Math.ceil(value / 26)));

function written(value: number, format: string): string {
  if (format === "lowerLetter") return letter(value);
  if (format === "upperLetter") return letter(value).toUpperCase();
  if (format === "lowerRoman") return roman(value);
  if (format === "upperRoman") return roman(value).toUpperCase();
  return format === "decimalZero" && value < 10 ? `0${value}` : String(value);
}

function levelsOf(xml: string): { readonly lists: Map<string, Map<number, Level>>; readonly kindOf: Map<string, string> } {
  const lists = new Map<string, Map<number, Level>>();
  const kindOf = new Map<string, string>();
  let list: string | null = null;
  let instance: string | null = null;
  let level: { at: number; format: string; text: string; start: number } | null = null;
  walkXml(xml, (name, attributes) => {
    const value = attributes["w:val"] ?? "";
    if (name === "w:abstractNum") lists.set((list = attributes["w:abstractNumId"] ?? ""), new Map());
    else if (name === "w:num") instance = attributes["w:numId"] ?? "";
    else if (name === "w:abstractNumId" && instance !== null) kindOf.set(instance, value);
    else if (name === "w:lvl") level = { at: Number(attributes["w:ilvl"] ?? 0), format: "decimal", text: "", start: 1 };
    else if (level !== null && name === "w:numFmt") level.format = value;
    else if (level !== null && name === "w:lvlText") level.text = value;
    else if (level !== null && name === "w:start") level.start = Number(value) || 0;
  }, (name) => {
    if (name === "w:lvl" && level !== null) {
      if (list !== null) lists.get(list)?.set(level.at, { ...level });
      level = null;
    } else if (name === "w:abstractNum") list = null;
    else if (name === "w:num") instance = null;
  });
  return { lists, kindOf };
}

/** The numbers that Word shows before paragraphs and does not keep in their text. */
export class DocxNumbers {
  readonly #lists: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly #kindOf: ReadonlyMap<string, string>;
  readonly #counts = new Map<string, number[]>();

  constructor(xml: string | null) {
    const read = levelsOf(xml ?? "<none/>");
    this.#lists = read.lists;
    this.#kindOf = read.kindOf;
  }

  /** The number of the next paragraph of a list, without a space after it; bullets have none. */
  next({ list, level }: NumberRef): string {
    const kind = this.#kindOf.get(list);
    const levels = kind === undefined ? undefined : this.#lists.get(kind);
    const own = levels?.get(level);
    if (kind === undefined || levels === undefined || own === undefined) return "";
    const counts = this.#counts.get(kind) ?? [];
    for (let at = 0; at <= level; at += 1) counts[at] = at === level ? (counts[at] ?? (own.start - 1)) + 1 : (counts[at] ?? levels.get(at)?.start ?? 1);
    counts.length = level + 1;
    this.#counts.set(kind, counts);
    if (own.format === "bullet" || own.format === "none") return "";
    return own.text.replace(/%(\d)/g, (_, digit: string) => written(counts[Number(digit) - 1] ?? 1, levels.get(Number(digit) - 1)?.format ?? "decimal"));
  }
}

/** The numbering that each style of paragraphs brings with it. */
export function numberedStyles(xml: string | null): Map<string, NumberRef> {
  const styles = new Map<string, NumberRef>();
  let style: string | null = null;
  let list = "";
  let level = 0;
  walkXml(xml ?? "<none/>", (name, attributes) => {
    if (name === "w:style") {
      style = attributes["w:styleId"] ?? null;
      list = "";
      level = 0;
    } else if (name === "w:numId") list = attributes["w:val"] ?? "";
    else if (name === "w:ilvl") level = Number(attributes["w:val"] ?? 0);
  }, (name) => {
    if (name === "w:style" && style !== null && list !== "" && list !== "0") styles.set(style, { list, level });
  });
  return styles;
}
