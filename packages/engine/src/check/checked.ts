import type { DecideOptions, DecisionBasis } from "../decision.js";
import type { QuestionForm } from "../compiled/judge/question-form.js";
import type { Decide } from "../inquiry/inquiry.js";
import type { World } from "../world.js";
import { declaredDrift } from "./drift.js";
import { type GateOptions, judge } from "./gate.js";
import { notRecorded, type RecordedLicense } from "./license-class.js";
import { type JudgedRow, rowOf } from "./row.js";
import { rowWords } from "./row-words.js";
import { type Answered, RowsAlike } from "./rows-alike.js";
import type { RowsOfParts } from "./rows-of-parts.js";
import { unknownsOf } from "./unknown.js";

/** How a use is asked when all of them are, and what becomes of the answer. */
export interface Checking {
  readonly decide: Decide;
  readonly options: DecideOptions;
  readonly gate: GateOptions;
  /** What is recorded of each asset's license. */
  readonly licenses: ReadonlyMap<string, RecordedLicense>;
  readonly file: string;
  /** The uses were made up. */
  readonly synthetic: boolean;
  /** What a question is but for names, where the evaluator knows it: rows are found once for all of one form. */
  readonly formOf?: (world: World, use: string, options: DecideOptions) => QuestionForm | null;
  /** Rows that are put together of parts, which were judged. */
  readonly parts?: RowsOfParts;
}

/** Asks one use through the gate. `most`: how many of its reasons are told in words, which take as long as finding them. */
export type Check = (use: string, most: number) => { readonly row: JudgedRow; readonly basis: DecisionBasis };

/** Asks the uses of a world one by one. */
export function checker(world: World, { decide, options, gate, licenses, file, synthetic, formOf, parts }: Checking): Check {
  const asked = { ...options, withoutRange: true, withoutProof: true };
  const words = rowWords(world);
  const licenseAt = (id: string): RecordedLicense => licenses.get(id) ?? notRecorded;
  const answer = (use: string, most: number): Answered => {
    const decision = decide(world, use, asked);
    const drift = declaredDrift(decision, world, (asset) => licenseAt(asset.id), gate.on);
    return { row: rowOf(file, synthetic, decision, { say: words(decision).reason, most }, { drift, unknowns: unknownsOf(decision, world.graph, licenseAt) }), basis: decision.basis };
  };
  // Rows by how many of their reasons are told in words.
  const alike = new Map<number, RowsAlike>();
  let basis: DecisionBasis | null = null;
  return (use, most) => {
    const apart = most === 0 || parts?.hasWords === true ? parts : undefined;
    const found = (): Answered => {
      // What answers stand on is told by one that was judged as a whole.
      const row = basis === null ? null : (apart?.of(use, most) ?? null);
      return row === null || basis === null ? answer(use, most) : { row, basis };
    };
    let rows = alike.get(most);
    if (rows === undefined) alike.set(most, (rows = new RowsAlike(world)));
    const form = apart === undefined ? (formOf?.(world, use, asked) ?? null) : apart.formOf(use);
    const { row, basis: of } = rows.of(form, use, found);
    basis ??= of;
    return { row: judge(row, gate), basis: of };
  };
}
