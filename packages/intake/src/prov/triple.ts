/** A triple with names written out, nameless nodes numbered in their order, and the line on which it ends. */
export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly literal: boolean;
  readonly line: number;
}
