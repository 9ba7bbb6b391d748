import { keptText, readReading, type ReadingOfDocument, type RecordedReading, recordedReadings } from "@cleartitle/agreements";
import type { ReadingStep } from "@cleartitle/store";
import { followedSteps } from "../followed-steps.js";
import type { Asked } from "../route.js";
import { shelves } from "../shelf.js";
import { stopWith } from "../stop.js";

export type Place = Pick<Asked<undefined, undefined, undefined>, "backing" | "workspace">;

/** All readings of a workspace, in order. */
export const readingsIn = followedSteps<ReadingStep, number, RecordedReading>({ since: async (workspace, size) => workspace.readingStepsSince(size), nameOf: ({ reading }) => reading, make: (_, steps) => recordedReadings(steps)[0]!, order: (a, b) => a - b });

/** The reading of a path. */
export async function readingAsked({ backing, workspace, params: { number } }: Place & { readonly params: { readonly number: number } }): Promise<RecordedReading> {
  const [reading] = recordedReadings(await (await backing.states.workspace(workspace)).readingSteps(number));
  if (reading === undefined) throw stopWith("not-found", `there is no reading ${number}`, { pointer: "#path/number", offending: String(number) });
  return reading;
}

/** A document that was read, as persons left it. */
export interface OpenReading {
  readonly document: ReadingOfDocument;
  /** Which weights read it. */
  readonly weights: string;
}

/** What was read of a document; one of which nothing was read is refused. */
export async function openReading({ backing, workspace }: Place, { number, name, read, reviews }: RecordedReading): Promise<OpenReading> {
  if (read === null) throw stopWith("conflict", `of the document of reading ${number} nothing is read`, { pointer: "#path/number", offending: name, hint: "its problems say why" });
  const bytes = await (await backing.states.workspace(workspace)).file(read.reading);
  const { reading } = readReading(Buffer.from(bytes).toString("utf8"), name);
  const document = reading?.documents[0];
  // INVARIANT: nothing but the job of this room keeps what a reading names, and a file is held to its digest.
  if (document === undefined) throw new Error(`the kept reading ${read.reading} is none`);
  return { document: { ...document, reviews: reviews.map(({ at: _at, ...review }) => review) }, weights: reading!.basis.weights };
}

/** Texts that were read lately, the latest last: a long document is asked for block by block. */
const shelfOf = shelves<ReturnType<typeof keptText>>(4);

/** The text of a document that was read. */
export async function textOf({ backing, workspace }: Place, { number, read }: RecordedReading): Promise<ReturnType<typeof keptText>> {
  if (read === null) throw stopWith("conflict", `of the document of reading ${number} nothing is read`, { pointer: "#path/number", hint: "its problems say why" });
  const shelf = shelfOf(backing);
  // What another workspace may see is not asked of the shelf.
  const key = `${workspace} ${read.text}`;
  return shelf.get(key) ?? shelf.put(key, keptText(await (await backing.states.workspace(workspace)).file(read.text)));
}
