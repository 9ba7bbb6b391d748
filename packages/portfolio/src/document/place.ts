/** Where something is said, in the words that say it. */
export interface Place {
  readonly file: string;
  /** Number of the clause of a deal; of a document the number of its paragraph. */
  readonly cite: string | null;
  /** Line of a file of ours, from 1. */
  readonly line: number | null;
  /** Page of a document, from 1, where its form knows pages. */
  readonly page: number | null;
  /** Offset into the text of a document. */
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
}

/** Something that one document says. */
export interface Said<T> {
  readonly value: T;
  readonly place: Place;
}
