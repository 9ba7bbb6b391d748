import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { contextsOf } from "../../packages/agreements/src/reading/classify/context.js";
import { type ClauseKind, clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import { type ClauseModel, sumsLength, sumsOf } from "../../packages/agreements/src/reading/classify/model.js";
import { ranked } from "../../packages/agreements/src/reading/classify/rank.js";
import { newPass, type SecondModel, secondSum } from "../../packages/agreements/src/reading/classify/second.js";
import { compress } from "./compress.js";
import type { Dataset } from "./dataset.js";
import { amongTop, type Figures, figuresOf, type Prediction } from "./metric.js";
import { shiftOf, train, type TrainOptions } from "./train.js";
import { SecondRows, trainSecond } from "./train-second.js";

export const folds = 5;
const allFolds = Array.from({ length: folds }, (_, fold) => fold);

/** So many weights are kept, as bytes. */
const most = 2_000_000;

/** A prediction with the row that it is of. */
export interface RowPrediction extends Prediction {
  readonly row: number;
}

export type Settings = Pick<TrainOptions, "epochs" | "rate" | "ridge" | "least" | "thin">;

/** A model as it is delivered: pruned, in bytes. */
function fit(data: Dataset, rows: readonly number[], settings: Settings): ClauseModel {
  return compress(train(data.table, data.labels, rows, { ...settings, kinds: clauseKinds.length, bits: data.bits }), most, shiftOf(settings.thin));
}

/** Less likely than this nothing is predicted; it changes no figure in its third digit. */
const faint = 5e-4;
const rowsOf = (data: Dataset): readonly number[] => data.contracts.map((_, row) => row);

/** So many sums has a row. */
const stride = sumsLength(clauseKinds.length);

/** Row by row, the sums of a model; of the rows that are not asked for, nothing. */
function sumsFor(data: Dataset, rows: readonly number[], model: ClauseModel): Float32Array {
  const sums = new Float32Array(data.contracts.length * stride);
  const out = new Float64Array(stride);
  const { starts, features, values, ends } = data.table;
  for (const row of rows) {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    sumsOf(model, { features: [...features.subarray(from, to)], values: [...values.subarray(from, to)], ends: ends[row] ?? [] }, out);
    sums.set(out, row * stride);
  }
  return sums;
}

/** Predictions by the words alone, as the baseline makes them. */
function predict(data: Dataset, rows: readonly number[], model: ClauseModel): RowPrediction[] {
  const sums = sumsFor(data, rows, model);
  return rows.flatMap((row) => (data.labels.possible[row] ?? []).flatMap((kind) => predicted(data, row, kind, sums[row * stride + kind] as number)));
}

function predicted(data: Dataset, row: number, kind: number, sum: number): RowPrediction[] {
  const score = 1 / (1 + Math.exp(-sum));
  return score < faint ? [] : [{ row, kind, contract: data.contracts[row] as number, score, hits: data.hits[row]?.get(kind) ?? [] }];
}

/** Calls `emit` for what is worth a second look in a contract. */
function contexts(data: Dataset, contract: number, sums: Float32Array, emit: (row: number, kind: number, seen: Float32Array) => void): void {
  const first = data.contracts.indexOf(contract);
  const end = data.contracts.lastIndexOf(contract) + 1;
  const document = data.documents[contract];
  if (document === undefined) return;
  contextsOf(document, data.candidates.slice(first, end), sums.subarray(first * stride, end * stride), (candidate, kind, seen) => emit(first + candidate, kind, seen));
}

/** Rows of a contract that match no answer that a likelier one of the kind does not match too; by row and kind. */
function repeated(data: Dataset, contract: number, sums: Float32Array): Set<number> {
  const of = new Set<number>();
  const [first, end] = [data.contracts.indexOf(contract), data.contracts.lastIndexOf(contract) + 1];
  for (let kind = 0; kind < clauseKinds.length; kind += 1) {
    const right: number[] = [];
    for (let row = first; row < end; row += 1) if (data.hits[row]?.has(kind) ?? false) right.push(row);
    const found = new Set<number>();
    for (const row of right.toSorted((one, two) => (sums[two * stride + kind] as number) - (sums[one * stride + kind] as number))) {
      const hits = data.hits[row]?.get(kind) ?? [];
      if (hits.every((hit) => found.has(hit))) of.add(row * 64 + kind);
      for (const hit of hits) found.add(hit);
    }
  }
  return of;
}

/** Adds what is learned from the contracts of a fold, of which the first model knew nothing: nothing from what a likelier candidate says already. */
function learnFrom(data: Dataset, contracts: readonly number[], sums: Float32Array, into: SecondRows): void {
  for (const contract of contracts) {
    const again = repeated(data, contract, sums);
    contexts(data, contract, sums, (row, kind, seen) => {
      const isRight = (data.labels.positive[row] ?? []).includes(kind);
      if (isRight ? !again.has(row * 64 + kind) : !(data.labels.unsure[row] ?? []).includes(kind)) into.add(seen, kind, isRight);
    });
  }
}

/** The predictions as a reader gets them: of what lies across each other the likelier. */
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

/** Contracts of a fold, and rows of the folds that are not left out. */
class Folds {
  constructor(private readonly data: Dataset, private readonly foldOf: readonly number[]) {}

  contractsOf(fold: number): number[] {
    return this.foldOf.flatMap((each, contract) => (each === fold ? [contract] : []));
  }

  rows(isWanted: (fold: number) => boolean): number[] {
    return rowsOf(this.data).filter((row) => isWanted(this.foldOf[this.data.contracts[row] as number] as number));
  }

  /** Sums of the rows of these folds, by a model that was trained without them; kept in a folder, where one is named, so that an evaluation goes on where it stopped. */
  sumsWithout(out: readonly number[], settings: Settings, keep: string | null): Float32Array {
    const file = keep === null ? null : `${keep}/oof-${out.join("")}.bin`;
    if (file !== null && existsSync(file)) return new Float32Array(Uint8Array.from(readFileSync(file)).buffer);
    const model = fit(this.data, this.rows((fold) => !out.includes(fold)), settings);
    const sums = sumsFor(this.data, this.rows((fold) => out.includes(fold)), model);
    if (file !== null) writeFileSync(file, new Uint8Array(sums.buffer));
    return sums;
  }
}

/** Every contract predicted by a model of words that was trained without its company. */
export function crossValidateWords(data: Dataset, foldOf: readonly number[], settings: Settings, say: (line: string) => void): RowPrediction[] {
  const split = new Folds(data, foldOf);
  return allFolds.flatMap((fold) => {
    const model = fit(data, split.rows((each) => each !== fold), settings);
    say(`fold ${fold + 1} of ${folds}: ${model.weights.length} weights`);
    return predict(data, split.rows((each) => each === fold), model);
  });
}

/**
 * Every contract predicted by both models, trained without its company. What the second learns from are sums of first models that knew neither the
 * contract that they are of nor the fold that is asked.
 */
export function crossValidate(data: Dataset, foldOf: readonly number[], settings: Settings, keep: string | null, say: (line: string) => void): RowPrediction[] {
  const split = new Folds(data, foldOf);
  return allFolds.flatMap((fold) => {
    const learned = new SecondRows();
    for (const other of allFolds.filter((each) => each !== fold)) learnFrom(data, split.contractsOf(other), split.sumsWithout([fold, other].toSorted((one, two) => one - two), settings, keep), learned);
    const second = trainSecond(learned);
    const sums = split.sumsWithout([fold], settings, keep);
    const pass = newPass();
    const raw: RowPrediction[] = [];
    for (const contract of split.contractsOf(fold)) contexts(data, contract, sums, (row, kind, seen) => raw.push(...predicted(data, row, kind, secondSum(second, seen, kind, pass))));
    say(`fold ${fold + 1} of ${folds}: ${learned.kinds.length} pairs, ${Math.round(process.cpuUsage().user / 1e6)} s of processor time so far`);
    return asRead(data, raw);
  });
}

/** The second model as it is delivered, learned from first models that did not know the contract. */
export function trainSecondOfAll(data: Dataset, foldOf: readonly number[], settings: Settings, keep: string | null): SecondModel {
  const split = new Folds(data, foldOf);
  const learned = new SecondRows();
  for (const fold of allFolds) learnFrom(data, split.contractsOf(fold), split.sumsWithout([fold], settings, keep), learned);
  return trainSecond(learned);
}

/** The first model as it is delivered, of all contracts. */
export const trainFirstOfAll = (data: Dataset, settings: Settings): ClauseModel => fit(data, rowsOf(data), settings);

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
