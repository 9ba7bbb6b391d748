import type { DocumentText, Span } from "./text.js";

/** A place in a document with the words that stand there. */
export interface Quote extends Span {
  /** From 1; null where the format knows no pages. */
  readonly page: number | null;
  readonly quote: string;
}

/** The last of some starts, in order, that is no later than an offset; 0 where all are. */
export function lastBy(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The page that an offset stands on, from 1; null where the format knows no pages. */
export const pageOf = (pages: readonly number[] | null, offset: number): number | null => (pages === null ? null : lastBy(pages, offset) + 1);

export const quoteOf = ({ text, pages }: Pick<DocumentText, "text" | "pages">, { start, end }: Span): Quote => ({ start, end, page: pageOf(pages, start), quote: text.slice(start, end) });

/** Number and heading of a paragraph, as far as it has them. */
export function titleAt({ text, paragraphs }: Pick<DocumentText, "text" | "paragraphs">, index: number | undefined): { readonly number: string | null; readonly heading: string | null } {
  const { number = null, heading = null } = paragraphs[index ?? -1] ?? {};
  return { number, heading: heading === null ? null : text.slice(heading.start, heading.end) };
}
