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

/** To whom a duty is owed: whom its norm names, else who licenses the text, else `licensor`, of the thing that brings it. null: nobody is recorded, or it is one of law that names nobody. */
export const creditorOf = ({ oblige }: NormOf<"oblige">, text: Instrument | Law, licensor: string | null): string | null => oblige.creditor ?? (text.kind === "statute" ? null : (text.licensor ?? licensor));

/** How much of a duty is left to do. */
const left: Readonly<Record<Duty["state"], number>> = { met: 0, if: 1, open: 2, overdue: 3 };

/**
 * One duty of an object and a trigger, however often it came up: of one source a sure one stands for one that only may arise, and of several the one of which most is left to do. `owedTo`: to whom; duties to two are two. In the order of
 * their names.
 */
export function distinctDuties(duties: Iterable<Duty>, owedTo: (duty: Duty) => string | null = nobody): Duty[] {
  // By their names, then by their sources.
  const found = new Map<string, Map<string, Duty>>();
  for (const duty of duties) {
    const creditor = owedTo(duty);
    const name = `${duty.instrument.id}\u0000${duty.norm.id}\u0000${duty.object}\u0000${duty.trigger}${creditor === null ? "" : `\u0000${creditor}`}`;
    let alike = found.get(name);
    if (alike === undefined) found.set(name, (alike = new Map()));
    const known = alike.get(duty.source);
    if (known === undefined || (known.state === "if" && duty.state !== "if")) alike.set(duty.source, duty);
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, alike]) => mostLeft(alike.values()));
}

/** The first of those of which most is left to do. */
function mostLeft(duties: Iterable<Duty>): Duty {
  const [first, ...others] = duties;
  return others.reduce((most, duty) => (left[most.state] < left[duty.state] ? duty : most), first!);
}

const nobody = (): null => null;
