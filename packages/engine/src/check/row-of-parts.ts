import { joinIntervals, type Status, statusOf } from "@cleartitle/norms";
import type { Finding } from "../decision.js";
import { shownReasons } from "../explanation/explain.js";
import { distinctFindings } from "../explanation/findings.js";
import { reasonKey, reasonOrder } from "../explanation/reasons.js";
import { type PartDuty, type PartReason, type RowPart, undertaking } from "./row-part.js";

/** The answer of a question, put together of its parts. */
export interface Composed {
  readonly decision: Status;
  /** Those that a decision shows, in its order. */
  readonly reasons: readonly PartReason[];
  readonly hiddenReasons: number;
  readonly obligations: number;
  readonly findings: readonly Finding[];
}

/**
 * Parts of one question put together: what is asked of the thing itself, and what groups of its sources bring. null where they bear on each other, so that it has to be judged as a whole: where they tell one reason or one
 * duty on what is acted on (`of`) in unlike ways, or where two duties on it may not both be kept (`clash`).
 */
export function composed(of: string, parts: readonly RowPart[], clash: (first: PartDuty, second: PartDuty) => boolean): Composed | null {
  const reasons = reasonsOf(of, parts);
  const obligations = obligationsIn(of, parts, clash);
  if (reasons === null || obligations === null) return null;
  return {
    decision: statusOf(joinIntervals(parts.map(({ interval }) => interval))), reasons: reasons.slice(0, shownReasons), hiddenReasons: Math.max(0, reasons.length - shownReasons), obligations, findings: distinctFindings(parts.flatMap(({ findings }) => findings)),
  };
}

function reasonsOf(of: string, parts: readonly RowPart[]): readonly PartReason[] | null {
  const found = new Map<string, PartReason>();
  // What is upstream is so in one part alone.
  const upstream: PartReason[] = [];
  for (const { reasons } of parts) {
    for (const reason of reasons) {
      if (reason.asset !== of) {
        upstream.push(reason);
        continue;
      }
      const key = reasonKey(reason);
      const known = found.get(key);
      if (known === undefined) found.set(key, reason);
      else if (reasonOrder(known, reason) !== 0 || known.territories !== reason.territories || known.cite !== reason.cite || known.says !== reason.says) return null;
    }
  }
  const ordered = [...found.values(), ...upstream].toSorted(reasonOrder);
  // Which of two that are told apart by how somebody is bound alone comes first hangs on their places.
  return ordered.some((reason, i) => i > 0 && reasonOrder(ordered[i - 1]!, reason) === 0) ? null : ordered;
}

/** How many there are, each of what is undertaken and each duty on a thing once to each to whom it is owed, by however many of its sources it comes. */
function obligationsIn(of: string, parts: readonly RowPart[], clash: (first: PartDuty, second: PartDuty) => boolean): number | null {
  const undertaken = new Set<string>();
  const words = new Map<string, string>();
  const brought = new Map<string, { readonly first: PartDuty; count: number; readonly owed: Map<string | null, string> }>();
  let onThing = 0;
  let others = 0;
  for (const { duties } of parts) {
    if (duties.length === 0) continue;
    const own = new Map<string, PartDuty[]>();
    for (const duty of duties) {
      // What a reason says of the duties of a norm is said of all that come by it.
      if (duty.words !== "" && duty.words !== (words.get(duty.of) ?? duty.words)) return null;
      if (duty.words !== "") words.set(duty.of, duty.words);
      if (duty.do === undertaking) undertaken.add(`${duty.object} ${duty.says}`);
      else if (duty.object !== of) others += 1;
      else {
        const same = own.get(duty.of);
        if (same === undefined) own.set(duty.of, [duty]);
        else same.push(duty);
      }
    }
    for (const [key, list] of own) {
      let known = brought.get(key);
      if (known === undefined) brought.set(key, (known = { first: list[0]!, count: 0, owed: new Map() }));
      known.count += 1;
      for (const [creditor, owed] of owedIn(list)) {
        const says = owed.map(({ trigger, state }) => `${trigger} ${state}`).join("; ");
        const before = known.owed.get(creditor);
        if (before === undefined) {
          known.owed.set(creditor, says);
          onThing += owed.length;
        } else if (before !== says) return null;
      }
    }
  }
  const all = [...brought.values()];
  // What only some parts bring may clash with what only others bring.
  const some = all.filter(({ count }) => count < parts.length);
  for (const { first } of some) for (const { first: second } of all) if (first !== second && clash(first, second)) return null;
  return undertaken.size + others + onThing;
}

/** Duties by those to whom they are owed. */
function owedIn(duties: readonly PartDuty[]): ReadonlyMap<string | null, readonly PartDuty[]> {
  const found = new Map<string | null, PartDuty[]>();
  for (const duty of duties) {
    const same = found.get(duty.creditor);
    if (same === undefined) found.set(duty.creditor, [duty]);
    else same.push(duty);
  }
  return found;
}
