import { z } from "@hono/zod-openapi";
import { readApart, recordedReadings } from "@cleartitle/agreements";
import { handler, type Handler } from "@cleartitle/jobs";
import type { Problem } from "@cleartitle/norms";
import type { Backing } from "../backing.js";

export const readingKind = "reading";

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
    async run({ payload: { name, sha256 }, ...job }): Promise<ReadingResult> {
      const workspace = await states.workspace(job.workspace);
      const there = recordedReadings(await workspace.readingSteps()).find(({ document }) => document === sha256) ?? null;
      if (there !== null && there.read !== null) return { reading: there.number, state: "read", problems: [] };
      const { kept, problems } = await readApart(await workspace.file(sha256), name, job.signal);
      if (there !== null && kept === null) return { reading: there.number, state: "refused", problems };
      const content = kept?.step ?? { step: "refused", name, document: sha256, problems };
      const evidence = [sha256, ...(kept === null ? [] : [kept.step.reading, kept.step.text])];
      const place = await workspace.takeReadingStep({ reading: there?.number ?? null, after: there?.steps ?? 0, content, evidence }, kept?.files ?? [], { by: job.by, at: job.now(), request: job.request("keep") });
      return { reading: place.reading, state: kept === null ? "refused" : "read", problems };
    },
  });
}
