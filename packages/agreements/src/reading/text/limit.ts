/** What a document may be at most; beyond it is told, and nothing of the document is read. */
export const readingLimits = {
  bytes: 40_000_000,
  /** Of the text itself. */
  characters: 6_000_000,
  /** A third more than what was measured (`npm run bench -- pages`). */
  pages: 1_500,
} as const;
