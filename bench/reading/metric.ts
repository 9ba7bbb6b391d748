import { clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import type { Span } from "../../packages/agreements/src/reading/text/text.js";
import type { MarkedContract } from "./corpus.js";

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().replace(/[.,;:]/g, "").split(/\s+/).filter((word) => word !== ""));

function overlap(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (two.has(word)) common += 1;
  return common / Math.max(1, one.size + two.size - common);
}

/** Of a contract, which marked answers of a kind a text matches. */
export class Marks {
  readonly #answers: readonly (readonly { readonly start: number; readonly end: number; readonly words: ReadonlySet<string> }[])[];

  constructor(contract: MarkedContract) {
    this.#answers = clauseKinds.map((kind) => (contract.answers.get(kind) ?? []).map(({ start, text }) => ({ start, end: start + text.length, words: wordsOf(text) })));
  }

  counts(): number[] {
    return this.#answers.map((each) => each.length);
  }

  /** Numbers of the answers of each kind that a place in the contract matches; kinds without a match are left out. */
  matches(text: string, { start, end }: Span, kinds: readonly number[]): Map<number, number[]> {
    const words = wordsOf(text.slice(start, end));
    const found = new Map<number, number[]>();
    for (const kind of kinds) {
      const answers = this.#answers[kind] ?? [];
      const hits = answers.flatMap((answer, index) => ((kind === parties && start <= answer.start && answer.end <= end) || overlap(words, answer.words) >= 0.5 ? [index] : []));
      if (hits.length > 0) found.set(kind, hits);
    }
    return found;
  }
}

const parties = clauseKinds.indexOf("parties");

/** A prediction: that a candidate of a contract is of a kind, how likely, and which marked answers it matches. */
export interface Prediction {
  readonly kind: number;
  readonly contract: number;
  readonly score: number;
  readonly hits: readonly number[];
}

export interface Figures {
  /** Area under precision-recall, as the sum of precision over the steps of recall. */
  readonly area: number;
  readonly precisionAt80: number;
  readonly recall: number;
  readonly answers: number;
}

/** Precision counts marked answers that were found against predictions that match none; recall, those found against all. */
export function figuresOf(predictions: readonly Prediction[], answers: number): Figures {
  const sorted = predictions.toSorted((one, two) => two.score - one.score);
  const found = new Set<number>();
  let wrong = 0;
  let area = 0;
  let precisionAt80 = 0;
  for (let from = 0; from < sorted.length; ) {
    const score = sorted[from]?.score;
    const before = found.size;
    // Equal scores are one step: their order says nothing.
    for (; from < sorted.length && sorted[from]?.score === score; from += 1) {
      const { kind, contract, hits } = sorted[from] as Prediction;
      if (hits.length === 0) wrong += 1;
      for (const hit of hits) found.add((contract * 64 + kind) * 4096 + hit);
    }
    const precision = found.size / Math.max(1, found.size + wrong);
    area += (precision * (found.size - before)) / Math.max(1, answers);
    if (found.size / answers >= 0.8) precisionAt80 = Math.max(precisionAt80, precision);
  }
  return { area, precisionAt80, recall: found.size / Math.max(1, answers), answers };
}

/** Of the contracts that have a kind, the share where a right prediction is among the first `top`; over all kinds. */
export function amongTop(predictions: readonly Prediction[], has: ReadonlySet<number>, top: number): { readonly right: number; readonly of: number } {
  const best = new Map<number, Prediction[]>();
  for (const each of predictions) {
    const key = each.contract * 64 + each.kind;
    if (!has.has(key)) continue;
    const list = best.get(key) ?? [];
    const at = list.findIndex((other) => other.score < each.score);
    if (at >= 0) list.splice(at, 0, each);
    else if (list.length < top) list.push(each);
    if (list.length > top) list.pop();
    best.set(key, list);
  }
  return { right: [...best.values()].filter((list) => list.some(({ hits }) => hits.length > 0)).length, of: has.size };
}
