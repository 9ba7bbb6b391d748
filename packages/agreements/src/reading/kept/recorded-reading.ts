import { type Problem, sha256 } from "@cleartitle/norms";
import type { AgreementReading } from "../agreement-reading.js";
import { kindOf } from "../review/field.js";
import { type Review, readingText } from "../review/reading-file.js";
import type { DocumentText } from "../text/text.js";
import { type CarriedField, type FieldAskedAgain, reviewsCarried } from "./carry-over.js";
import { ReadingStep } from "./reading-step.js";

/** A step as it was recorded. */
interface RecordedStep {
  readonly reading: number;
  readonly number: number;
  /** null: it was redacted. */
  readonly content: unknown;
  readonly by: string;
  /** An instant in UTC. */
  readonly at: string;
}

type Read = Extract<ReadingStep, { step: "read" }>;

/** The reading of one document, as its steps make it. */
export interface RecordedReading {
  readonly number: number;
  readonly name: string;
  /** Digest of the document; null: it was redacted. */
  readonly document: string | null;
  /** null: the document could not be read, or what was read of it was redacted. */
  readonly read: Read | null;
  /** Why it could not be read. */
  readonly problems: readonly Problem[];
  /** With the instant at which each was said. */
  readonly reviews: readonly (Review & { readonly at: string })[];
  /** What was said of an earlier reading of it, has no place in this one, and is asked again, until somebody says something of that kind. */
  readonly again: readonly (FieldAskedAgain & Pick<Review, "verdict" | "by"> & { readonly at: string })[];
  /** What a language model said of what is read now, the last time that one was asked; null: none was. */
  readonly opinion: { readonly model: string; readonly opinion: string; readonly by: string; readonly at: string } | null;
  readonly steps: number;
  readonly by: string;
  readonly at: string;
}

/** What persons said of the reading before, on the one that takes its place. What is open from a reading before that stays open. */
const readAnew = ({ reviews, again }: RecordedReading, { carried, again: asked }: NonNullable<Read["anew"]>): Pick<RecordedReading, "reviews" | "again"> => ({
  reviews: reviewsCarried(reviews, carried as readonly CarriedField[]),
  again: [...again, ...asked.flatMap((each) => reviews.filter(({ field }) => field === each.field).slice(-1).map(({ verdict, by, at }) => ({ ...each, verdict, by, at })))],
});

/** Readings of a workspace from their steps, in order. */
export function recordedReadings(steps: readonly RecordedStep[]): readonly RecordedReading[] {
  const readings = new Map<number, RecordedReading>();
  for (const { reading: number, content, by, at } of steps) {
    const before = readings.get(number) ?? { number, name: "(redacted)", document: null, read: null, problems: [], reviews: [], again: [], opinion: null, steps: 0, by, at };
    const now = { ...before, steps: before.steps + 1 };
    if (content === null) {
      readings.set(number, now);
      continue;
    }
    const step = ReadingStep.parse(content);
    if (step.step === "reviewed") readings.set(number, { ...now, again: before.again.filter(({ field }) => !step.reviews.some((review) => kindOf(review.field) === kindOf(field))), reviews: [...before.reviews, ...step.reviews.map((review) => ({ ...review, by, on: at.slice(0, 10), at }))] });
    else if (step.step === "opinion") readings.set(number, step.reading === before.read?.reading ? { ...now, opinion: { model: step.model, opinion: step.opinion, by, at } } : now);
    else if (step.step === "read" && step.anew !== undefined) readings.set(number, { ...now, read: step, problems: [], opinion: null, ...readAnew(before, step.anew) });
    else readings.set(number, { ...now, name: step.name, document: step.document, by, at, ...(step.step === "read" ? { read: step, problems: [] } : { problems: step.problems }) });
  }
  return [...readings.values()];
}

/** A review as it is recorded: who says it, and when, stands with the step. */
export const saidReview = ({ by: _by, on: _on, ...said }: Review): Extract<ReadingStep, { step: "reviewed" }>["reviews"][number] => said;

/** Files that a reading brings, and the step that names them. */
export interface ReadingToKeep {
  readonly step: Read;
  readonly files: readonly { readonly content: Uint8Array; readonly mediaType: string }[];
}

const mediaType = "application/json";
const normal = (words: string): string => words.replaceAll(/\s+/g, " ").trim();

/** What is kept of a document that was read. `document`: its digest; `weights`: what read it. */
export function readingToKeep(reading: AgreementReading, { text, pages, paragraphs }: DocumentText, document: string, weights: string): ReadingToKeep {
  const [found, words] = [readingText([{ ...reading, digest: document }], weights, []), JSON.stringify({ text, pages, paragraphs })].map((each) => Buffer.from(each));
  const clausesOf = (kind: string) => reading.kinds.find((each) => each.kind === kind)?.clauses ?? [];
  const title = clausesOf("document-name")[0]?.quote;
  const parties = clausesOf("parties").flatMap(({ values }) => values.flatMap((value) => (value.type === "party" ? [normal(value.name)] : [])));
  return {
    step: {
      step: "read", name: reading.file, document, reading: sha256(found!), text: sha256(words!), format: reading.format, pages: reading.pages, characters: reading.characters,
      fields: [...reading.kinds, ...reading.ai].reduce((sum, { clauses }) => sum + clauses.length, 0), title: title === undefined ? null : normal(title).slice(0, 300), parties: [...new Set(parties)].slice(0, 20),
    },
    files: [{ content: found!, mediaType }, { content: words!, mediaType }],
  };
}

/** The text that was kept of a document. What is kept is held to its digest, and nobody else writes it. */
export const keptText = (bytes: Uint8Array): Omit<DocumentText, "sentences"> => JSON.parse(Buffer.from(bytes).toString("utf8")) as Omit<DocumentText, "sentences">;
