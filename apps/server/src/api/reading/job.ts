import { z } from "@hono/zod-openapi";
import { carriedOver, keptText, readApart, readReading, type ReadingOfDocument, type RecordedReading, recordedReadings } from "@cleartitle/agreements";
import { handler, type Handler } from "@cleartitle/jobs";
import { type Problem, sha256 } from "@cleartitle/norms";
import type { Workspace } from "@cleartitle/store";
import type { Backing } from "../backing.js";

type Kept = NonNullable<Awaited<ReturnType<typeof readApart>>["kept"]>;

const readingKind = "reading";

/** Asks that a document is read; its bytes are kept with the question. */
export const anewAskedOf = (name: string, document: string) => ({ kind: readingKind, payload: { name, sha256: document, anew: true } }) as const;

/** Asks that a document is read; its bytes are kept with the question. */
export const readingAskedOf = (name: string, bytes: Uint8Array, mediaType: string | null) =>
  ({ job: { kind: readingKind, payload: { name, sha256: sha256(bytes) } }, file: { content: bytes, mediaType } }) as const;

const Payload = z.strictObject({ name: z.string(), sha256: z.string(), /** Also where it was read before, with other weights. */ anew: z.boolean().optional() });

interface ReadingResult {
  readonly reading: number;
  readonly state: "read" | "refused";
  /** Why it could not be read. */
  readonly problems: readonly Problem[];
}

/** A reading as it is kept. */
export const readIn = (bytes: Uint8Array, name: string): ReadingOfDocument => readReading(Buffer.from(bytes).toString("utf8"), name).reading!.documents[0]!;

/** Puts a newer reading in the place of the one that is there, with what persons said of that; the same reading once more is none. */
async function takenAnew(workspace: Workspace, { number, steps, name, read, reviews }: RecordedReading, { step, files: [reading, text] }: Kept, recording: Parameters<Workspace["takeReadingStep"]>[2]): Promise<ReadingResult> {
  const done: ReadingResult = { reading: number, state: "read", problems: [] };
  if (read === null || step.reading === read.reading) return done;
  const before = { ...readIn(await workspace.file(read.reading), name), reviews: reviews.map(({ at: _at, ...review }) => review) };
  const anew = carriedOver(before, readIn(reading!.content, name), keptText(text!.content));
  const content = { ...step, name, anew: { carried: [...anew.carried], again: [...anew.again] } };
  await workspace.takeReadingStep({ reading: number, after: steps, content, evidence: [step.document, step.reading, step.text] }, [reading!, text!], recording);
  return done;
}

/** Reads a document that was kept, and records what came of it: also that it could not be read, and why. The same bytes are read once. */
export function readingJob({ states }: Pick<Backing, "states">): Handler {
  return handler({
    kind: readingKind, payload: Payload, atOnce: 1,
    async run({ payload: { name, sha256: document, anew = false }, ...job }): Promise<ReadingResult> {
      const workspace = await states.workspace(job.workspace);
      const found = async (): Promise<RecordedReading | null> => recordedReadings(await workspace.readingSteps()).find((each) => each.document === document) ?? null;
      const before = await found();
      if (before !== null && before.read !== null && !anew) return { reading: before.number, state: "read", problems: [] };
      const { kept, problems } = await readApart(await workspace.file(document), name, job.signal);
      // What was said of it meanwhile is carried over too.
      const there = before === null ? null : await found();
      if (there !== null && there.read !== null && kept !== null) return takenAnew(workspace, there, kept, { by: job.by, at: job.now(), request: job.request("keep") });
      if (there !== null && kept === null) return { reading: there.number, state: "refused", problems };
      const content = kept?.step ?? { step: "refused", name, document, problems };
      const evidence = [document, ...(kept === null ? [] : [kept.step.reading, kept.step.text])];
      const place = await workspace.takeReadingStep({ reading: there?.number ?? null, after: there?.steps ?? 0, content, evidence }, kept?.files ?? [], { by: job.by, at: job.now(), request: job.request("keep") });
      return { reading: place.reading, state: kept === null ? "refused" : "read", problems };
    },
  });
}
