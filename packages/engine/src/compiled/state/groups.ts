import type { Party } from "@cleartitle/title";
import { DateClasses } from "./date-classes.js";

/** Groups of parties between two changes of control: the top of each controlled party, and who stands under each top. */
interface Control {
  readonly top: ReadonlyMap<string, string>;
  readonly group: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Chains of control, followed once for each time between two changes of any of them. */
export class Groups {
  readonly #controlled: readonly Party[];
  readonly #times: DateClasses;
  readonly #known = new Map<number, Control>();
  readonly #alone = new Map<string, ReadonlySet<string>>();

  constructor(parties: ReadonlyMap<string, Party>) {
    this.#controlled = [...parties.values()].filter((party) => party.controlledBy.length > 0);
    this.#times = new DateClasses(this.#controlled.flatMap((party) => party.controlledBy.map((each) => each.during)));
  }

  /** The party at the top of the recorded chain of control (least id where several control); the party itself where nobody does. */
  topOf(party: string, date: string | null): string {
    return this.#at(date).top.get(party) ?? party;
  }

  /** All parties under the same top, the party itself included. */
  of(party: string, date: string | null): ReadonlySet<string> {
    const control = this.#at(date);
    const group = control.group.get(control.top.get(party) ?? party) ?? this.#alone.get(party);
    if (group !== undefined) return group;
    const alone = new Set([party]);
    this.#alone.set(party, alone);
    return alone;
  }

  #at(date: string | null): Control {
    const time = this.#times.of(date);
    let control = this.#known.get(time);
    if (control === undefined) this.#known.set(time, (control = this.#controlOn(date)));
    return control;
  }

  #controlOn(date: string | null): Control {
    const above = new Map(this.#controlled.map((party) => [party.id, controllersOn(party, date)] as const));
    const top = new Map<string, string>();
    const group = new Map<string, Set<string>>();
    for (const { id } of this.#controlled) {
      const highest = climb(id, above);
      top.set(id, highest);
      const members = group.get(highest);
      if (members === undefined) group.set(highest, new Set([highest, id]));
      else members.add(id);
    }
    return { top, group };
  }
}

function controllersOn(party: Party, date: string | null): readonly string[] {
  const holding = party.controlledBy.filter(({ during: { from, to } }) => date === null || ((from ?? date) <= date && date <= (to ?? date)));
  return holding.map((each) => each.party).toSorted();
}

/** Up to where nobody is left above who was not met below: a circle of control ends where it would begin again. */
function climb(from: string, above: ReadonlyMap<string, readonly string[]>): string {
  const met = new Set([from]);
  for (let at = from; ;) {
    const next = above.get(at)?.find((party) => !met.has(party));
    if (next === undefined) return at;
    met.add((at = next));
  }
}
