import type { Instrument, Interval, Law, Outbound, Role } from "@cleartitle/norms";
import type { OptionReport, Premise } from "../decision.js";
import type { Duty } from "./duty.js";

/** A constraint that a relied option puts on the license under which a result goes out. */
export interface Constraint {
  readonly instrument: Instrument;
  readonly norm: string;
  readonly cite: string;
  readonly outbound: Outbound;
}

/** One way to answer a demand, judged. */
export interface Option {
  readonly report: OptionReport;
  /** Before outbound constraints. */
  readonly interval: Interval;
  readonly instruments: readonly Instrument[];
  readonly law: Law | null;
  readonly role: Role | "silent" | null;
  readonly duties: readonly Duty[];
  readonly constraints: readonly Constraint[];
  readonly undertaken: readonly Premise[];
  readonly findings: readonly { readonly kind: string; readonly detail: string }[];
}

export const optionName = ({ report }: Option): string => `${report.kind}${report.instrument === null ? "" : ` ${report.instrument}`}`;
