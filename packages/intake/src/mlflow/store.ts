import type { Place } from "../evidence.js";
import type { Logged } from "../telling.js";

export interface Run {
  readonly id: string;
  readonly at: Place;
  /** Calendar dates. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of tags and parameters, those that tell of rights or of a source. */
  readonly logged: readonly Logged[];
  /** Who ran it. */
  readonly user?: string | null;
  readonly experiment?: string;
}

export interface LoggedDataset {
  readonly id: string;
  readonly name: string;
  /** Computed from a sample of the rows: no digest of the content. */
  readonly sample: string | null;
  readonly sourceType: string;
  /** JSON, as the tracking library wrote it. */
  readonly source: string;
  readonly at: Place;
}

export interface Input {
  readonly run: string;
  /** `null` for one that is recorded and cannot be read. */
  readonly dataset: string | null;
  /** `training`, `validation`, …, as somebody labeled it. */
  readonly context: string | null;
}

/** A logged model that a run took in, where the store tells. */
export interface Taken {
  readonly run: string;
  /** Of the asset; `null` for one that is recorded and cannot be read. */
  readonly model: string | null;
}

export interface LoggedModel {
  /** Of the asset. */
  readonly id: string;
  readonly run: string | null;
  readonly at: Place;
  readonly logged: readonly Logged[];
}

/** A version in the registry, or the registered name as a whole (`version` is null). */
export interface Registered {
  readonly name: string;
  readonly version: string | null;
  readonly run: string | null;
  /** What the version was made from, as an address of the store. */
  readonly source: string | null;
  readonly at: Place;
  readonly logged: readonly Logged[];
}

/** What a tracking store holds, from whichever of its forms it was read. Deleted runs are left out. Whoever records it takes the lists apart. */
export interface Store {
  /** Where it lies, for what has no id beyond it. */
  readonly root: string;
  readonly runs: Run[];
  readonly datasets: LoggedDataset[];
  readonly inputs: Input[];
  readonly took: readonly Taken[];
  readonly models: LoggedModel[];
  readonly registered: readonly Registered[];
}

export const modelId = (model: string): string => `mlflow:model/${model}`;
export const runModelId = (run: string, path: string): string => `mlflow:run/${run}/${path}`;

/** The asset that an address of the store names: a logged model, or an artifact of a run. */
export function modelAt(address: string): string | null {
  const [, model] = /(?:^models:\/+|\/models\/)(m-[0-9a-f]{32})(?:\/|$)/.exec(address) ?? [];
  if (model !== undefined) return modelId(model);
  const [, run, path] = /(?:^runs:\/+|\/)([0-9a-f]{32})\/(?:artifacts\/)?([^?#]+?)\/?$/.exec(address.replaceAll("\\", "/")) ?? [];
  return run === undefined || path === undefined || path === "artifacts" ? null : runModelId(run, path);
}

/** Milliseconds since 1970 as a calendar date; `null` for nothing and for what is no time. */
export function dateOf(milliseconds: unknown): string | null {
  const number = typeof milliseconds === "bigint" ? Number(milliseconds) : typeof milliseconds === "string" ? Number(milliseconds.trim() || "NaN") : milliseconds;
  if (typeof number !== "number" || !Number.isFinite(number) || number <= 0 || number > 4_102_444_800_000) return null;
  return new Date(number).toISOString().slice(0, 10);
}
