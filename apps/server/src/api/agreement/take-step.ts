import { agreementOf, type AskedStep, notesOf, planFirst, planStep, type PlannedStep, readVersion } from "@cleartitle/agreements";
import { applyChanges } from "@cleartitle/title";
import { z } from "@hono/zod-openapi";
import { stopAtSettled } from "../access/settled.js";
import { anew } from "../anew.js";
import { matchedNumber } from "../match.js";
import { stopAtMissing } from "../obligation/routes.js";
import type { Answered, Asked } from "../route.js";
import { worldOf } from "../state.js";
import { stopWith } from "../stop.js";
import { stopAtFaults } from "./faults.js";
import { clausesOf, recordedSteps, recordsOf, stepTag } from "./reading.js";
import { count, text } from "./schema.js";

export const Taken = z.strictObject({ agreement: text, step: count, changeSet: count.nullable().openapi({ description: "What it made of the title records; null: nothing." }), notes: z.array(text).openapi({ description: "What whoever recorded it should know, such as that a notice came too late and stops nothing." }) });

type Here = Pick<Asked<undefined, undefined, undefined>, "c" | "workspace" | "caller" | "backing" | "requestName">;

function idOf(asked: Extract<AskedStep, { readonly text: string; readonly step: "draft" | "receive" }>, here: Here): string {
  const { file, problems } = readVersion(asked.text, "deal", clausesOf(here.backing));
  stopAtFaults(problems, "/text");
  return file!.deal.id;
}

function planned(id: string, asked: AskedStep, isFirst: boolean, planning: Parameters<typeof planStep>[2]): { readonly step: PlannedStep; readonly notes: readonly string[] } {
  const plan = isFirst && (asked.step === "draft" || asked.step === "receive") ? planFirst(asked, planning) : planStep(id, asked, planning);
  stopAtFaults(plan.problems, "text" in asked ? "/text" : "#path/id");
  return { step: plan.planned!, notes: plan.notes };
}

/** Takes the next step of an agreement: of the one of the path, or the first one of a new one. */
export async function takeStep(here: Here, named: string | null, asked: AskedStep): Promise<Answered<typeof Taken>> {
  const { c, workspace, caller, backing, requestName } = here;
  if ("evidence" in asked && asked.evidence !== undefined) await stopAtMissing(here, asked.evidence);
  const from = matchedNumber(c);
  const kept = await backing.states.workspace(workspace);
  const recording = { by: caller.actor, at: backing.now(), ...(requestName === undefined ? {} : { request: requestName }) };
  const id = named ?? idOf(asked as never, here);
  return anew(async () => {
    const state = await recordsOf(here);
    const { graph } = worldOf(state, workspace);
    const done = requestName === undefined ? null : await kept.stepAnswered(requestName);
    const steps = recordedSteps(await kept.agreementSteps(id));
    // What was told of the step when it was taken is told again.
    if (done !== null) return told(id, done, notesOf(agreementOf(id, steps.slice(0, done.step), graph.us, clausesOf(backing))!, done.step));
    if (named === null && steps.length > 0) throw stopWith("conflict", `there is an agreement \`${id}\` already`, { pointer: "/text", offending: id, hint: "record the text as its next version" });
    if (named !== null && steps.length === 0) throw stopWith("not-found", `there is no agreement \`${id}\``, { pointer: "#path/id", offending: id });
    if (from !== null && from !== steps.length) throw stopWith("out-of-date", `the agreement is at step ${steps.length}, and this was made of ${from}`, { pointer: "#header/If-Match", hint: "read it again, and make the step of what is there now" });
    const { step: plan, notes } = planned(id, asked, named === null, { house: clausesOf(backing), graph, steps, hand: { by: caller.actor, alone: caller.by === "local", today: recording.at.slice(0, 10) }, at: recording.at });
    if (plan.changes !== null) stopAtSettled(caller, graph, applyChanges(graph, plan.changes));
    return told(id, await kept.takeStep({ ...plan, content: { ...plan.content } }, plan.changes, state.number, recording), notes);
  });
}

const told = (agreement: string, { step, changeSet }: { readonly step: number; readonly changeSet: number | null }, notes: readonly string[]): Answered<typeof Taken> => ({ body: { agreement, step, changeSet, notes: [...notes] }, headers: { ETag: stepTag(step) } });
