import type { Instrument, Norm } from "@cleartitle/norms";

const made = new WeakMap<Instrument, Map<string, Instrument>>();

const known = new WeakMap<Instrument, boolean>();

/** Whether a text takes in rights of who publishes under it. */
export function takesIn(text: Instrument): boolean {
  let takes = known.get(text);
  if (takes === undefined) known.set(text, (takes = text.norms.some((norm) => norm.kind === "contribute")));
  return takes;
}

/**
 * A text as what one who publishes under it licenses to its licensor: what is contributed are the permits, and of the rest counts how they end and what outlasts
 * that. One for each text and contributor.
 */
export function contributionOf(text: Instrument, contributor: string): Instrument {
  let by = made.get(text);
  if (by === undefined) made.set(text, (by = new Map()));
  let license = by.get(contributor);
  if (license === undefined) by.set(contributor, (license = { ...text, kind: "license", licensor: contributor, norms: text.norms.flatMap(asGranted) }));
  return license;
}

function asGranted(norm: Norm): Norm[] {
  if (norm.kind === "terminate" || norm.kind === "survive") return [norm];
  if (norm.kind !== "contribute") return [];
  const { contribute, kind: _kind, ...rest } = norm;
  return [{ ...rest, kind: "permit", permit: contribute }];
}
