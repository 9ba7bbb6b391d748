import type { Condition, Norm } from "@cleartitle/norms";

function readIn(condition: Condition | undefined, into: Set<string>): void {
  if (condition === undefined || typeof condition !== "object") return;
  if ("fact" in condition) into.add(condition.fact);
  if ("quantity" in condition) into.add(condition.quantity);
  if ("actor" in condition) into.add("actor.kind");
  if ("position" in condition) for (const each of Object.values(condition.options)) readIn(each, into);
  for (const key of ["all", "any", "none"] as const) if (key in condition) for (const each of (condition as Record<string, Condition[]>)[key]!) readIn(each, into);
}

/** Every fact and quantity that the conditions of some norms read, and that a presumption stands in for. */
export function factsReadBy(norms: readonly Pick<Norm, "if">[]): ReadonlySet<string> {
  const read = new Set<string>();
  for (const norm of norms) {
    readIn(norm.if, read);
    if ("presume" in norm) read.add((norm as Extract<Norm, { kind: "presume" }>).presume.fact);
  }
  return read;
}
