import { diffArrays, diffWordsWithSpace } from "diff";
import { type ClauseText, nameOf } from "./clause-text.js";
import { leastLikeness, likenessOf, type LinePair, pairedLines, type WordBag, wordBag } from "./likeness.js";

/** Words that stay, go or come, in the order in which one reads them. */
interface Words {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** A clause of one or both documents. */
export interface AlignedClause {
  readonly kind: "same" | "changed" | "added" | "removed";
  /** It stands elsewhere among the clauses that both have. */
  readonly moved: boolean;
  readonly topic: string | null;
  readonly before: ClauseText | null;
  readonly after: ClauseText | null;
  /** Of a changed clause; else empty. */
  readonly words: readonly Words[];
}

/** Beyond so many pairs only topics, equal words and headings are compared. */
const mostPairs = 400_000;

/** Beyond so many changed words the whole is told as gone and new. */
const maxEditLength = 3000;

const textOf = ({ heading, paragraphs }: ClauseText): string => [...(heading === null ? [] : [heading]), ...paragraphs].join("\n");
/** Words as they are compared: that a heading has another number is no change of it. */
const plain = ({ heading, paragraphs }: ClauseText): string => [...(heading === null ? [] : [nameOf(heading)]), ...paragraphs].join("\n").replaceAll(/\s+/g, " ").trim();

const bagOf = (clause: ClauseText): WordBag => wordBag(plain(clause));

class Pairing {
  readonly #toRight = new Map<number, number>();
  readonly #toLeft = new Map<number, number>();
  constructor(private readonly left: readonly ClauseText[], private readonly right: readonly ClauseText[]) {
    this.#byKey((clause) => clause.topic);
    this.#byKey(plain);
    this.#byKey((clause) => (clause.heading === null ? null : nameOf(clause.heading)));
    this.#byLikeness();
  }

  #pair(one: number, other: number): void {
    this.#toRight.set(one, other);
    this.#toLeft.set(other, one);
  }

  #open(): { readonly left: number[]; readonly right: number[] } {
    return { left: [...this.left.keys()].filter((at) => !this.#toRight.has(at)), right: [...this.right.keys()].filter((at) => !this.#toLeft.has(at)) };
  }

  /** Those with the same key, in their order. */
  #byKey(keyOf: (clause: ClauseText) => string | null): void {
    const open = this.#open();
    const at = new Map<string, number[]>();
    for (const other of open.right) {
      const key = keyOf(this.right[other]!);
      if (key !== null) at.set(key, [...(at.get(key) ?? []), other]);
    }
    for (const one of open.left) {
      const key = keyOf(this.left[one]!);
      const other = key === null ? undefined : at.get(key)?.shift();
      if (other !== undefined) this.#pair(one, other);
    }
  }

  /** The likest first; of equally like ones those that stand first. Two clauses of different topics are never one. */
  #byLikeness(): void {
    const open = this.#open();
    if (open.left.length * open.right.length > mostPairs) return;
    const [bags, others] = [open.left.map((at) => bagOf(this.left[at]!)), open.right.map((at) => bagOf(this.right[at]!))];
    const pairs = open.left.flatMap((one, i) => open.right.flatMap((other, j) => {
      const [a, b] = [this.left[one]!.topic, this.right[other]!.topic];
      const likeness = a !== null && b !== null ? 0 : likenessOf(bags[i]!, others[j]!);
      return likeness < leastLikeness ? [] : [{ one, other, likeness }];
    }));
    for (const { one, other } of pairs.toSorted((a, b) => b.likeness - a.likeness || a.one - b.one || a.other - b.other)) if (!this.#toRight.has(one) && !this.#toLeft.has(other)) this.#pair(one, other);
  }

  /** Pairs whose order among all pairs is another than before. */
  moved(): ReadonlySet<number> {
    const before = [...this.#toRight.keys()].toSorted((a, b) => a - b);
    const after = before.toSorted((a, b) => this.#toRight.get(a)! - this.#toRight.get(b)!);
    return new Set(diffArrays(before, after).flatMap((part) => (part.removed ? part.value : [])));
  }

  rightOf(one: number): number | null {
    return this.#toRight.get(one) ?? null;
  }

  leftOf(other: number): number | null {
    return this.#toLeft.get(other) ?? null;
  }
}

/** Words of two lines; what changes with only spaces between is told as one change. */
function wordsOfLine(before: string, after: string): Words[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength });
  if (parts === undefined) return [{ kind: "gone", text: before }, { kind: "new", text: after }];
  const words: Words[] = [];
  let [gone, come] = ["", ""];
  const end = (): void => {
    if (gone !== "") words.push({ kind: "gone", text: gone });
    if (come !== "") words.push({ kind: "new", text: come });
    [gone, come] = ["", ""];
  };
  for (const { value, added, removed } of parts) {
    if (added) come += value;
    else if (removed) gone += value;
    else if (value.trim() === "" && gone + come !== "") [gone, come] = [gone + value, come + value];
    else {
      end();
      words.push({ kind: "same", text: value });
    }
  }
  end();
  return words;
}

/** Lines first, then the words of lines that are like each other; of others the one goes and the other comes. */
function wordsBetween(before: string, after: string): Words[] {
  const parts = diffArrays(before.split(/(?<=\n)/), after.split(/(?<=\n)/));
  return parts.flatMap(({ value, added, removed }, at): Words[] => {
    if (!added && !removed) return [{ kind: "same", text: value.join("") }];
    const other = parts[removed ? at + 1 : at - 1];
    if (removed && other?.added) return pairedLines(value, other.value).flatMap(wordsOfPair);
    return added && other?.removed ? [] : value.map((text) => ({ kind: added ? "new" : "gone", text }));
  });
}

const wordsOfPair = ({ before, after, alike }: LinePair): Words[] =>
  before !== null && after !== null && alike ? wordsOfLine(before, after) : [...(before === null ? [] : [{ kind: "gone", text: before } as const]), ...(after === null ? [] : [{ kind: "new", text: after } as const])];

function paired(before: ClauseText, after: ClauseText, moved: boolean): AlignedClause {
  const isSame = plain(before) === plain(after);
  return { kind: isSame ? "same" : "changed", moved, topic: after.topic ?? before.topic, before, after, words: isSame ? [] : wordsBetween(textOf(before), textOf(after)) };
}

/** Clauses of two documents side by side, in the order of the second; what only the first has stands where it stood. */
export function alignClauses(left: readonly ClauseText[], right: readonly ClauseText[]): AlignedClause[] {
  const pairing = new Pairing(left, right);
  const moved = pairing.moved();
  const gone = (from: number, to: number): AlignedClause[] =>
    left.slice(from, to).flatMap((before, at): AlignedClause[] => (pairing.rightOf(from + at) === null ? [{ kind: "removed", moved: false, topic: before.topic, before, after: null, words: [] }] : []));
  let at = 0;
  const aligned = right.flatMap((after, other): AlignedClause[] => {
    const one = pairing.leftOf(other);
    if (one === null) return [{ kind: "added", moved: false, topic: after.topic, before: null, after, words: [] }];
    const clause = paired(left[one]!, after, moved.has(one));
    if (moved.has(one) || one < at) return [clause];
    const missing = gone(at, one);
    at = one + 1;
    return [...missing, clause];
  });
  return [...aligned, ...gone(at, left.length)];
}
