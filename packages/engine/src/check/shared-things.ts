import { reasonKey } from "../explanation/reasons.js";
import { type PartDuty, type RowPart, undertaking } from "./row-part.js";

/** A part in the names of a question, and the things upstream that it is of. */
export interface PartOf {
  readonly part: RowPart;
  readonly things: readonly string[];
}

/**
 * Parts that have things in common, each of those told by the first part that has it: what is in a thing by several ways that are alike is told by one of them. null: parts tell unlike things of it, or something that falls on a thing between may be told of one way alone.
 * `isBetween`: a duty that falls on the first thing of a way on which it may.
 */
export function eachOnce(parts: readonly PartOf[], isBetween: (duty: PartDuty) => boolean): readonly RowPart[] | null {
  const shared = sharedIn(parts);
  if (shared.size === 0) return parts.map(({ part }) => part);
  const told = new Map<string, string>();
  const found: RowPart[] = [];
  for (const { part, things } of parts) {
    const mine = things.filter((thing) => shared.has(thing));
    if (mine.length === 0) {
      found.push(part);
      continue;
    }
    const own = new Set(things.filter((thing) => !shared.has(thing)));
    if (part.duties.some((duty) => own.has(duty.object) && (duty.do === undertaking || isBetween(duty)))) return null;
    const before = new Set<string>();
    for (const [thing, says] of saidOf(part, mine)) {
      const known = told.get(thing);
      if (known === undefined) told.set(thing, says);
      else if (known !== says) return null;
      else before.add(thing);
    }
    found.push(before.size === 0 ? part : { ...part, reasons: part.reasons.filter(({ asset }) => !before.has(asset)), duties: part.duties.filter(({ object }) => !before.has(object)) });
  }
  return found;
}

function sharedIn(parts: readonly PartOf[]): ReadonlySet<string> {
  const [met, shared] = [new Set<string>(), new Set<string>()];
  if (parts.length > 1) {
    for (const { things } of parts) {
      for (const thing of things) {
        if (met.has(thing)) shared.add(thing);
        else met.add(thing);
      }
    }
  }
  return shared;
}

/** All that a part says of some things. */
function saidOf({ reasons, duties, findings }: RowPart, things: readonly string[]): ReadonlyMap<string, string> {
  const said = new Map(things.map((thing) => [thing, ""]));
  const say = (thing: string, text: () => string): void => {
    const before = said.get(thing);
    if (before !== undefined) said.set(thing, `${before}${text()}\u0001`);
  };
  for (const reason of reasons) say(reason.asset, () => `${reasonKey(reason)} ${reason.depth} ${reason.territories} ${reason.cite} ${reason.part} ${reason.act} ${JSON.stringify(reason.seeds)} ${reason.says}`);
  for (const duty of duties) say(duty.object, () => JSON.stringify(duty));
  for (const finding of findings) if (finding.asset !== null) say(finding.asset, () => JSON.stringify(finding));
  return said;
}
