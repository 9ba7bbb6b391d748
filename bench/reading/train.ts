import type { RowTable } from "./rows.js";

export interface Labels {
  /** Of each row, the kinds that it is of. */
  readonly positive: readonly (readonly number[])[];
  /** Of each row, the kinds of which nothing is learned from it. */
  readonly unsure: readonly (readonly number[])[];
  /** Of each row, the kinds that it may be. */
  readonly possible: readonly (readonly number[])[];
}

export interface TrainOptions {
  readonly kinds: number;
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly ridge: number;
  /** A feature in fewer rows than this is left out. */
  readonly least: number;
  /** Of the rows that are of no kind, every so manieth is learned from in a round, each round others; what that does to the odds is taken back by `shiftOf`. */
  readonly thin: number;
}

export interface Linear {
  readonly kinds: number;
  /** Of each hash, its place in the weights, or -1. */
  readonly places: Int32Array;
  /** Place by place, one weight a kind. */
  readonly weights: Float32Array;
}

/** What every sum begins with: most rows are of no kind, and learning this from them takes long. */
const prior = -4;

function placesOf(table: RowTable, rows: readonly number[], bits: number, least: number): { places: Int32Array; count: number } {
  const seen = new Uint32Array(1 << bits);
  for (const row of rows) for (let entry = table.starts[row] ?? 0; entry < (table.starts[row + 1] ?? 0); entry += 1) seen[table.features[entry] as number] = (seen[table.features[entry] as number] as number) + 1;
  const places = new Int32Array(1 << bits).fill(-1);
  const kept: number[] = [];
  seen.forEach((times, feature) => {
    if (times >= least) kept.push(feature);
  });
  // The frequent ones side by side: what is asked for most then stays near at hand.
  kept.sort((one, two) => (seen[two] as number) - (seen[one] as number) || one - two);
  kept.forEach((feature, place) => {
    places[feature] = place;
  });
  return { places, count: kept.length };
}

/** An order without chance: the same seed, the same order. */
function shuffle(rows: number[], seed: number): void {
  let state = seed;
  for (let index = rows.length - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 4_294_967_296) * (index + 1));
    const kept = rows[index] as number;
    rows[index] = rows[other] as number;
    rows[other] = kept;
  }
}

/** The rows that are learned from, with nothing but what has a weight. */
function compact(table: RowTable, rows: readonly number[], places: Int32Array): { readonly starts: Uint32Array; readonly at: Int32Array; readonly values: Float32Array } {
  const starts = new Uint32Array(rows.length + 1);
  let most = 0;
  for (const row of rows) most += (table.starts[row + 1] ?? 0) - (table.starts[row] ?? 0);
  const at = new Int32Array(most);
  const values = new Float32Array(most);
  let count = 0;
  rows.forEach((row, index) => {
    for (let entry = table.starts[row] ?? 0; entry < (table.starts[row + 1] ?? 0); entry += 1) {
      const place = places[table.features[entry] as number] as number;
      if (place < 0) continue;
      at[count] = place;
      values[count] = table.values[entry] as number;
      count += 1;
    }
    starts[index + 1] = count;
  });
  return { starts, at: at.slice(0, count), values: values.slice(0, count) };
}

/** A step smaller than this moves nothing that counts. */
const still = 5e-3;
/** Of a sum below this the slope is smaller. */
const low = -5.3;
/** What every sum of a trained model begins with: leaving out rows that are of no kind raised the odds. */
export const shiftOf = (thin: number): number => prior - Math.log(thin);

/** One logistic regression a kind, all at once, by AdaGrad with a ridge on what a row touches. */
export function train(table: RowTable, labels: Labels, rows: readonly number[], options: TrainOptions): Linear {
  const { kinds, bits, epochs, rate, ridge, least, thin } = options;
  const { places, count } = placesOf(table, rows, bits, least);
  const { starts, at: entries, values } = compact(table, rows, places);
  const weights = new Float32Array(count * kinds);
  const squares = new Float32Array(count * kinds).fill(1);
  const margins = new Float64Array(kinds);
  const slopes = new Float64Array(kinds);
  const active = new Int32Array(kinds);
  const order = rows.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, epoch + 1);
    const step = rate / (1 + epoch * 0.3);
    for (const index of order) {
      const row = rows[index] as number;
      const positive = labels.positive[row] ?? [];
      if (positive.length === 0 && (index + epoch) % thin !== 0) continue;
      const from = starts[index] as number;
      const to = starts[index + 1] as number;
      margins.fill(prior);
      for (let entry = from; entry < to; entry += 1) {
        const base = (entries[entry] as number) * kinds;
        const value = values[entry] as number;
        for (let kind = 0; kind < kinds; kind += 1) margins[kind] = (margins[kind] as number) + (weights[base + kind] as number) * value;
      }
      const unsure = labels.unsure[row] ?? [];
      let moving = 0;
      for (const kind of labels.possible[row] ?? []) {
        const target = positive.includes(kind) ? 1 : 0;
        if (target === 0 && (margins[kind] as number) < low) continue;
        const slope = 1 / (1 + Math.exp(-(margins[kind] as number))) - target;
        if (Math.abs(slope) < still || (target === 0 && unsure.includes(kind))) continue;
        slopes[kind] = slope;
        active[moving++] = kind;
      }
      if (moving === 0) continue;
      for (let entry = from; entry < to; entry += 1) {
        const base = (entries[entry] as number) * kinds;
        const value = values[entry] as number;
        for (let one = 0; one < moving; one += 1) {
          const kind = active[one] as number;
          const slope = (slopes[kind] as number) * value + ridge * (weights[base + kind] as number);
          const square = (squares[base + kind] as number) + slope * slope;
          squares[base + kind] = square;
          weights[base + kind] = (weights[base + kind] as number) - (step * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return { kinds, places, weights };
}
