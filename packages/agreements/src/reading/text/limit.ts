/** What a document may be at most; beyond it is told, and nothing of the document is read. */
export const readingLimits = {
  bytes: 40_000_000,
  /** Of the text itself. */
  characters: 6_000_000,
  pages: 600,
} as const;
