import type { Condition } from "@cleartitle/norms";
import type { Core } from "./spot.js";
import { isReadOffThings } from "./told-fact.js";

/** Whether a condition comes to the same on all ways of an act to things upstream: it turns on contested questions, and on facts that nobody stated of anything and no rule presumes. */
export function isOfNoThing(condition: Condition, core: Core): boolean {
  if (typeof condition !== "object") return true;
  if ("all" in condition) return condition.all.every((part) => isOfNoThing(part, core));
  if ("any" in condition) return condition.any.every((part) => isOfNoThing(part, core));
  if ("none" in condition) return condition.none.every((part) => isOfNoThing(part, core));
  if ("position" in condition) return Object.values(condition.options).every((part) => isOfNoThing(part, core));
  if (!("fact" in condition)) return false;
  const { fact } = condition;
  return !core.state.stated.isSaid(fact) && !isReadOffThings(fact) && !core.of.presumptions.has(fact);
}
