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
  const sure = new Map<string, { readonly name: string; duty: Duty }>();
  for (const duty of duties) {
    const creditor = owedTo(duty);
    const name = [duty.instrument.id, duty.norm.id, duty.object, duty.trigger, ...(creditor === null ? [] : [creditor])].join("\u0000");
    const key = `${name}\u0000\u0000${duty.source}`;
    const known = sure.get(key);
    if (known === undefined) sure.set(key, { name, duty });
    else if (known.duty.state === "if" && duty.state !== "if") known.duty = duty;
  }
  const found = new Map<string, Duty>();
  for (const { name, duty } of sure.values()) {
    const known = found.get(name);
    if (known === undefined || left[known.state] < left[duty.state]) found.set(name, duty);
  }
  return [...found.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, d]) => d);
}

const nobody = (): null => null;
