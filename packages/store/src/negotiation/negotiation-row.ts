interface NegotiationStepRow {
  readonly workspace: string;
  readonly negotiation: string;
  /** From 1, without gaps. */
  readonly step: number;
  /** What was done, as canonical JSON. */
  readonly content: string;
  /** The text that came with it, as a string of JSON; null: none did. */
  readonly text: string | null;
  readonly recorded_at: string;
  readonly by: string;
  readonly request: string | null;
}

export interface NegotiationTables {
  readonly negotiation_steps: NegotiationStepRow;
}
