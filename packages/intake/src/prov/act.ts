import { pushAll } from "@cleartitle/norms";
import { type Ends, isOpen } from "./ends.js";
import type { Part } from "./part.js";

interface Act {
  readonly used: string[];
  readonly made: string[];
  /** What it influenced in a way that the record does not name. */
  readonly affected: string[];
  /** Acts of which each made something that this one used. */
  readonly informants: string[];
  /** By what it was carried out: a recipe, a program. */
  readonly plans: string[];
  /** It used something else, and nobody can read what. */
  isOpen: boolean;
  /** It had a plan, and nobody can read which. */
  hasUnreadPlan: boolean;
}

export type Acts = Map<string, Act>;

/** The act with an id, which is known from now on. */
export function actIn(acts: Acts, id: string): Act {
  const act = acts.get(id) ?? { used: [], made: [], affected: [], informants: [], plans: [], isOpen: false, hasUnreadPlan: false };
  acts.set(id, act);
  return act;
}

/**
 * What each act used and made, added to what other bundles tell of them. The standard lets a usage say that something was used, and not what, and a generation leave its act open, which names no source. What an act made that cannot be
 * read is handed to `madeUnread`.
 */
export function addActs(acts: Acts, { of, names }: Part, ends: Ends, madeUnread: (made: string) => void): void {
  for (const { value } of of("used")) {
    const [by, entity] = [ends.all(value, names, "prov:activity"), ends.all(value, names, "prov:entity")];
    ends.tell(value, "used", [by, { ...entity, isAbsent: false }]);
    for (const id of by.names) {
      const act = actIn(acts, id);
      pushAll(act.used, entity.names);
      act.isOpen ||= isOpen(entity);
    }
  }
  for (const { value } of of("wasGeneratedBy")) {
    const [by, entity] = [ends.all(value, names, "prov:activity"), ends.all(value, names, "prov:entity")];
    ends.tell(value, "wasGeneratedBy", [{ ...by, isAbsent: false }, entity]);
    for (const id of by.names) pushAll(actIn(acts, id).made, entity.names);
    if (by.isUnread) entity.names.forEach(madeUnread);
  }
  for (const { value } of of("wasInformedBy")) {
    const [informed, informant] = [ends.all(value, names, "prov:informed"), ends.all(value, names, "prov:informant")];
    ends.tell(value, "wasInformedBy", [informed, informant]);
    for (const id of informed.names) {
      const act = actIn(acts, id);
      pushAll(act.informants, informant.names);
      act.isOpen ||= isOpen(informant);
    }
  }
  for (const { value } of of("wasAssociatedWith")) {
    const [by, plan] = [ends.all(value, names, "prov:activity"), ends.all(value, names, "prov:plan")];
    for (const id of plan.isAbsent ? [] : by.names) {
      const act = actIn(acts, id);
      pushAll(act.plans, plan.names);
      act.hasUnreadPlan ||= plan.isUnread;
    }
  }
}

/**
 * What came to an act from those that informed it. That it used something which the other made is all that the record says: where one of the things that the other made is known as used, or as a
 * source of the result, it says no more; else each of them may be what is meant. `unnamedOf`: what stands for something that an act made and no record names. `stated`: pairs of which a record says
 * that the second came of the first.
 */
export function passedTo(act: string, acts: Acts, stated: ReadonlySet<string>, unnamedOf: (act: string) => string): (to: string) => string[] {
  const { used, informants } = actIn(acts, act);
  const taken = new Set(used);
  const made = [...new Set(informants)].filter((each) => each !== act).map((each) => {
    const named = acts.get(each)?.made ?? [];
    return named.length === 0 ? [unnamedOf(each)] : named;
  });
  const open = made.filter((each) => !each.some((id) => taken.has(id)));
  return (to) => open.flatMap((each) => (each.some((id) => stated.has(`${id}\n${to}`)) ? [] : each));
}
