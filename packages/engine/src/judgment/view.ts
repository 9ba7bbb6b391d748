import type { Interval, Law, Layer, Status } from "@cleartitle/norms";
import type { OutboundLicenses } from "../decision.js";
import type { Aftermath } from "./aftermath.js";
import type { Ban } from "./ban.js";
import type { Clash } from "./clash.js";
import type { Demand } from "./demand.js";
import type { Duty } from "./duty.js";
import type { LicenseReading } from "./license-reading.js";
import type { Constraint, Option } from "./option.js";
import type { PastCut } from "./past-cut.js";
import type { PastFinding } from "./past-finding.js";
import type { Question } from "./question.js";
import type { Raised } from "./raised.js";
import type { Reliance } from "./reliance.js";
import type { Uncovered } from "./uncovered.js";

/** An option with how it fares under the outbound license that was chosen. */
export interface WeighedOption {
  readonly option: Option;
  readonly interval: Interval;
}

/** The options of one way to read the license record; `taken` answers it, null: none serves at all. */
interface AnsweredReading {
  readonly kind: LicenseReading["kind"];
  readonly says: string;
  readonly options: readonly WeighedOption[];
  readonly taken: Option | null;
}

/** One demand with every option considered and what came of it. */
export interface AnsweredDemand {
  readonly demand: Demand;
  readonly part: string | null;
  readonly raised: Raised;
  /** Whose act it is: the actor of the use, or one to whom a thing is handed on. */
  readonly party: string;
  readonly interval: Interval;
  readonly readings: readonly AnsweredReading[];
  /** The option that a reader is told of: one that serves, else the first license that was considered. */
  readonly told: Option | null;
  /** How the party is bound by the instrument of the option told. */
  readonly bound: string | null;
  /** The answer to a twin that this tells again: the same in all but names. */
  readonly like?: AnsweredDemand;
  /** Which name stands here for which of the twin's. */
  readonly names?: Pick<ReadonlyMap<string, string>, "get">;
}

/** Where no names are asked for, a twin answers as well. */
export const answeredAlike = (answered: AnsweredDemand): AnsweredDemand => answered.like ?? answered;

/** Everything that bears on a use in one class of places. */
export interface PlaceView {
  readonly territory: string;
  readonly demands: readonly AnsweredDemand[];
  readonly bans: readonly Ban[];
  readonly uncovered: readonly Uncovered[];
  readonly reliances: readonly Reliance[];
  readonly lawDuties: readonly Duty[];
  /** Duties of instruments that bind the actor by acceptance, whatever is relied on. */
  readonly boundDuties: readonly Duty[];
  readonly layersAsked: ReadonlySet<Layer>;
  /** Options that answer a demand. */
  readonly relied: readonly Option[];
  /** Duties of what is relied on and of whatever binds, each once. */
  readonly duties: readonly Duty[];
  readonly clashes: readonly Clash[];
  readonly aftermath: readonly Aftermath[];
  readonly outbound: OutboundLicenses | null;
  /** Constraints that a declared license breaks. */
  readonly drift: readonly Constraint[];
  /** Rules of law in force here on the date of the act. */
  readonly laws: readonly Law[];
  readonly interval: Interval;
}

export interface Presumed {
  readonly law: string;
  readonly fact: string;
  readonly value: string;
  readonly cite: string;
}

/** One whole judgment, in values: all that is told of it is read here and in the records of its world. */
export interface View {
  readonly question: Question;
  /** One for each class of places asked, in their order. */
  readonly places: readonly PlaceView[];
  readonly past: { readonly findings: readonly PastFinding[]; readonly duties: readonly Duty[]; readonly cut: PastCut | null };
  readonly interval: Interval;
  readonly status: Status;
  readonly presumed: readonly Presumed[];
  /** Positions that were asked for. */
  readonly consulted: ReadonlySet<string>;
  /** Middles of composed derivations, which nobody recorded. */
  readonly virtual: ReadonlySet<string>;
  /** Things that are reached and came from each other, in order. */
  readonly circles: readonly (readonly string[])[];
  /** How the license record of each asset that is reached reads on the date of the act. */
  readonly records: ReadonlyMap<string, readonly LicenseReading[]>;
}
