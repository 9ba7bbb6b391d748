/** What a document may be at most; beyond it is told, and nothing of the document is read. */
export const readingLimits = {
  bytes: 40_000_000,
  /** Of the text itself. */
  characters: 6_000_000,
  pages: 600,
  /** Of one part of a DOCX file, unpacked. */
  part: 80_000_000,
  /** Elements of a DOCX part that stand in each other. */
  depth: 200,
} as const;
