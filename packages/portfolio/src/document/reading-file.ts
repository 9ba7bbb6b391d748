import { type AgreementReading, type ReadingOfDocument, type ReviewedKind, readingIn, reviewedKinds } from "@cleartitle/agreements";
import type { Problem } from "@cleartitle/norms";

export type KeptReading = Pick<AgreementReading, "file" | "notes"> & { readonly digest: string; readonly kinds: readonly ReviewedKind[]; readonly reviews: NonNullable<ReadingOfDocument["reviews"]> };

/** A document that could not be read, as the reading tells. */
interface Unread {
  readonly file: string;
  readonly why: string;
}

/** A reading tells problems as they were told then; what has no file or no words is told by nobody. */
const unreadIn = (problems: readonly unknown[]): Unread[] => problems.flatMap((each): Unread[] => {
  const { file, message } = typeof each === "object" && each !== null ? (each as { readonly file?: unknown; readonly message?: unknown }) : {};
  return typeof file === "string" && typeof message === "string" ? [{ file, why: message }] : [];
});

/** What a file of readings holds. */
export interface ReadingFile {
  readonly readings: readonly KeptReading[];
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
}

/** Readings that `cleartitle read --out` wrote: what they quote is taken on the word of the file, and what persons said of them holds. */
export function readReadings(value: unknown, file: string): ReadingFile {
  const { reading, problems } = readingIn(value, file);
  return { readings: (reading?.documents ?? []).map(({ reviews = [], ...document }) => ({ ...document, reviews, kinds: reviewedKinds(document.kinds, reviews) })), unread: unreadIn(reading?.problems ?? []), problems: problems.slice(0, 3) };
}
