import type { Instrument, Interval, Law, NormOf } from "@cleartitle/norms";
import type { Premise } from "../decision.js";

/** A duty that an act triggers, or would trigger if something unknown is so. */
export interface Duty {
  readonly instrument: Instrument | Law;
  readonly norm: NormOf<"oblige">;
  readonly trigger: string;
  /** On which asset it falls. */
  readonly object: string;
  readonly source: string;
  readonly debtor: string;
  readonly state: "open" | "met" | "overdue" | "if";
  readonly due: string;
  /** What it does to the option that brings it, or to the act where it binds whatever is relied on. */
  readonly interval: Interval;
  readonly premises: readonly Premise[];
}

/** One duty of an object and a trigger, however often it came up; a sure one stands for one that only may arise. */
export function distinctDuties(duties: readonly Duty[]): Duty[] {
  const best = new Map<string, Duty>();
  for (const duty of duties) {
    const key = [duty.instrument.id, duty.norm.id, duty.object, duty.trigger].join("\u0000");
    const known = best.get(key);
    if (known === undefined || (known.state === "if" && duty.state !== "if")) best.set(key, duty);
  }
  return [...best.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, d]) => d);
}
