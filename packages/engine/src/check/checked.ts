import type { DecideOptions, Decision, DecisionBasis, Reason } from "../decision.js";
import type { Decide } from "../inquiry/inquiry.js";
import type { World } from "../world.js";
import { wordingOf } from "../words/entry.js";
import { sayReason } from "../words/reason.js";
import { namesOf } from "../words/say-decision.js";
import { declaredDrift } from "./drift.js";
import { type GateOptions, judge } from "./gate.js";
import type { RecordedLicense } from "./license-class.js";
import { type JudgedRow, rowOf } from "./row.js";
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
  /** Reasons of a row that are told in words: words take as long as finding them. */
  readonly most: number;
}

/** Asks the uses of a world one by one, each through the gate. */
export function checker(world: World, { decide, options, gate, licenses, file, synthetic, most }: Checking): (use: string) => { readonly row: JudgedRow; readonly basis: DecisionBasis } {
  const asked = { ...options, withoutRange: true, withoutProof: true };
  const names = namesOf(world);
  const licenseAt = (id: string): RecordedLicense => licenses.get(id) ?? { class: "license-not-recorded", id: null };
  const sayOf = (decision: Decision): ((reason: Reason) => string) => {
    const wording = wordingOf(decision, { names });
    return (reason) => {
      const { title, says, cite } = sayReason(reason, wording);
      return `${title}: ${says}${cite === null || says.includes(cite) ? "" : ` (${cite})`}`;
    };
  };
  return (use) => {
    const decision = decide(world, use, asked);
    const drift = declaredDrift(decision, world, (asset) => licenseAt(asset.id), gate.on);
    return { row: judge(rowOf(file, synthetic, decision, { say: sayOf(decision), most }, { drift, unknowns: unknownsOf(decision, world.graph, licenseAt) }), gate), basis: decision.basis };
  };
}
