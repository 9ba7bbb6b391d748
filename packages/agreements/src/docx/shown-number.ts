import { valueOf, type XmlElement } from "./xml.js";

/** How the paragraphs of one level of a list are numbered. */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

type Levels = ReadonlyMap<number, Level>;

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

const levelOf = (level: XmlElement): readonly [number, Level] => [
  Number(level.attributes.get("ilvl") ?? 0), { format: valueOf(level, "w:numFmt") ?? "decimal", text: valueOf(level, "w:lvlText") ?? "", start: Number(valueOf(level, "w:start") ?? 1) || 0 },
];

const named = ({ children }: XmlElement, name: string): readonly XmlElement[] => children.filter((each) => each.name === name);

/** The numbers that Word shows before paragraphs and does not keep in their text. */
export class ShownNumbers {
  readonly #lists: ReadonlyMap<string, Levels>;
  readonly #kindOf: ReadonlyMap<string, string>;
  readonly #counts = new Map<string, number[]>();

  constructor(root: XmlElement | null) {
    const [kinds, lists] = root === null ? [[], []] : [named(root, "w:abstractNum"), named(root, "w:num")];
    this.#lists = new Map(kinds.map((each) => [each.attributes.get("abstractNumId") ?? "", new Map(named(each, "w:lvl").map(levelOf))] as const));
    this.#kindOf = new Map(lists.map((each) => [each.attributes.get("numId") ?? "", valueOf(each, "w:abstractNumId") ?? ""] as const));
  }

  /** The number of the next paragraph of a list, without a space after it; bullets have none. */
  next({ id, level }: { readonly id: string; readonly level: number }): string {
    const kind = this.#kindOf.get(id);
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
