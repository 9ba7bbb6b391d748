import { aiHits } from "../../packages/agreements/src/reading/ai/ai-reading.js";
import { aiKinds } from "../../packages/agreements/src/reading/ai/ai-kind.js";
import { candidatesOf } from "../../packages/agreements/src/reading/classify/candidate.js";
import { featureBits, featureGroups, type Row, rowsOf } from "../../packages/agreements/src/reading/classify/feature.js";
import type { ClauseModel } from "../../packages/agreements/src/reading/classify/model.js";
import type { AiDocument } from "./ai-corpus.js";
import { compress } from "./compress.js";
import { tableOf } from "./rows.js";
import { shiftOf, train } from "./train.js";

const settings = { kinds: aiKinds.length, bits: featureBits, epochs: 12, rate: 1, ridge: 1e-4, least: 2, thin: 2 } as const;
/** So many weights are kept, as bytes. */
const most = 200_000;

function sentenceRows({ document }: AiDocument): Row[] {
  return rowsOf(document, candidatesOf(document).filter(({ shape }) => shape === "sentence"));
}

/** Without what words mean together, which speaks of other clauses than those on AI: of 13 documents it is learned by heart. */
function bareRow({ features, values, ends }: Row): Row {
  const end = ends[featureGroups - 2] as number;
  return { features: features.slice(0, end), values: values.slice(0, end), ends: [...ends.slice(0, -1), end] };
}

/** Of each sentence, the kinds that were marked, by their number. */
const goldOf = ({ document, marks }: AiDocument): number[][] => document.sentences.map(({ start }) => (marks.find((mark) => mark.start === start)?.kinds ?? []).map((kind) => aiKinds.findIndex((each) => each === kind)));

/** The classifier of clauses on AI, of these documents. */
export function trainAi(documents: readonly AiDocument[]): ClauseModel {
  const table = tableOf(documents.flatMap((each) => sentenceRows(each).map(bareRow)));
  const positive = documents.flatMap(goldOf);
  const labels = { positive, unsure: positive.map(() => []), possible: positive.map(() => aiKinds.map((_, kind) => kind)) };
  return compress(train(table, labels, positive.map((_, row) => row), settings), most, shiftOf(settings.thin));
}

interface AiRow {
  readonly kind: string;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** What is told of these documents against what was marked in them, kind by kind. */
export function evaluateAi(documents: readonly AiDocument[], model: ClauseModel): AiRow[] {
  const rows = aiKinds.map((kind) => ({ kind, right: 0, wrong: 0, missed: 0 }));
  for (const each of documents) {
    const gold = goldOf(each);
    const hits = aiHits(each.document, sentenceRows(each), model).map((list) => new Set(list.map(({ sentence }) => sentence)));
    rows.forEach((row, kind) => {
      gold.forEach((kinds, sentence) => {
        const [isMarked, isTold] = [kinds.includes(kind), (hits[kind] ?? new Set()).has(sentence)];
        if (isMarked && isTold) row.right += 1;
        else if (isTold) row.wrong += 1;
        else if (isMarked) row.missed += 1;
      });
    });
  }
  return rows;
}
