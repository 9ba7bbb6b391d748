import { addedReview, type RecordedReading, type Review, reviewsOf, type SaidOfFields, saidReview } from "@cleartitle/agreements";
import type { Problem } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import { stepTag } from "../agreement/reading.js";
import { count, text } from "../agreement/schema.js";
import { anew } from "../anew.js";
import type { Api } from "../api.js";
import { matchedNumber } from "../match.js";
import type { Answered, Asked } from "../route.js";
import { ApiStop, stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { openReading, readingAsked, textOf } from "./kept.js";
import { readingNumber } from "./schema.js";

const root = "/workspaces/{workspace}/readings/{number}";
const of = { method: "post", needs: "agreements:write", feature: "readings", status: 201, params: inWorkspace.extend({ number: readingNumber }) } as const;
const Said = z.strictObject({ reading: count, step: count, fields: z.array(text) });
const why = text.trim().min(1).max(2_000).optional().openapi({ description: "Reason, kept with it." });
const values = z.array(text.trim().min(1).max(2_000)).max(100).openapi({ description: "What the clause states: `US-NY`, `2026-12-01`, `P90D`, `USD 100000`, `Acme Inc. = Licensor`." });
const Field = text.min(3).max(100);
const offset = z.int().min(0);

type Here = Pick<Asked<undefined, undefined, undefined>, "c" | "workspace" | "caller" | "backing" | "requestName"> & { readonly params: { readonly number: number } };

/** Problems of a reading are told by its file; here the path names it. */
const stopAt = (problems: readonly Problem[]): ApiStop => new ApiStop(problems.map((each) => ({ ...each, file: null })));

type Make = (reading: RecordedReading, said: Pick<SaidOfFields, "by" | "on">) => Promise<readonly Review[]>;

/** Records what a person says: the caller, now. */
async function say(here: Here, make: Make): Promise<Answered<typeof Said>> {
  const { c, caller, backing, workspace, requestName } = here;
  const from = matchedNumber(c);
  const at = backing.now();
  const kept = await backing.states.workspace(workspace);
  return anew(async () => {
    const reading = await readingAsked(here);
    if (from !== null && from !== reading.steps) throw stopWith("out-of-date", `the reading is at step ${reading.steps}, and this was made of ${from}`, { pointer: "#header/If-Match", hint: "read it again, and say it of what is there now" });
    const reviews = await make(reading, { by: caller.actor, on: at.slice(0, 10) });
    const place = await kept.takeReadingStep({ reading: reading.number, after: reading.steps, content: { step: "reviewed", reviews: reviews.map(saidReview) }, evidence: [] }, [], { by: caller.actor, at, ...(requestName === undefined ? {} : { request: requestName }) });
    return { body: { ...place, fields: reviews.map(({ field }) => field) }, headers: { ETag: stepTag(place.step) } };
  });
}

/** What persons say of a reading. It is added, and nothing is taken back: the last word on a field holds. */
export function reviewRoutes(api: Api): void {
  api.route(
    {
      ...of, path: `${root}/reviews`, summary: "Accept, correct or reject fields", answer: Said, description: "All or nothing. Who says it is the caller, and when is now; the last word on a field holds, and those before stay.",
      body: z.union([
        z.strictObject({ verdict: z.enum(["accepted", "rejected"]), fields: z.array(Field).min(1).max(1_000), why }),
        z.strictObject({ verdict: z.literal("corrected"), field: Field, values: values.min(1), why }),
      ]),
    },
    async (asked) => {
      const { body } = asked;
      const { verdict, why: reason = null } = body;
      const said = body.verdict === "corrected" ? { fields: [body.field], values: body.values } : { fields: body.fields, values: [] };
      return say(asked, async (reading, person) => {
        const { reviews, problems } = reviewsOf((await openReading(asked, reading)).document, { verdict, ...said, ...person, why: reason });
        if (reviews === null) throw stopAt(problems);
        return reviews;
      });
    },
  );
  api.route(
    {
      ...of, path: `${root}/clauses`, summary: "Add a clause that the program missed", answer: Said, description: "By offsets into the text, or by its words; words that stand at several places are refused, and the places told. It counts as accepted.",
      body: z.union([
        z.strictObject({ kind: Field, start: offset, end: offset, values: values.default([]), why }),
        z.strictObject({ kind: Field, quote: text.min(1).max(20_000), values: values.default([]), why }),
      ]),
    },
    async (asked) => {
      const { body } = asked;
      const { kind, values: stated, why: reason = null } = body;
      const marked = "quote" in body ? { quote: body.quote } : { start: body.start, end: body.end };
      return say(asked, async (reading, person) => {
        const added = addedReview((await openReading(asked, reading)).document, { ...(await textOf(asked, reading)), sentences: [] }, { kind, marked, values: stated, ...person, why: reason });
        if ("problem" in added) throw stopAt([added.problem]);
        return [added.review];
      });
    },
  );
}
