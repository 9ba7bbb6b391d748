import type { Problem } from "@cleartitle/norms";
import { type Candidate, candidatesOf } from "./classify/candidate.js";
import { type AiKind, aiKinds } from "./ai/ai-kind.js";
import { aiHits } from "./ai/ai-reading.js";
import { type Classifier, confidences } from "./classify/classifier.js";
import { type Row, rowsOf } from "./classify/feature.js";
import { type ClauseKind, clauseKinds } from "./classify/kind.js";
import { type Ranked, ranked } from "./classify/rank.js";
import { clauseAt, type FoundClause } from "./found-clause.js";
import { type Asked, type KindFound, type ModelOpinion, opinionOf } from "./opinion/model-opinion.js";
import { readDocument, type ReadDocument } from "./text/read-text.js";
import type { DocumentText } from "./text/text.js";
import { refersToOwnDay } from "./value/referred-day.js";

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
  /** What a language model says beside; there where one was asked. */
  readonly model?: ModelOpinion;
}

/** From here a clause is told as found: about where precision and recall are in balance (docs/reading.md). */
export const told = 0.3;
/** A candidate less likely than this is not worth a look. */
const faint = 0.05;
/** To a language model less likely ones are shown too. */
const faintest = 0.01;
/** Of a kind no more are told; a contract that has more of it repeats itself. */
const most = 20;
/** Bans of uses are long lists. */
const mostAi = 100;

type Scored = Ranked<Candidate>;

/** Of each kind the candidates by how likely they are. */
function scoresOf(document: DocumentText, candidates: readonly Candidate[], rows: readonly Row[], classifier: Classifier): Scored[][] {
  const scored: Scored[][] = clauseKinds.map(() => []);
  confidences(document, candidates, rows, classifier, (candidate, kind, confidence) => {
    if (confidence >= faintest) scored[kind]?.push({ of: candidates[candidate] as Candidate, confidence });
  });
  return scored.map((list) => ranked(list));
}

const clauseOf = (document: DocumentText, kind: ClauseKind | null, { of, confidence }: Scored): FoundClause => ({ ...clauseAt(document, kind, of), confidence: Math.round(confidence * 1_000) / 1_000 });

const isWhole = (on: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(on);

/** A clause that takes effect on the day of the agreement, and writes none, states the day that was found as that, with its own quote. */
function withOwnDay(kinds: readonly ReadKind[]): readonly ReadKind[] {
  const own = kinds.find(({ kind }) => kind === "agreement-date")?.clauses.flatMap(({ values }) => values).find((value) => value.type === "day" && isWhole(value.on));
  if (own === undefined) return kinds;
  return kinds.map((each) => (each.kind !== "effective-date" ? each : { ...each, clauses: each.clauses.map((clause) => (clause.values.length === 0 && refersToOwnDay(clause.quote) ? { ...clause, values: [own] } : clause)) }));
}

/** Kinds as they are told, and what a language model may be asked of them. */
function kindsOf(document: DocumentText, scores: readonly (readonly Scored[])[]): { readonly kinds: readonly ReadKind[]; readonly found: readonly KindFound[] } {
  const kinds: ReadKind[] = [];
  const found: KindFound[] = [];
  clauseKinds.forEach((kind, index) => {
    const list = scores[index] ?? [];
    const clauses = list.filter(({ confidence }) => confidence >= told).slice(0, most);
    const nearest = clauses.length > 0 || (list[0]?.confidence ?? 0) < faint ? undefined : list[0];
    kinds.push({ kind, clauses: clauses.map((each) => clauseOf(document, kind, each)), nearest: nearest === undefined ? null : clauseOf(document, kind, nearest) });
    found.push({ kind, places: list.map(({ of: { start, end }, confidence }) => ({ start, end, confidence })), told: clauses.length });
  });
  return { kinds: withOwnDay(kinds), found };
}

function aiKindsOf(document: DocumentText, candidates: readonly Candidate[], rows: readonly Row[], classifier: Classifier): ReadAiKind[] {
  const sentences = candidates.flatMap((candidate, index) => (candidate.shape === "sentence" ? [{ candidate, row: rows[index] as Row }] : []));
  const hits = aiHits(document, sentences.map(({ row }) => row), classifier.ai);
  return aiKinds.map((kind, number) => ({
    kind,
    clauses: (hits[number] ?? []).slice(0, mostAi).flatMap(({ sentence, confidence }) => {
      const of = sentences[sentence]?.candidate;
      return of === undefined ? [] : [clauseOf(document, null, { of, confidence })];
    }),
  }));
}

/** A document that was read, and the text of which its offsets are; both null: it could not be read. */
interface ReadAgreement {
  readonly reading: AgreementReading | null;
  readonly document: ReadDocument | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads an agreement from its bytes: every kind of clause, found with its words and where they stand, or not found. With `asked`, a language model
 * is asked too; what it says stands beside, and changes nothing of the rest.
 */
export async function readAgreement(bytes: Uint8Array, file: string, classifier: Classifier, asked: Asked | null = null): Promise<ReadAgreement> {
  const { document, problems } = await readDocument(bytes, file);
  if (document === null) return { reading: null, document, problems };
  const { format, notes, text, pages } = document;
  const candidates = candidatesOf(document);
  const rows = rowsOf(document, candidates);
  const { kinds, found } = kindsOf(document, scoresOf(document, candidates, rows, classifier));
  const reading = { file, format, characters: text.length, pages: pages === null ? null : pages.length, notes, kinds, ai: aiKindsOf(document, candidates, rows, classifier) };
  return { reading: asked === null ? reading : { ...reading, model: await opinionOf(document, found, asked) }, document, problems };
}
