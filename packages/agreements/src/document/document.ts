import type { Stance } from "../clause/topic.js";
import type { ScheduleId } from "./document-frame.js";

/** Where a cross-reference points. Its number comes of where that stands, and is never typed. */
export type Target = { readonly kind: "clause"; readonly topic: string } | { readonly kind: "schedule"; readonly schedule: ScheduleId };

/** A stretch of a line. What the document puts into the words of a clause, so that a reference can be read, is `added`. */
export type Piece = { readonly kind: "text"; readonly text: string; readonly added?: true } | { readonly kind: "reference"; readonly to: Target; readonly number: string };

/** A line of the document outside of its clauses. */
export interface Line {
  readonly id: string;
  readonly pieces: readonly Piece[];
}

/** A sentence of a clause, and which sentence of which version of which topic it is. */
export interface DocumentSentence extends Line {
  readonly topic: string;
  readonly version: Stance | "own";
  /** Counted from 1, as in the clause. */
  readonly at: number;
  readonly number: string;
  /** The words of the clause alone, as they are compiled. */
  readonly text: string;
}

export interface DocumentClause {
  /** Of a topic; of words of the parties that belong to none: `further.ID`. */
  readonly topic: string;
  readonly version: Stance | "own";
  readonly number: string;
  readonly title: string;
  readonly sentences: readonly DocumentSentence[];
}

/** Clauses under one heading. */
export interface ClauseGroup {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly clauses: readonly DocumentClause[];
}

interface DefinitionLine extends Line {
  readonly term: string;
}

interface Schedule {
  readonly id: ScheduleId;
  /** Its word and a letter. */
  readonly number: string;
  readonly title: string;
  readonly says: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (readonly Piece[])[])[];
  /** Words of the parties that stand in place of the table. */
  readonly edited: readonly string[] | null;
}

interface Cover {
  readonly parties: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly terms: readonly { readonly title: string; readonly value: string }[];
  /** Words of the parties that stand in place of the table of key terms. */
  readonly edited: readonly string[] | null;
}

/** A reference to a clause that the deal does not have. */
interface Dangling {
  readonly topic: string;
  readonly at: number;
  readonly phrase: string;
  readonly to: string;
}

/** An agreement as a document: everything that stands in it, in order, and nothing of how it looks. */
export interface AgreementDocument {
  readonly deal: string;
  readonly title: string;
  readonly written: string;
  /** Draft, or signed on which day. */
  readonly status: string;
  readonly cover: Cover;
  readonly opening: readonly Line[];
  readonly contentsTitle: string;
  readonly definitions: { readonly number: string; readonly title: string; readonly entries: readonly DefinitionLine[] };
  readonly groups: readonly ClauseGroup[];
  readonly scheduleWord: string;
  readonly schedules: readonly Schedule[];
  readonly signature: { readonly title: string; readonly says: string; readonly lines: readonly string[] };
  readonly dangling: readonly Dangling[];
}

/** All clauses, in the order of the document. */
export const clausesOf = (document: AgreementDocument): readonly DocumentClause[] => document.groups.flatMap((group) => group.clauses);

/** What a line shows, numbers of references included. */
export const shownText = (pieces: readonly Piece[]): string => pieces.map((piece) => (piece.kind === "text" ? piece.text : piece.number)).join("");
