import { keptOpinion, type RecordedReading } from "@cleartitle/agreements";
import type { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import { Run, runAddress, runOf } from "../run/routes.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { type Place, readingAsked } from "./kept.js";
import { opinionAskedOf } from "./opinion-job.js";
import { type ReadingDetail, readingNumber } from "./schema.js";

/** What the language model said of a reading; null: nobody asked it. */
export async function opinionTold({ backing, workspace }: Place, { opinion }: RecordedReading): Promise<z.input<typeof ReadingDetail>["opinion"]> {
  if (opinion === null) return null;
  const { model, notes, kinds } = keptOpinion(await (await backing.states.workspace(workspace)).file(opinion.opinion));
  return { model, by: opinion.by, at: opinion.at, notes: [...notes], kinds: kinds.map(({ kind, clauses }) => ({ kind, clauses: clauses.map(({ start, end, page, quote, number, heading, field }) => ({ start, end, page, quote, number, heading, field })) })) };
}

/** A language model's word on a reading, where whoever runs the server named one. */
export function opinionRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/readings/{number}/opinion", needs: "agreements:write", feature: "readings", summary: "Ask the language model about a reading", status: 202, params: inWorkspace.extend({ number: readingNumber }), answer: Run,
      description: "Parts of the contract go to the server of the model that whoever runs this server named (`mayAsk` of the reading says which); where none is named, it is refused. Every quote that it gives is searched for in the document. What it says stands beside the reading (`opinion`), and changes nothing of it.",
    },
    async (asked) => {
      const { workspace, caller, backing, requestName, params: { number } } = asked;
      const { read } = await readingAsked(asked);
      if (backing.model === null) throw stopWith("conflict", "no language model is named on this server", { pointer: "#path/number", hint: "whoever runs the server starts it with `--model`" });
      if (read === null) throw stopWith("conflict", `of the document of reading ${number} nothing is read`, { pointer: "#path/number" });
      const run = await backing.queue.enqueue(workspace, { ...opinionAskedOf(number), ...(requestName === undefined ? {} : { name: requestName }) }, { by: caller.actor, at: backing.now() });
      return { body: runOf(await backing.queue.job(workspace, run.number)), headers: { Location: runAddress(workspace, run.number) } };
    },
  );
}
