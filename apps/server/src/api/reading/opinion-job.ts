import { z } from "@hono/zod-openapi";
import { keptText, opinionBytes, opinionOnReading, type RecordedReading, recordedReadings } from "@cleartitle/agreements";
import { handler, type Handler } from "@cleartitle/jobs";
import { sha256 } from "@cleartitle/norms";
import { anew } from "../anew.js";
import type { Backing } from "../backing.js";
import { readIn } from "./job.js";

const opinionKind = "opinion";

/** Asks that the language model is asked about a reading. */
export const opinionAskedOf = (reading: number) => ({ kind: opinionKind, payload: { reading } }) as const;

const Payload = z.strictObject({ reading: z.int().min(1) });

interface OpinionResult {
  readonly reading: number;
  /** Whether it was asked, and what it said is kept. */
  readonly state: "said" | "not-asked";
}

/** Asks the language model of the server about a reading, and keeps what it says beside it. */
export function opinionJob({ states, model }: Pick<Backing, "states" | "model">): Handler {
  return handler({
    kind: opinionKind, payload: Payload, atOnce: 1,
    async run({ payload: { reading: number }, ...job }): Promise<OpinionResult> {
      const workspace = await states.workspace(job.workspace);
      const found = async (): Promise<RecordedReading | undefined> => recordedReadings(await workspace.readingSteps(number))[0];
      const reading = await found();
      if (model === null || reading?.read == null) return { reading: number, state: "not-asked" };
      const { read, name } = reading;
      const opinion = await opinionOnReading(readIn(await workspace.file(read.reading), name), keptText(await workspace.file(read.text)), { model: await model.open(), on: job.now().slice(0, 10) });
      job.signal.throwIfAborted();
      const bytes = opinionBytes(opinion);
      const content = { step: "opinion", model: opinion.model, reading: read.reading, opinion: sha256(bytes) } as const;
      // Persons may have said something of it meanwhile.
      await anew(async () => workspace.takeReadingStep({ reading: number, after: (await found())!.steps, content, evidence: [content.opinion] }, [{ content: bytes, mediaType: "application/json" }], { by: job.by, at: job.now(), request: job.request("keep") }));
      return { reading: number, state: "said" };
    },
  });
}
