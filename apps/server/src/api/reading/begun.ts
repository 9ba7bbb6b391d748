import type { RecordedReading } from "@cleartitle/agreements";
import { agreementStepsIn } from "../agreement/reading.js";
import type { Place } from "./kept.js";

/** Agreements that were begun with a document that was read, each with the document as evidence of its text. */
export async function begunWith(place: Place, readings: readonly RecordedReading[]): Promise<(reading: RecordedReading) => string | null> {
  const steps = readings.length === 0 ? [] : (await agreementStepsIn(place)).flat();
  const begun = new Map(steps.toReversed().flatMap(({ agreement, content }) => (content["step"] === "receive" && typeof content["evidence"] === "string" ? [[content["evidence"], agreement] as const] : [])));
  return ({ document }) => (document === null ? null : (begun.get(document) ?? null));
}
