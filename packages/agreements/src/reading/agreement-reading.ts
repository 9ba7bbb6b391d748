import type { Problem } from "@cleartitle/norms";
import { type Candidate, candidatesOf } from "./classify/candidate.js";
import { type AiKind, aiKinds } from "./ai/ai-kind.js";
import { aiHits } from "./ai/ai-reading.js";
import { type Classifier, confidences } from "./classify/classifier.js";
import { type Row, rowsOf } from "./classify/feature.js";
import { type ClauseKind, clauseKinds } from "./classify/kind.js";
import { type Ranked, ranked } from "./classify/rank.js";
import { readDocument } from "./text/read-text.js";
import { type Quote, quoteOf, titleAt } from "./text/quote.js";
import type { DocumentText } from "./text/text.js";
import { type ClauseValue, valueOfClause } from "./value/clause-value.js";

export interface FoundClause extends Quote {
  /** How likely it is of the kind, from 0 to 1. */
  readonly confidence: number;
  /** Number and heading of the paragraph, as far as it has them. */
  readonly number: string | null;
  readonly heading: string | null;
  /** What the clause states, each with its own quote; empty where nothing could be taken from it. */
  readonly values: readonly (ClauseValue & Quote)[];
}

/** A kind of clause on AI: every clause that was found, in the order of the document. */
interface ReadAiKind {
  readonly kind: AiKind;
  readonly clauses: readonly FoundClause[];
}

interface ReadKind {
  readonly kind: ClauseKind;
  /** The most likely first; empty: not found. */
  readonly clauses: readonly FoundClause[];
  /** The best that was not likely enough to be told as found; null where there is none worth a look. */
  readonly nearest: FoundClause | null;
}

export interface AgreementReading {
  readonly file: string;
  readonly format: string;
  readonly characters: number;
  readonly pages: number | null;
  readonly notes: readonly string[];
  /** Every kind, found or not. */
  readonly kinds: readonly ReadKind[];
  /** Kinds of clauses on AI, each of them. */
  readonly ai: readonly ReadAiKind[];
}

/** From here a clause is told as found: about where precision and recall are in balance (docs/reading.md). */
export const told = 0.3;
/** A candidate less likely than this is not worth a look. */
const faint = 0.05;
/** Of a kind no more are told; a contract that has more of it repeats itself. */
const most = 20;
/** Bans of uses are long lists. */
const mostAi = 100;

type Scored = Ranked<Candidate>;

/** Of each kind the candidates by how likely they are. */
function scoresOf(document: DocumentText, candidates: readonly Candidate[], rows: readonly Row[], classifier: Classifier): Scored[][] {
  const scored: Scored[][] = clauseKinds.map(() => []);
  confidences(document, candidates, rows, classifier, (candidate, kind, confidence) => {
    if (confidence >= faint) scored[kind]?.push({ of: candidates[candidate] as Candidate, confidence });
  });
  return scored.map((list) => ranked(list));
}

function clauseOf(document: DocumentText, kind: ClauseKind | null, { of: candidate, confidence }: Scored): FoundClause {
  const { quote, start } = quoteOf(document, candidate);
  return {
    ...quoteOf(document, candidate), confidence: Math.round(confidence * 1_000) / 1_000,
    ...titleAt(document, document.sentences[candidate.sentence]?.paragraph),
    values: (kind === null ? [] : valueOfClause(kind, quote, start)).map((value) => ({ ...value, ...quoteOf(document, value) })),
  };
}

/** What a document says of every kind of clause. */
function clausesIn(document: DocumentText, classifier: Classifier): Pick<AgreementReading, "kinds" | "ai"> {
  const candidates = candidatesOf(document);
  const rows = rowsOf(document, candidates);
  const scores = scoresOf(document, candidates, rows, classifier);
  const kinds = clauseKinds.map((kind, index): ReadKind => {
    const list = scores[index] ?? [];
    const found = list.filter(({ confidence }) => confidence >= told);
    const nearest = found.length === 0 ? list[0] : undefined;
    return { kind, clauses: found.slice(0, most).map((each) => clauseOf(document, kind, each)), nearest: nearest === undefined ? null : clauseOf(document, kind, nearest) };
  });
  const sentences = candidates.flatMap((candidate, index) => (candidate.shape === "sentence" ? [{ candidate, row: rows[index] as Row }] : []));
  const hits = aiHits(document, sentences.map(({ row }) => row), classifier.ai);
  const clauses = (kind: number): FoundClause[] => (hits[kind] ?? []).slice(0, mostAi).flatMap(({ sentence, confidence }) => {
    const of = sentences[sentence]?.candidate;
    return of === undefined ? [] : [clauseOf(document, null, { of, confidence })];
  });
  return { kinds, ai: aiKinds.map((kind, number) => ({ kind, clauses: clauses(number) })) };
}

/** Reads an agreement from its bytes: every kind of clause, found with its words and where they stand, or not found. */
export async function readAgreement(bytes: Uint8Array, file: string, classifier: Classifier): Promise<{ readonly reading: AgreementReading | null; readonly problems: readonly Problem[] }> {
  const { document, problems } = await readDocument(bytes, file);
  if (document === null) return { reading: null, problems };
  const { format, notes, text, pages } = document;
  return { reading: { file, format, characters: text.length, pages: pages === null ? null : pages.length, notes, ...clausesIn(document, classifier) }, problems };
}
