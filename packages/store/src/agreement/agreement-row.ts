interface AgreementStepRow {
  readonly workspace: string;
  readonly agreement: string;
  /** From 1, without gaps. */
  readonly step: number;
  /** What was done, as canonical JSON. */
  readonly content: string;
  /** The text that came with it, as a string of JSON; null: none did. */
  readonly text: string | null;
  /** The change set that it made of the title records; null: none. */
  readonly change_set: number | null;
  readonly recorded_at: string;
  readonly by: string;
  readonly request: string | null;
}

export interface AgreementTables {
  readonly agreement_steps: AgreementStepRow;
}
