import { type KeptNegotiation, type KeptStep } from "@cleartitle/negotiation";
import { anew } from "../anew.js";
import { matchedNumber } from "../match.js";
import type { Answered, Asked } from "../route.js";
import { stopWith } from "../stop.js";
import { stepTag } from "../agreement/reading.js";
import { negotiationNamed } from "./reading.js";
import type { Taken } from "./schema.js";

type Here = Pick<Asked<undefined, undefined, undefined>, "c" | "workspace" | "caller" | "backing" | "requestName">;

/** A step that may be recorded on what is there. */
export interface Planned {
  readonly content: KeptStep;
  readonly text: string | null;
}

/** Each step is read again by whoever asks for the negotiation. */
const mostSteps = 5_000;

const told = (negotiation: string, step: number, { content }: { readonly content: KeptStep }): Answered<typeof Taken> => ({ body: { negotiation, step, session: content.step === "file" ? null : content.session }, headers: { ETag: stepTag(step) } });

/** Records the next step of a negotiation, planned on what is there; `plan` stops where there may be none. */
export async function recordStep(here: Here, id: string, plan: (there: KeptNegotiation | null) => Promise<Planned>): Promise<Answered<typeof Taken>> {
  const { c, workspace, caller, backing, requestName } = here;
  const from = matchedNumber(c);
  const kept = await backing.states.workspace(workspace);
  return anew(async () => {
    const done = requestName === undefined ? null : await kept.negotiationAnswered(requestName);
    if (done !== null) return told(id, done, (await kept.negotiationSteps(id))[done - 1] as unknown as Planned);
    const there = await negotiationNamed(here, id);
    const steps = there?.steps ?? 0;
    if (from !== null && from !== steps) throw stopWith("out-of-date", `the negotiation is at step ${steps}, and this was made of ${from}`, { pointer: "#header/If-Match", hint: "read it again, and make the step of what is there now" });
    if (steps >= mostSteps) throw stopWith("too-many", `the negotiation has ${steps} steps, and takes no more`, { hint: "begin another negotiation" });
    const planned = await plan(there);
    const step = await kept.negotiate({ negotiation: id, after: steps, content: planned.content, text: planned.text }, { by: caller.actor, at: backing.now(), ...(requestName === undefined ? {} : { request: requestName }) });
    return told(id, step, planned);
  });
}
