import type { Demand } from "../../judgment/demand.js";
import type { LicenseReading } from "../../judgment/license-reading.js";
import type { Option } from "../../judgment/option.js";
import type { Raised } from "../../judgment/raised.js";

/** One demand with every option of each way to read the record, before the outbound license is chosen. */
export interface DemandJudged {
  readonly demand: Demand;
  readonly part: string | null;
  readonly raised: Raised;
  readonly readings: readonly { readonly reading: LicenseReading; readonly options: readonly Option[] }[];
  readonly party: string;
  /** The judgment of a twin that this tells again: the same in all but names. */
  readonly like?: DemandJudged;
}

/** Where no names are asked for, a twin answers as well. */
export const alike = (judged: DemandJudged): DemandJudged => judged.like ?? judged;
