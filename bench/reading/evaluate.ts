import { contextLength, contextsOf, type FirstSums, startOf } from "../../packages/agreements/src/reading/classify/context.js";
import { type ClauseKind, clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import type { ClauseModel } from "../../packages/agreements/src/reading/classify/model.js";
import { ranked } from "../../packages/agreements/src/reading/classify/rank.js";
import { readSecond, secondSum } from "../../packages/agreements/src/reading/classify/second.js";
import type { Dataset } from "./dataset.js";
import { type FirstModels, folds } from "./first-models.js";
import { amongTop, type Figures, figuresOf, type Prediction } from "./metric.js";
import { SecondRows, trainSecond } from "./train-second.js";

const allFolds = Array.from({ length: folds }, (_, fold) => fold);

/** A prediction with the row that it is of. */
export interface RowPrediction extends Prediction {
  readonly row: number;
}

/** The two first models: of candidates, and of sentences by plain words, which is the baseline. */
export interface Firsts {
  readonly own: FirstModels;
  readonly plain: FirstModels;
}

/** Less likely than this nothing is predicted; it changes no figure in its third digit. */
const faint = 5e-4;

function predicted(data: Dataset, row: number, kind: number, sum: number): RowPrediction[] {
  const score = 1 / (1 + Math.exp(-sum));
  return score < faint ? [] : [{ row, kind, contract: data.contracts[row] as number, score, hits: data.hits[row]?.get(kind) ?? [] }];
}

/** Sums of both first models, which were trained without these folds. */
const sumsWithout = ({ own, plain }: Firsts, out: readonly number[]): FirstSums => ({ own: own.sumsWithout(out), plain: plain.sumsWithout(out) });

/** Calls `emit` for what is worth a second look in a contract. */
function contexts({ own, plain }: Firsts, contract: number, sums: FirstSums, emit: (row: number, kind: number, seen: Float32Array) => void): void {
  const document = own.data.documents[contract];
  if (document === undefined) return;
  const { first, end } = own.rowsOfContract(contract);
  contextsOf(document, own.data.candidates.slice(first, end), { own: own.sumsOfContract(contract, sums.own), plain: plain.sumsOfContract(contract, sums.plain) }, (candidate, kind, seen) => emit(first + candidate, kind, seen));
}

/** Rows of a contract that match no answer that a likelier one of the kind does not match too; by row and kind. */
function repeated({ own }: Firsts, contract: number, sums: FirstSums): Set<number> {
  const of = new Set<number>();
  const { first, end } = own.rowsOfContract(contract);
  for (let kind = 0; kind < clauseKinds.length; kind += 1) {
    const right: number[] = [];
    for (let row = first; row < end; row += 1) if (own.data.hits[row]?.has(kind) ?? false) right.push(row);
    const found = new Set<number>();
    for (const row of right.toSorted((one, two) => (sums.own[two * own.stride + kind] as number) - (sums.own[one * own.stride + kind] as number))) {
      const hits = own.data.hits[row]?.get(kind) ?? [];
      if (hits.every((hit) => found.has(hit))) of.add(row * 64 + kind);
      for (const hit of hits) found.add(hit);
    }
  }
  return of;
}

/** Adds what is learned from the contracts of a fold, of which the first models knew nothing: nothing from what a likelier candidate says already. */
function learnFrom(firsts: Firsts, contracts: readonly number[], sums: FirstSums, into: SecondRows): void {
  const { labels } = firsts.own.data;
  for (const contract of contracts) {
    const again = repeated(firsts, contract, sums);
    contexts(firsts, contract, sums, (row, kind, seen) => {
      const isRight = (labels.positive[row] ?? []).includes(kind);
      if (isRight ? !again.has(row * 64 + kind) : !(labels.unsure[row] ?? []).includes(kind)) into.add(seen, isRight);
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

/** Every contract predicted by the plain model alone, trained without its company: the baseline. */
export function crossValidateWords(plain: FirstModels): RowPrediction[] {
  return allFolds.flatMap((fold) => {
    const sums = plain.sumsWithout([fold]);
    return plain.rows((each) => each === fold).flatMap((row) => (plain.data.labels.possible[row] ?? []).flatMap((kind) => predicted(plain.data, row, kind, sums[row * plain.stride + kind] as number)));
  });
}

/**
 * Every contract predicted by all models, trained without its company. What the second learns from are sums of first models that knew neither the
 * contract that they are of nor the fold that is asked.
 */
export function crossValidate(firsts: Firsts, say: (line: string) => void): RowPrediction[] {
  const { own } = firsts;
  return allFolds.flatMap((fold) => {
    const learned = new SecondRows();
    for (const other of allFolds.filter((each) => each !== fold)) learnFrom(firsts, own.contractsOf(other), sumsWithout(firsts, [fold, other].toSorted((one, two) => one - two)), learned);
    const second = readSecond(trainSecond(learned), contextLength);
    const sums = sumsWithout(firsts, [fold]);
    const raw: RowPrediction[] = [];
    for (const contract of own.contractsOf(fold)) contexts(firsts, contract, sums, (row, kind, seen) => raw.push(...predicted(own.data, row, kind, secondSum(second, seen, startOf(seen)))));
    say(`fold ${fold + 1} of ${folds}: ${learned.right.length} pairs, ${Math.round(process.cpuUsage().user / 1e6)} s of processor time so far`);
    return asRead(own.data, raw);
  });
}

/** The second model as it is delivered, learned from first models that did not know the contract. */
export function trainSecondOfAll(firsts: Firsts): string {
  const learned = new SecondRows();
  for (const fold of allFolds) learnFrom(firsts, firsts.own.contractsOf(fold), sumsWithout(firsts, [fold]), learned);
  return trainSecond(learned);
}

/** The first models as they are delivered, of all contracts. */
export const trainFirstsOfAll = ({ own, plain }: Firsts): { readonly [Name in keyof Firsts]: ClauseModel } => ({ own: own.trainOfAll(), plain: plain.trainOfAll() });

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
