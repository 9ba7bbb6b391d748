interface ReadingStepRow {
  readonly workspace: string;
  /** From 1, without gaps. */
  readonly reading: number;
  /** From 1, without gaps. */
  readonly step: number;
  /** What was done, as canonical JSON; null: it was redacted. */
  readonly content: string | null;
  readonly recorded_at: string;
  readonly by: string;
  readonly request: string | null;
}

export interface ReadingTables {
  readonly reading_steps: ReadingStepRow;
}
