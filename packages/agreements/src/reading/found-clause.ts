import type { ClauseKind } from "./classify/kind.js";
import { lastBy, type Quote, quoteOf, titleAt } from "./text/quote.js";
import type { DocumentText, Span } from "./text/text.js";
import { type ClauseValue, valueOfClause } from "./value/clause-value.js";

/** A clause in a document, whoever says that it is one. */
export interface QuotedClause extends Quote {
  /** Number and heading of the paragraph, as far as it has them. */
  readonly number: string | null;
  readonly heading: string | null;
  /** What the clause states, each with its own quote; empty where nothing could be taken from it. */
  readonly values: readonly (ClauseValue & Quote)[];
}

export interface FoundClause extends QuotedClause {
  /** How likely it is of the kind, from 0 to 1. */
  readonly confidence: number;
}

/** What stands at a place, read as a clause of a kind; of no kind, nothing is taken from it. */
export function clauseAt(document: DocumentText, kind: ClauseKind | null, span: Span): QuotedClause {
  const quoted = quoteOf(document, span);
  return {
    ...quoted, ...titleAt(document, lastBy(document.paragraphs.map((each) => each.start), span.start)),
    values: (kind === null ? [] : valueOfClause(kind, quoted.quote, span.start)).map((value) => ({ ...value, ...quoteOf(document, value) })),
  };
}
