/** Rows that a terminal shows, and a comment on a pull request; the other formats have them all. */
export const rowsOfTable = 40;
export const rowsOfMarkdown = 200;
