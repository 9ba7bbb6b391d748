import type { Tree } from "../../packages/agreements/src/reading/classify/second.js";
import type { Bins } from "./bins.js";

/** Of each row, the first and the second derivative of what is to be made small. */
export interface Slopes {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

const leaves = 31;
/** An end of fewer rows would be learned by heart. */
const least = 50;
const ridge = 5;
const rate = 0.05;
const width = 256;

/** Step by step of each input three numbers side by side: sums of the first and of the second derivatives, and how many rows. */
type Histogram = Float64Array;

function histogramOf({ steps, columns }: Bins, slopes: Slopes, rows: Uint32Array, inputs: readonly number[]): Histogram {
  const histogram = new Float64Array(inputs.length * width * 3);
  for (const row of rows) {
    const [first, second, base] = [slopes.first[row] as number, slopes.second[row] as number, row * columns];
    for (let input = 0; input < inputs.length; input += 1) {
      const at = (input * width + (steps[base + (inputs[input] as number)] as number)) * 3;
      histogram[at] = (histogram[at] as number) + first;
      histogram[at + 1] = (histogram[at + 1] as number) + second;
      histogram[at + 2] = (histogram[at + 2] as number) + 1;
    }
  }
  return histogram;
}

/** What is in one histogram and not in another. */
const without = (all: Histogram, part: Histogram): Histogram => all.map((value, at) => value - (part[at] as number));

interface Split {
  readonly gain: number;
  readonly input: number;
  /** The last step that stays below. */
  readonly step: number;
}

/** Rows that no question parts yet. */
interface Leaf {
  readonly rows: Uint32Array;
  readonly histogram: Histogram;
  readonly first: number;
  readonly second: number;
  readonly split: Split | null;
  /** The branch that leads here; null for the first. */
  readonly from: { readonly question: number; readonly isBelow: boolean } | null;
}

const worth = (first: number, second: number): number => (first * first) / (second + ridge);

/** The question that parts the rows best; none where each would leave too few on a side. */
function bestSplit(bins: Bins, histogram: Histogram, inputs: readonly number[], whole: { readonly first: number; readonly second: number; readonly rows: number }): Split | null {
  let best: Split | null = null;
  for (let input = 0; input < inputs.length; input += 1) {
    const bounds = bins.bounds[inputs[input] as number]?.length ?? 0;
    let [below, belowSecond, rows] = [0, 0, 0];
    for (let step = 0; step < bounds; step += 1) {
      const at = (input * width + step) * 3;
      below += histogram[at] as number;
      belowSecond += histogram[at + 1] as number;
      rows += histogram[at + 2] as number;
      if (rows < least) continue;
      if (whole.rows - rows < least) break;
      const gain = worth(below, belowSecond) + worth(whole.first - below, whole.second - belowSecond) - worth(whole.first, whole.second);
      if (gain > (best?.gain ?? 1e-9)) best = { gain, input: inputs[input] as number, step };
    }
  }
  return best;
}

function leafOf(bins: Bins, histogram: Histogram, inputs: readonly number[], rows: Uint32Array, from: Leaf["from"]): Leaf {
  let [first, second] = [0, 0];
  for (let step = 0; step < width; step += 1) {
    first += histogram[step * 3] as number;
    second += histogram[step * 3 + 1] as number;
  }
  return { rows, histogram, first, second, split: bestSplit(bins, histogram, inputs, { first, second, rows: rows.length }), from };
}

/** The leaf whose question gains most; null: there is none to ask. */
const ripest = (open: readonly Leaf[]): Leaf | null => open.reduce<Leaf | null>((best, leaf) => (leaf.split !== null && leaf.split.gain > (best?.split?.gain ?? 0) ? leaf : best), null);

/** A tree that makes the sums of rows better, grown where it gains most; and of any row, the number of its end. */
export function growTree(bins: Bins, slopes: Slopes, rows: Uint32Array, inputs: readonly number[]): { readonly tree: Tree; readonly endOfRow: (row: number) => number } {
  const tree = { inputs: [] as number[], bounds: [] as number[], below: [] as number[], above: [] as number[], ends: [] as number[] };
  const steps: number[] = [];
  const lead = (from: Leaf["from"], to: number): void => {
    if (from !== null) (from.isBelow ? tree.below : tree.above)[from.question] = to;
  };
  let open: Leaf[] = [leafOf(bins, histogramOf(bins, slopes, rows, inputs), inputs, rows, null)];
  for (let leaf = ripest(open); leaf?.split != null && open.length < leaves; leaf = ripest(open)) {
    const { input, step } = leaf.split;
    const question = tree.inputs.length;
    lead(leaf.from, question);
    tree.inputs.push(input);
    tree.bounds.push(bins.bounds[input]?.[step] ?? 0);
    steps.push(step);
    const isBelow = (row: number): boolean => (bins.steps[row * bins.columns + input] as number) <= step;
    const parts = [leaf.rows.filter(isBelow), leaf.rows.filter((row) => !isBelow(row))] as const;
    const small = parts[0].length <= parts[1].length ? 0 : 1;
    const counted = histogramOf(bins, slopes, parts[small], inputs);
    const rest = without(leaf.histogram, counted);
    open = [...open.filter((each) => each !== leaf), ...parts.map((part, side) => leafOf(bins, side === small ? counted : rest, inputs, part, { question, isBelow: side === 0 }))];
  }
  for (const { first, second, from } of open) {
    lead(from, -1 - tree.ends.length);
    tree.ends.push(Number(((-rate * first) / (second + ridge)).toPrecision(5)));
  }
  const endOfRow = (row: number): number => {
    let at = tree.inputs.length === 0 ? -1 : 0;
    while (at >= 0) at = ((bins.steps[row * bins.columns + (tree.inputs[at] as number)] as number) <= (steps[at] as number) ? tree.below[at] : tree.above[at]) as number;
    return -1 - at;
  };
  return { tree, endOfRow };
}
