import { contextLength, startOf, strengthOf } from "../../packages/agreements/src/reading/classify/context.js";
import { type Tree, writeSecond } from "../../packages/agreements/src/reading/classify/second.js";
import { Bins } from "./bins.js";
import { growTree, type Slopes } from "./grow-tree.js";
import { Random } from "./random.js";

/** Of what both first models hold for unlikely, every so manieth is learned from, and counts for all of them. */
const thin = 5;
const faint = -5;

/** What is learned from: of each pair of a candidate and a kind what is seen around it, and whether it is of the kind. */
export class SecondRows {
  readonly right: boolean[] = [];
  readonly weights: number[] = [];
  readonly starts: number[] = [];
  #passed = 0;
  #seen = new Float32Array(contextLength << 16);

  add(seen: Float32Array, isRight: boolean): void {
    const isFaint = !isRight && strengthOf(seen) <= faint;
    if (isFaint && (this.#passed += 1) % thin !== 0) return;
    const at = this.right.length * contextLength;
    if (at + contextLength > this.#seen.length) {
      const wider = new Float32Array(this.#seen.length * 2);
      wider.set(this.#seen);
      this.#seen = wider;
    }
    this.#seen.set(seen, at);
    this.right.push(isRight);
    this.weights.push(isFaint ? thin : 1);
    this.starts.push(startOf(seen));
  }

  /** All that was seen, row by row. */
  seen(): Float32Array {
    return this.#seen.subarray(0, this.right.length * contextLength);
  }
}

const trees = 200;
/** Each tree is grown on so much of the rows, and asks for so much of the numbers. */
const shareOfRows = 0.7;
const shareOfInputs = 0.5;

/** The places of a list of which each is taken with this chance. */
const some = (random: Random, count: number, share: number): number[] => Array.from({ length: count }, (_, at) => at).filter(() => random.next() < share);

/** Learns the second opinion, as it is kept: each tree mends what those before it left wrong. */
export function trainSecond(rows: SecondRows): string {
  const random = new Random();
  const count = rows.right.length;
  const bins = new Bins(rows.seen(), contextLength);
  const sums = Float64Array.from(rows.starts);
  const slopes: Slopes = { first: new Float64Array(count), second: new Float64Array(count) };
  const grown: Tree[] = [];
  for (let tree = 0; tree < trees; tree += 1) {
    for (let row = 0; row < count; row += 1) {
      const odds = 1 / (1 + Math.exp(-(sums[row] as number)));
      const weight = rows.weights[row] as number;
      slopes.first[row] = weight * (odds - (rows.right[row] ? 1 : 0));
      slopes.second[row] = weight * odds * (1 - odds);
    }
    const { tree: next, endOfRow } = growTree(bins, slopes, Uint32Array.from(some(random, count, shareOfRows)), some(random, contextLength, shareOfInputs));
    for (let row = 0; row < count; row += 1) sums[row] = (sums[row] as number) + (next.ends[endOfRow(row)] as number);
    grown.push(next);
  }
  return writeSecond({ inputs: contextLength, trees: grown });
}
