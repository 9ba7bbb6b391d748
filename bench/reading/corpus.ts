import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type ClauseKind, clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import { root } from "../root.js";

interface Answer {
  readonly start: number;
  readonly text: string;
}

export interface MarkedContract {
  readonly title: string;
  readonly text: string;
  /** Of each kind, what was marked. */
  readonly answers: ReadonlyMap<ClauseKind, readonly Answer[]>;
  /** Of each kind, the value that was written beside the marks. */
  readonly values: ReadonlyMap<ClauseKind, string>;
}

interface Raw {
  readonly data: readonly { readonly title: string; readonly context: string; readonly qas: readonly { readonly category: string; readonly normalized_answer: string; readonly answers: readonly { readonly answer_start: number; readonly text: string }[] }[] }[];
}

const kindOf = (category: string): ClauseKind => {
  const name = category.toLowerCase().replace(/[^a-z]+/g, "-");
  const kind = clauseKinds.find((each) => each === name);
  if (kind === undefined) throw new Error(`no kind \`${category}\``);
  return kind;
};

/** The marked contracts of the material beside the repository. */
export function readCorpus(): MarkedContract[] {
  const path = join(root, "../shared/data/contracts/cuad-404.json.gz");
  const raw = JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")) as Raw;
  return raw.data.map(({ title, context, qas }) => ({
    title, text: context,
    answers: new Map(qas.map(({ category, answers }) => [kindOf(category), answers.map((each) => ({ start: each.answer_start, text: each.text }))])),
    values: new Map(qas.map(({ category, normalized_answer: value }) => [kindOf(category), value])),
  }));
}

/** The company that a title begins with: the letters before the first sign that is none, so that no company is in two folds. */
export const companyOf = (title: string): string => (/^[^_\d]+/.exec(title)?.[0] ?? title).toLowerCase().replace(/[^a-z]/g, "");

/** The fold of each contract: companies by size, each put where the least lies. */
export function foldsOf(contracts: readonly MarkedContract[], folds: number): number[] {
  const sizes = new Map<string, number>();
  for (const { title } of contracts) sizes.set(companyOf(title), (sizes.get(companyOf(title)) ?? 0) + 1);
  const load = Array.from({ length: folds }, () => 0);
  const placed = new Map<string, number>();
  const names = [...sizes].toSorted(([one, a], [two, b]) => b - a || scatter(one) - scatter(two) || (one < two ? -1 : 1));
  for (const [name, size] of names) {
    const least = load.indexOf(Math.min(...load));
    load[least] = (load[least] ?? 0) + size;
    placed.set(name, least);
  }
  return contracts.map(({ title }) => placed.get(companyOf(title)) ?? 0);
}

/** Companies in two halves: what is wrong is looked at in half 0, and what was mended is measured in half 1. */
export const halfOf = ({ title }: MarkedContract): number => (scatter(companyOf(title)) >>> 5) & 1;

/** An order of names that has nothing to do with the alphabet. */
function scatter(name: string): number {
  let hash = 7;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
