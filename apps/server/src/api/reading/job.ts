import { z } from "@hono/zod-openapi";
import { readApart, recordedReadings } from "@cleartitle/agreements";
import { handler, type Handler } from "@cleartitle/jobs";
import { type Problem, sha256 } from "@cleartitle/norms";
import type { Backing } from "../backing.js";

const readingKind = "reading";

/** Asks that a document is read; its bytes are kept with the question. */
export const readingAskedOf = (name: string, bytes: Uint8Array, mediaType: string | null) =>
  ({ job: { kind: readingKind, payload: { name, sha256: sha256(bytes) } }, file: { content: bytes, mediaType } }) as const;

const Payload = z.strictObject({ name: z.string(), sha256: z.string() });

interface ReadingResult {
  readonly reading: number;
  readonly state: "read" | "refused";
  /** Why it could not be read. */
  readonly problems: readonly Problem[];
}

/** Reads a document that was kept, and records what came of it: also that it could not be read, and why. The same bytes are read once. */
export function readingJob({ states }: Pick<Backing, "states">): Handler {
  return handler({
    kind: readingKind, payload: Payload, atOnce: 1,
    async run({ payload: { name, sha256: document }, ...job }): Promise<ReadingResult> {
      const workspace = await states.workspace(job.workspace);
      const there = recordedReadings(await workspace.readingSteps()).find((each) => each.document === document) ?? null;
      if (there !== null && there.read !== null) return { reading: there.number, state: "read", problems: [] };
      const { kept, problems } = await readApart(await workspace.file(document), name, job.signal);
      if (there !== null && kept === null) return { reading: there.number, state: "refused", problems };
      const content = kept?.step ?? { step: "refused", name, document, problems };
      const evidence = [document, ...(kept === null ? [] : [kept.step.reading, kept.step.text])];
      const place = await workspace.takeReadingStep({ reading: there?.number ?? null, after: there?.steps ?? 0, content, evidence }, kept?.files ?? [], { by: job.by, at: job.now(), request: job.request("keep") });
      return { reading: place.reading, state: kept === null ? "refused" : "read", problems };
    },
  });
}
