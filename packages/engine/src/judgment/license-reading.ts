import type { Instrument } from "@cleartitle/norms";

/** One license that a reading names; `instrument` is null where only its name (or nothing) is known. */
export interface Named {
  readonly name: string;
  readonly instrument: Instrument | null;
}

/** One way to read what is recorded: options (any of), each a list of licenses that all apply. */
export interface LicenseReading {
  /** `own`: of what the actor made itself no license of another is to be expected. */
  readonly kind: "terms" | "none" | "unrecorded" | "own";
  readonly says: string;
  readonly options: readonly (readonly Named[])[];
}
