/** Something in a deal that does not fit together, or is worth a look. */
export interface DealFinding {
  readonly code: "inconsistent" | "not-compiled" | "outside-version" | "document";
  /** Number of the rule of consistency; null: of none. */
  readonly rule: number | null;
  readonly severity: "contradiction" | "look";
  readonly topics: readonly string[];
  readonly cite: string | null;
  readonly message: string;
  readonly remedy: string;
}
