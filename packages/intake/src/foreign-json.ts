import { problem } from "@cleartitle/norms";
import type { Problem } from "@cleartitle/norms";
import type { ForeignValue, YamlValue } from "./foreign-yaml.js";

const maxDepth = 64;
const maxValues = 3_000_000;
/** Words of a document that are kept to be used again: so many, of so many characters. */
const maxWords = 4096;
const maxWord = 48;

class Refused extends Error {
  constructor(readonly code: Problem["code"], message: string, readonly line: number, readonly column: number) {
    super(message);
  }
}

/**
 * Reads JSON as tools in the wild write it, into the same values as YAML, each with its place. A key that stands twice is there twice, and
 * `NaN` and `Infinity`, which some languages write, are values that say nothing. Depth and the number of values are bounded. Never throws.
 */
export function readForeignJson(text: string, file: string): ForeignValue {
  try {
    return { root: new JsonText(text).document(), problems: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { root: null, problems: [problem(error.code, error.message, { file, line: error.line, column: error.column, hint: "this file was passed over" })] };
  }
}

const literals: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null, NaN: null, Infinity: null, "-Infinity": null };

/** Made in one place, so that millions of values have one shape in memory and no more. */
const valueOf = (line: number, column: number, scalar: YamlValue["scalar"], text: string, items: YamlValue["items"], entries: YamlValue["entries"]): YamlValue => ({ line, column, scalar, text, items, entries });

class JsonText {
  readonly #words = new Map<string, string>();
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #left = maxValues;

  constructor(private readonly text: string) {}

  document(): YamlValue {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.text.length) this.#refuse("json-syntax", "something follows the end of the JSON");
    return value;
  }

  #refuse(code: Problem["code"], message: string): never {
    throw new Refused(code, message, this.#line, this.#at - this.#lineStart + 1);
  }

  #space(): void {
    for (; this.#at < this.text.length; this.#at++) {
      const code = this.text.charCodeAt(this.#at);
      if (code === 10) {
        this.#line += 1;
        this.#lineStart = this.#at + 1;
      } else if (code !== 32 && code !== 9 && code !== 13) return;
    }
  }

  #value(depth: number): YamlValue {
    this.#space();
    if ((this.#left -= 1) < 0) this.#refuse("too-many", `more than ${maxValues} values`);
    if (depth > maxDepth) this.#refuse("too-deep", `nested deeper than ${maxDepth} levels`);
    const line = this.#line;
    const column = this.#at - this.#lineStart + 1;
    switch (this.text[this.#at]) {
      case undefined: return this.#refuse("json-syntax", "the JSON ends in the middle");
      case "{": return valueOf(line, column, null, "", null, this.#members("}", () => this.#member(depth)));
      case "[": return valueOf(line, column, null, "", this.#members("]", () => this.#value(depth + 1)), null);
      case '"': {
        const text = this.#string();
        return valueOf(line, column, text, text, null, null);
      }
      default: {
        const [scalar, text] = this.#bare();
        return valueOf(line, column, scalar, text, null, null);
      }
    }
  }

  /** What stands between brackets, separated by commas. */
  #members<T>(close: string, read: () => T): T[] {
    const found: T[] = [];
    this.#at += 1;
    this.#space();
    if (this.text[this.#at] === close) {
      this.#at += 1;
      return found;
    }
    for (;;) {
      found.push(read());
      this.#space();
      const next = this.text[this.#at];
      if (next !== "," && next !== close) this.#refuse("json-syntax", next === undefined ? "the JSON ends in the middle" : `a comma or \`${close}\` is missing`);
      this.#at += 1;
      // A list that was filled piece by piece holds room for more, which is most of what a small one takes.
      if (next === close) return found.slice();
    }
  }

  #member(depth: number): readonly [string, YamlValue] {
    this.#space();
    if (this.text[this.#at] !== '"') this.#refuse("json-syntax", "a key in quotes is missing");
    const key = this.#string();
    this.#space();
    if (this.text[this.#at] !== ":") this.#refuse("json-syntax", "a colon is missing");
    this.#at += 1;
    return [key, this.#value(depth + 1)];
  }

  #string(): string {
    const start = this.#at;
    let plain = true;
    for (let end = start + 1; end < this.text.length; end++) {
      const code = this.text.charCodeAt(end);
      if (code === 34) {
        this.#at = end + 1;
        return plain ? this.#word(this.text.slice(start + 1, end)) : this.#unescaped(start);
      }
      if (code < 32) break;
      if (code === 92) {
        plain = false;
        end += 1;
      }
    }
    return this.#refuse("json-syntax", "a text that does not end");
  }

  /** Keys and words that come again and again are one text in memory each. */
  #word(text: string): string {
    if (text.length > maxWord) return text;
    const known = this.#words.get(text);
    if (known === undefined && this.#words.size < maxWords) this.#words.set(text, text);
    return known ?? text;
  }

  #unescaped(start: number): string {
    try {
      return JSON.parse(this.text.slice(start, this.#at)) as string;
    } catch {
      // The language's only way of saying that an escape is none.
      this.#at = start;
      return this.#refuse("json-syntax", "a text with an escape that is none");
    }
  }

  #bare(): readonly [scalar: YamlValue["scalar"], text: string] {
    const [word = ""] = /^[^\s,\]}:"]{1,400}/.exec(this.text.slice(this.#at, this.#at + 400)) ?? [];
    if (Object.hasOwn(literals, word)) {
      this.#at += word.length;
      const scalar = literals[word] ?? null;
      return [scalar, scalar === null ? "" : word];
    }
    if (!/^-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(word)) this.#refuse("json-syntax", "no JSON value");
    this.#at += word.length;
    return [Number(word), word];
  }
}
