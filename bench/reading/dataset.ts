import { type Candidate, candidatesOf, kindsOfShape } from "../../packages/agreements/src/reading/classify/candidate.js";
import { featureBits, rowsOf, type Row } from "../../packages/agreements/src/reading/classify/feature.js";
import { clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import { plainBits, plainRows } from "../../packages/agreements/src/reading/classify/plain-feature.js";
import { structureOf } from "../../packages/agreements/src/reading/text/read-text.js";
import type { DocumentText } from "../../packages/agreements/src/reading/text/text.js";
import type { MarkedContract } from "./corpus.js";
import { Marks } from "./metric.js";
import { type RowTable, tableOf } from "./rows.js";
import type { Labels } from "./train.js";

/** All that may be predicted of the contracts, with features and marks. */
export interface Dataset {
  readonly bits: number;
  readonly table: RowTable;
  readonly labels: Labels;
  /** Of each row, the number of its contract. */
  readonly contracts: readonly number[];
  readonly candidates: readonly Candidate[];
  /** Of each contract, its text. */
  readonly documents: readonly DocumentText[];
  /** Of each row, which answers it matches. */
  readonly hits: readonly ReadonlyMap<number, readonly number[]>[];
  /** Of each contract, how many answers of each kind are marked. */
  readonly counts: readonly (readonly number[])[];
}

interface Featured {
  readonly candidates: readonly Candidate[];
  readonly rows: readonly Row[];
}

const own = (document: DocumentText): Featured => {
  const candidates = candidatesOf(document);
  return { candidates, rows: rowsOf(document, candidates) };
};
const plain = (document: DocumentText): Featured => ({ candidates: document.sentences.map(({ start, end }, sentence) => ({ shape: "sentence", sentence, start, end })), rows: plainRows(document) });

/** Kinds of which an answer stands at this place, matched or not. */
function touched(contract: MarkedContract, { start, end }: Candidate): number[] {
  return clauseKinds.flatMap((kind, number) => ((contract.answers.get(kind) ?? []).some((answer) => answer.start < end && start < answer.start + answer.text.length) ? [number] : []));
}

export function datasetOf(contracts: readonly MarkedContract[], features: "own" | "plain"): Dataset {
  const positive: number[][] = [];
  const unsure: number[][] = [];
  const possible: (readonly number[])[] = [];
  const owners: number[] = [];
  const all: Candidate[] = [];
  const hits: ReadonlyMap<number, readonly number[]>[] = [];
  const counts: number[][] = [];
  const documents: DocumentText[] = [];
  function* rowsOfAll(): Generator<Row> {
    for (const [number, contract] of contracts.entries()) {
      const document = structureOf(contract.text, null);
      documents.push(document);
      const { candidates, rows } = (features === "own" ? own : plain)(document);
      const marks = new Marks(contract);
      counts.push(marks.counts());
      for (const candidate of candidates) {
        const kinds = kindsOfShape(candidate.shape);
        const matched = marks.matches(contract.text, candidate, kinds);
        owners.push(number);
        all.push(candidate);
        hits.push(matched);
        positive.push([...matched.keys()]);
        unsure.push(touched(contract, candidate));
        possible.push(kinds);
      }
      yield* rows;
    }
  }
  const table = tableOf(rowsOfAll());
  return { bits: features === "own" ? featureBits : plainBits, table, labels: { positive, unsure, possible }, contracts: owners, candidates: all, documents, hits, counts };
}
