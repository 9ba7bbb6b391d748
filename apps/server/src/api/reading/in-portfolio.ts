import { setImmediate } from "node:timers/promises";
import { type RecordedReading, reviewedKinds } from "@cleartitle/agreements";
import { documentOfReading, type ReadingDocument } from "@cleartitle/portfolio";
import { shelves } from "../shelf.js";
import { begunWith } from "./begun.js";
import { openReading, type Place, readingsIn } from "./kept.js";

interface KeptDocument {
  /** Of the reading, when it was put together. */
  readonly steps: number;
  readonly document: ReadingDocument;
}

/** Readings by workspace and number, as they were put together last. */
const shelfOf = shelves<KeptDocument>(20_000);

async function documentOf(place: Place, reading: RecordedReading): Promise<ReadingDocument> {
  const shelf = shelfOf(place.backing);
  const key = `${place.workspace} ${reading.number}`;
  const there = shelf.get(key);
  if (there?.steps === reading.steps) return there.document;
  const { document: { kinds, reviews = [], notes } } = await openReading(place, reading);
  const document = documentOfReading({ file: `readings/${reading.number}/${reading.name}`, notes, kinds: reviewedKinds(kinds, reviews) });
  shelf.put(key, { steps: reading.steps, document });
  // Others are answered in between.
  await setImmediate();
  return document;
}

export interface ReadContracts {
  readonly documents: readonly ReadingDocument[];
  readonly leftOut: readonly { readonly file: string; readonly why: string }[];
}

/** Contracts that were read, as documents of a portfolio: as persons left them, and without those that agreements were begun with, which count for them. */
export async function readSourcesOf(place: Place): Promise<ReadContracts> {
  const readings = await readingsIn(place);
  const agreementOf = await begunWith(place, readings);
  const documents: ReadingDocument[] = [];
  const leftOut: { file: string; why: string }[] = [];
  for (const reading of readings) {
    const agreement = agreementOf(reading);
    const why = agreement !== null ? `the agreement \`${agreement}\` was begun with it` : reading.read === null ? (reading.problems[0]?.message ?? "nothing of it is read") : null;
    if (why === null) documents.push(await documentOf(place, reading));
    else leftOut.push({ file: `readings/${reading.number}/${reading.name}`, why });
  }
  return { documents, leftOut };
}
