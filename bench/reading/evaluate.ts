import { featureBits } from "../../packages/agreements/src/reading/classify/feature.js";
import { type ClauseKind, clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import { type ClauseModel, probabilities } from "../../packages/agreements/src/reading/classify/model.js";
import { ranked } from "../../packages/agreements/src/reading/classify/rank.js";
import { compress } from "./compress.js";
import type { Dataset } from "./dataset.js";
import { amongTop, type Figures, figuresOf, type Prediction } from "./metric.js";
import { shift, train, type TrainOptions } from "./train.js";

export const folds = 5;

/** So many weights are kept, as bytes. */
const most = 1_500_000;

/** A prediction with the row that it is of. */
export interface RowPrediction extends Prediction {
  readonly row: number;
}

export type Settings = Pick<TrainOptions, "epochs" | "rate" | "ridge" | "least">;

/** A model as it is delivered: pruned, in bytes. */
export function fit(data: Dataset, rows: readonly number[], settings: Settings): Omit<ClauseModel, "digest"> {
  return compress(train(data.table, data.labels, rows, { ...settings, kinds: clauseKinds.length, bits: data.bits }), most, shift);
}

/** Less likely than this nothing is predicted; it changes no figure in its third digit. */
const faint = 5e-4;

function predict(data: Dataset, rows: readonly number[], model: Omit<ClauseModel, "digest">): RowPrediction[] {
  const out = new Float64Array(clauseKinds.length);
  const { starts, features, values } = data.table;
  return rows.flatMap((row) => {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    probabilities(model, { features: [...features.subarray(from, to)], values: [...values.subarray(from, to)] }, out);
    return (data.labels.possible[row] ?? []).flatMap((kind) => {
      const score = out[kind] as number;
      return score < faint ? [] : [{ row, kind, contract: data.contracts[row] as number, score, hits: data.hits[row]?.get(kind) ?? [] }];
    });
  });
}

/** The predictions as a reader gets them: of what lies across each other the likelier, and each further one of a kind less likely. */
function asRead(data: Dataset, predictions: readonly RowPrediction[]): RowPrediction[] {
  const lists = new Map<number, RowPrediction[]>();
  for (const each of predictions) {
    const list = lists.get(each.contract * 64 + each.kind);
    if (list === undefined) lists.set(each.contract * 64 + each.kind, [each]);
    else list.push(each);
  }
  return [...lists.values()].flatMap((list) =>
    ranked(list.flatMap((each) => {
      const place = data.candidates[each.row];
      return place === undefined ? [] : [{ of: { ...each, start: place.start, end: place.end }, confidence: each.score }];
    })).map(({ of: { start: _start, end: _end, ...each }, confidence }) => ({ ...each, score: confidence })),
  );
}

/** Every contract predicted by a model that was trained without its company. */
export function crossValidate(data: Dataset, foldOf: readonly number[], settings: Settings, say: (line: string) => void): RowPrediction[] {
  const all = data.contracts.map((_, row) => row);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const inFold = (row: number): boolean => foldOf[data.contracts[row] as number] === fold;
    const model = fit(data, all.filter((row) => !inFold(row)), settings);
    const raw = predict(data, all.filter(inFold), model);
    const predictions = data.bits === featureBits ? asRead(data, raw) : raw;
    say(`fold ${fold + 1} of ${folds}: ${model.weights.length} weights, ${Math.round(process.cpuUsage().user / 1e6)} s of processor time so far`);
    return predictions;
  });
}

export interface Overall extends Figures {
  readonly top1: number;
  readonly top3: number;
}

export function overall(data: Dataset, predictions: readonly Prediction[]): Overall {
  const has = new Set(data.counts.flatMap((counts, contract) => counts.flatMap((count, kind) => (count > 0 ? [contract * 64 + kind] : []))));
  const share = (top: number): number => {
    const { right, of } = amongTop(predictions, has, top);
    return right / of;
  };
  const answers = data.counts.flat().reduce((sum, count) => sum + count, 0);
  return { ...figuresOf(predictions, answers), top1: share(1), top3: share(3) };
}

/** The predictions of a kind, the likeliest first. */
const ofKind = (predictions: readonly Prediction[], kind: number): Prediction[] => predictions.filter((each) => each.kind === kind).toSorted((one, two) => two.score - one.score);

/** What a reader is told: how much of it is right, and how much of what is marked is told. */
export function atThreshold(data: Dataset, predictions: readonly Prediction[], threshold: number): { readonly precision: number; readonly recall: number } {
  const { found, wrong } = told(predictions.filter(({ score }) => score >= threshold));
  return { precision: found / Math.max(1, found + wrong), recall: found / data.counts.flat().reduce((sum, count) => sum + count, 0) };
}

function told(predictions: readonly Prediction[]): { readonly found: number; readonly wrong: number } {
  const found = new Set(predictions.flatMap(({ contract, kind, hits }) => hits.map((hit) => (contract * 64 + kind) * 4096 + hit)));
  return { found: found.size, wrong: predictions.filter(({ hits }) => hits.length === 0).length };
}

export interface KindRow {
  readonly kind: ClauseKind;
  readonly answers: number;
  readonly baseline: number;
  readonly own: number;
  /** Of own less baseline, the middle 95 of 100 samples of companies. */
  readonly from: number;
  readonly to: number;
}

/** Area of a kind where each contract counts so many times. */
function sampledArea(sorted: readonly Prediction[], times: readonly number[], answers: number): number {
  const found = new Set<number>();
  let [right, wrong, area] = [0, 0, 0];
  for (const { contract, hits } of sorted) {
    const count = times[contract] ?? 0;
    if (count === 0) continue;
    if (hits.length === 0) wrong += count;
    let more = 0;
    for (const hit of hits) {
      if (found.has(contract * 4096 + hit)) continue;
      found.add(contract * 4096 + hit);
      more += count;
    }
    right += more;
    if (more > 0) area += (right / (right + wrong)) * more;
  }
  return area / Math.max(1, answers);
}

const samples = 200;

/** Own against baseline, kind by kind; whole companies are drawn, since contracts of one are alike. */
export function byKind(data: Dataset, own: readonly Prediction[], baseline: readonly Prediction[], companies: readonly string[]): KindRow[] {
  const names = [...new Set(companies)];
  const membersOf = names.map((name) => companies.flatMap((company, contract) => (company === name ? [contract] : [])));
  let state = 20_261_128;
  const draw = (): number[] => {
    const times = companies.map(() => 0);
    for (let one = 0; one < names.length; one += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      for (const contract of membersOf[Math.floor((state / 4_294_967_296) * names.length)] ?? []) times[contract] = (times[contract] ?? 0) + 1;
    }
    return times;
  };
  const draws = Array.from({ length: samples }, draw);
  return clauseKinds.map((name, kind) => {
    const [mine, theirs] = [ofKind(own, kind), ofKind(baseline, kind)];
    const answersIn = (times: readonly number[]): number => data.counts.reduce((sum, counts, contract) => sum + (counts[kind] ?? 0) * (times[contract] ?? 0), 0);
    const differences = draws.map((times) => sampledArea(mine, times, answersIn(times)) - sampledArea(theirs, times, answersIn(times))).toSorted((one, two) => one - two);
    const answers = answersIn(companies.map(() => 1));
    return { kind: name, answers, baseline: figuresOf(theirs, answers).area, own: figuresOf(mine, answers).area, from: differences[Math.floor(samples * 0.025)] ?? 0, to: differences[Math.floor(samples * 0.975)] ?? 0 };
  });
}
