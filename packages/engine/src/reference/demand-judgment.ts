import type { Demand } from "../judgment/demand.js";
import type { LicenseReading } from "../judgment/license-reading.js";
import type { Option } from "../judgment/option.js";
import type { Raised } from "../judgment/raised.js";

/** The options of one way to read the license record. */
export interface Reading {
  readonly reading: LicenseReading;
  readonly options: readonly Option[];
}

/** One demand with every option considered, before the outbound license is chosen. */
export interface DemandJudgment {
  readonly demand: Demand;
  readonly part: string | null;
  readonly raised: Raised;
  readonly readings: readonly Reading[];
  /** Whose act it is, where that is not the actor of the use. */
  readonly party?: string;
}
