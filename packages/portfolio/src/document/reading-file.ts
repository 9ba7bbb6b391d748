import { type AgreementReading, type ReviewedKind, readingIn, reviewedKinds } from "@cleartitle/agreements";
import type { Problem } from "@cleartitle/norms";

export type KeptReading = Pick<AgreementReading, "file" | "notes"> & { readonly digest: string; readonly kinds: readonly ReviewedKind[] };

/** Readings that `cleartitle read --out` wrote: what they quote is taken on the word of the file, and what persons said of them holds. */
export function readReadings(value: unknown, file: string): { readonly readings: readonly KeptReading[]; readonly problems: readonly Problem[] } {
  const { reading, problems } = readingIn(value, file);
  return { readings: (reading?.documents ?? []).map(({ reviews = [], ...document }) => ({ ...document, kinds: reviewedKinds(document.kinds, reviews) })), problems: problems.slice(0, 3) };
}
