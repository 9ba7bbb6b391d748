import type { Instrument, Law } from "@cleartitle/norms";

/** Where a norm names the day at which, or the act under which, it is read. */
const places: ReadonlySet<string> = new Set(["date", "at", "vests"]);
const anchors: readonly unknown[] = ["training", "generation"];
const known = new WeakMap<Instrument | Law, boolean>();

/** Whether any norm of a text asks when, or under what, something was trained or generated. */
export function readsMaking(text: Instrument | Law): boolean {
  let reads = known.get(text);
  if (reads === undefined) known.set(text, (reads = names(text.norms)));
  return reads;
}

const names = (value: unknown): boolean => typeof value === "object" && value !== null && Object.entries(value).some(([key, each]) => (places.has(key) && anchors.includes(each)) || names(each));
