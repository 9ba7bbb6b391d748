import type { Problem } from "@cleartitle/norms";
import { type Tracked, trackedDocx } from "../redline/tracked-docx.js";
import type { AgreementSide } from "./agreement-side.js";

/** What came of two sides: one document with the changes tracked; or sides that are no document of a word processor; or why there is none. */
export type Redline = Tracked | { readonly wordsAlone: readonly string[] } | { readonly problems: readonly Problem[] };

/** Two sides as one document with tracked changes, with all that one should know of both and of it. A deal is written as a document first. `trackedBy`: how it is run. */
export async function redlineOf(sides: readonly [AgreementSide, AgreementSide], trackedBy: (make: () => ReturnType<typeof trackedDocx>) => ReturnType<typeof trackedDocx> = (make) => make()): Promise<Redline> {
  const documents = sides.map((side) => ({ file: side.file, made: side.docx() }));
  const wordsAlone = documents.flatMap(({ file, made }) => (made === null ? [file] : []));
  const [left, right] = await Promise.all(documents.map(async ({ file, made }) => ({ file, bytes: await made })));
  if (left!.bytes === null || right!.bytes === null) return { wordsAlone };
  const [one, other] = [{ file: left!.file, bytes: left!.bytes }, { file: right!.file, bytes: right!.bytes }];
  const { tracked, problems } = await trackedBy(() => trackedDocx(one, other));
  return tracked === null ? { problems } : { bytes: tracked.bytes, notes: [...sides.flatMap(({ notes }) => notes), ...tracked.notes.map((note) => `Tracked changes: ${note}.`)] };
}
