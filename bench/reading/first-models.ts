import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import { type ClauseModel, sumsLength, sumsOf } from "../../packages/agreements/src/reading/classify/model.js";
import { compress } from "./compress.js";
import type { Dataset } from "./dataset.js";
import { shiftOf, train, type TrainOptions } from "./train.js";

export const folds = 5;

/** So many weights are kept of a model, as bytes. */
const most = 2_000_000;

export interface FirstSettings extends Pick<TrainOptions, "epochs" | "rate" | "ridge" | "least" | "thin"> {
  /** Names files. */
  readonly name: string;
  /** Of each kind the sum of each group of features too. */
  readonly groups: boolean;
}

/** Models of words, each trained on some folds, as they are delivered: pruned, in bytes. */
export class FirstModels {
  /** So many sums has a row. */
  readonly stride: number;
  readonly #ranges: { first: number; end: number }[] = [];

  /** `keep`: a folder where sums are kept, so that an evaluation goes on where it stopped. */
  constructor(readonly data: Dataset, private readonly foldOf: readonly number[], private readonly settings: FirstSettings, private readonly keep: string | null) {
    this.stride = settings.groups ? sumsLength(clauseKinds.length) : clauseKinds.length;
    data.contracts.forEach((contract, row) => (this.#ranges[contract] ??= { first: row, end: row }).end = row + 1);
  }

  contractsOf(fold: number): number[] {
    return this.foldOf.flatMap((each, contract) => (each === fold ? [contract] : []));
  }

  rowsOfContract(contract: number): { readonly first: number; readonly end: number } {
    return this.#ranges[contract] ?? { first: 0, end: 0 };
  }

  sumsOfContract(contract: number, sums: Float32Array): Float32Array {
    const { first, end } = this.rowsOfContract(contract);
    return sums.subarray(first * this.stride, end * this.stride);
  }

  /** The rows of the folds that are wanted. */
  rows(isWanted: (fold: number) => boolean): number[] {
    return this.data.contracts.flatMap((contract, row) => (isWanted(this.foldOf[contract] as number) ? [row] : []));
  }

  /** Row by row the sums of these folds, by a model that was trained without them; of other rows, nothing. */
  sumsWithout(out: readonly number[]): Float32Array {
    const file = this.keep === null ? null : `${this.keep}/${this.settings.name}-${out.join("")}.bin`;
    if (file !== null && existsSync(file)) return new Float32Array(Uint8Array.from(readFileSync(file)).buffer);
    const sums = this.#sumsOf(this.rows((fold) => out.includes(fold)), this.#fit(this.rows((fold) => !out.includes(fold))));
    if (file !== null) writeFileSync(file, new Uint8Array(sums.buffer));
    return sums;
  }

  trainOfAll(): ClauseModel {
    return this.#fit(this.rows(() => true));
  }

  #fit(rows: readonly number[]): ClauseModel {
    const { data, settings } = this;
    return compress(train(data.table, data.labels, rows, { ...settings, kinds: clauseKinds.length, bits: data.bits }), most, shiftOf(settings.thin));
  }

  #sumsOf(rows: readonly number[], model: ClauseModel): Float32Array {
    const { starts, features, values, ends } = this.data.table;
    const sums = new Float32Array(this.data.contracts.length * this.stride);
    const out = new Float64Array(sumsLength(clauseKinds.length));
    for (const row of rows) {
      const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0];
      sumsOf(model, { features: [...features.subarray(from, to)], values: [...values.subarray(from, to)], ends: ends[row] ?? [] }, out);
      sums.set(out.subarray(0, this.stride), row * this.stride);
    }
    return sums;
  }
}
