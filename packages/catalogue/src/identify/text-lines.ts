/** Characters of a text, the end just past the last. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** Places in a text, and what its lines say about a stretch of it. */
export class TextLines {
  /** Where lines start, as far as has been asked. */
  readonly #starts = [0];
  #isWhole = false;
  #repeated: Map<string, number> | null = null;

  constructor(readonly text: string) {}

  /** The starts of lines, all that are not past an offset among them. */
  #startsTo(offset: number): readonly number[] {
    const starts = this.#starts;
    while (!this.#isWhole && starts.at(-1)! <= offset) {
      const next = this.text.indexOf("\n", starts.at(-1));
      if (next === -1) this.#isWhole = true;
      else starts.push(next + 1);
    }
    return starts;
  }

  /** Line and column of an offset, from 1. */
  place(offset: number): { readonly line: number; readonly column: number } {
    const starts = this.#startsTo(offset);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  /** The lines from the one an offset stands on to the one another stands on. */
  lines(start: number, end: number): string[] {
    const from = this.text.lastIndexOf("\n", start - 1) + 1;
    const to = this.text.indexOf("\n", end);
    return this.text.slice(from, to === -1 ? this.text.length : to).split("\n");
  }

  /** Whether nothing but signs stands on these lines beside the stretch. */
  fillsLines(start: number, end: number): boolean {
    const from = this.text.lastIndexOf("\n", start - 1) + 1;
    const next = this.text.indexOf("\n", end);
    const bare = /^[^\p{L}]*$/u;
    return bare.test(this.text.slice(from, start)) && bare.test(this.text.slice(end, next === -1 ? this.text.length : next));
  }

  /** How often a line stands in the text, whatever numbers it bears. */
  repeats(line: string): number {
    if (this.#repeated === null) {
      this.#repeated = new Map();
      for (const each of this.text.split("\n")) this.#repeated.set(plain(each), (this.#repeated.get(plain(each)) ?? 0) + 1);
    }
    return this.#repeated.get(plain(line)) ?? 0;
  }
}

const plain = (line: string): string => line.toLowerCase().replaceAll(/[\d\s]+/g, " ").trim();
