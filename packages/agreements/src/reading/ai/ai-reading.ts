import type { Row } from "../classify/feature.js";
import { type ClauseModel, sumsLength, sumsOf } from "../classify/model.js";
import type { DocumentText } from "../text/text.js";
import { aiKinds } from "./ai-kind.js";
import { ruledKinds } from "./ai-rule.js";

/**
 * From here the classifier alone tells a clause: tried on the half that is learned from, each of its documents read by what the others taught.
 * Few examples make its probabilities small.
 */
const told = 0.1;
/** How often what a rule, the classifier or both say was right there, rounded down. */
const confidenceOf = { rule: 0.8, words: 0.6, both: 0.95 } as const;

export interface AiHit {
  readonly sentence: number;
  readonly confidence: number;
}

/** Of each kind of clause on AI the sentences that are of it, by a rule or by their words; `rows` are the features of the sentences. */
export function aiHits(document: DocumentText, rows: readonly Row[], model: ClauseModel): AiHit[][] {
  const hits: AiHit[][] = aiKinds.map(() => []);
  const sums = new Float64Array(sumsLength(aiKinds.length));
  ruledKinds(document).forEach((ruled, sentence) => {
    sums.fill(-20);
    const row = rows[sentence];
    if (row !== undefined) sumsOf(model, row, sums);
    aiKinds.forEach((_, kind) => {
      const [byRule, byWords] = [ruled.includes(kind), 1 / (1 + Math.exp(-(sums[kind] as number))) > told];
      if (byRule || byWords) hits[kind]?.push({ sentence, confidence: byRule && byWords ? confidenceOf.both : byRule ? confidenceOf.rule : confidenceOf.words });
    });
  });
  return hits;
}
