/** A line of a document that came back, whatever it was written in. */
export interface ReadLine {
  readonly text: string;
  /** Level of a heading: 0 the title, 1 a group or schedule, 2 a clause; null: it says it is none. */
  readonly heading: number | null;
  /** Marks that begin in it. */
  readonly marks: readonly string[];
  /** Table and row in which it stands, such as `2.1`; null: in none. */
  readonly row: string | null;
}

/** What a file holds: its lines, and the deal that it carries. */
export interface ReadPaper {
  readonly lines: readonly ReadLine[];
  /** null: none. */
  readonly carried: string | null;
  /** Changes that nobody accepted: lines as they would be, and as they are. */
  readonly open: readonly { readonly before: string | null; readonly after: string | null }[];
  /** Text outside of the lines, which binds as they do. */
  readonly beside: readonly { readonly where: string; readonly text: string }[];
  /** What is told and no text: comments. */
  readonly notes: readonly string[];
}
