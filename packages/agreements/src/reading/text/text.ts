/** A place in the text: from `start` up to, but without, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A paragraph, with the number and the heading that it begins with, where it has them. */
export interface Paragraph extends Span {
  /** As written: `5.2`, `(a)`, `ARTICLE IV`. */
  readonly number: string | null;
  /** Where the heading stands, without the number. A paragraph that is nothing but a heading has `bodyStart === end`. */
  readonly heading: Span | null;
  /** Where the words after number and heading begin. */
  readonly bodyStart: number;
}

export interface Sentence extends Span {
  /** Index of its paragraph. */
  readonly paragraph: number;
}

/** A document as one text. Every offset of what is read from it is an offset into `text`. */
export interface DocumentText {
  readonly text: string;
  /** Where each page begins; null where the format knows no pages. */
  readonly pages: readonly number[] | null;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
}
