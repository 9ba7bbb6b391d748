import type { DecideOptions, Decision, DecisionBasis, Reason } from "../decision.js";
import type { QuestionForm } from "../compiled/judge/question-form.js";
import type { Decide } from "../inquiry/inquiry.js";
import type { World } from "../world.js";
import { wordingOf } from "../words/entry.js";
import { sayReason } from "../words/reason.js";
import { namesOf } from "../words/say-decision.js";
import { declaredDrift } from "./drift.js";
import { type GateOptions, judge } from "./gate.js";
import { notRecorded, type RecordedLicense } from "./license-class.js";
import { type JudgedRow, rowOf } from "./row.js";
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
  /** What a question is but for names, where the evaluator knows it: rows without words are found once for all of one form. */
  readonly formOf?: (world: World, use: string, options: DecideOptions) => QuestionForm | null;
  /** Rows without words that are put together of parts, which were judged. */
  readonly parts?: RowsOfParts;
}

/** Asks one use through the gate. `most`: how many of its reasons are told in words, which take as long as finding them. */
export type Check = (use: string, most: number) => { readonly row: JudgedRow; readonly basis: DecisionBasis };

/** Asks the uses of a world one by one. */
export function checker(world: World, { decide, options, gate, licenses, file, synthetic, formOf, parts }: Checking): Check {
  const asked = { ...options, withoutRange: true, withoutProof: true };
  const names = namesOf(world);
  const licenseAt = (id: string): RecordedLicense => licenses.get(id) ?? notRecorded;
  const sayOf = (decision: Decision): ((reason: Reason) => string) => {
    const wording = wordingOf(decision, { names });
    return (reason) => {
      const { title, says, cite } = sayReason(reason, wording);
      return `${title}: ${says}${cite === null || says.includes(cite) ? "" : ` (${cite})`}`;
    };
  };
  const answer = (use: string, most: number): Answered => {
    const decision = decide(world, use, asked);
    const drift = declaredDrift(decision, world, (asset) => licenseAt(asset.id), gate.on);
    return { row: rowOf(file, synthetic, decision, { say: sayOf(decision), most }, { drift, unknowns: unknownsOf(decision, world.graph, licenseAt) }), basis: decision.basis };
  };
  const alike = new RowsAlike(world);
  let basis: DecisionBasis | null = null;
  const found = (use: string, most: number): Answered => {
    // What answers stand on is told by one that was judged as a whole.
    const row = most > 0 || basis === null ? null : (parts?.of(use) ?? null);
    return row === null || basis === null ? answer(use, most) : { row, basis };
  };
  const formed = (use: string): QuestionForm | null => (parts === undefined ? (formOf?.(world, use, asked) ?? null) : parts.formOf(use));
  return (use, most) => {
    const form = most > 0 ? null : formed(use);
    const { row, basis: of } = form === null ? found(use, most) : alike.of(form, use, () => found(use, most));
    basis ??= of;
    return { row: judge(row, gate), basis: of };
  };
}
