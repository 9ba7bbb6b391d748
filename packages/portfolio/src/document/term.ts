import type { ClauseKind, FieldValue, Stance } from "@cleartitle/agreements";
import type { Place } from "./place.js";

/** One value that a clause states: `law`, `notice`, `fee`. */
export interface TermValue {
  readonly name: string;
  readonly value: FieldValue;
  /** The words of a document that state it; null: a field of a deal. */
  readonly quote: string | null;
}

/** What one document says on one topic. */
export interface Term {
  readonly topic: string;
  /** Of a clause that was read: its kind. null: a clause of a deal. */
  readonly kind: ClauseKind | null;
  /** Of a clause of a deal. null: it was read. */
  readonly version: Stance | "own" | null;
  readonly values: readonly TermValue[];
  /** How sure the reading was; null: nobody had to read, or a person found it. */
  readonly confidence: number | null;
  readonly place: Place;
}

export const valueIn = (term: Pick<Term, "values"> | null | undefined, name: string): FieldValue | null => term?.values.find((each) => each.name === name)?.value ?? null;
