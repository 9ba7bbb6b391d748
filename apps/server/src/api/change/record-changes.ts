import type { World } from "@cleartitle/engine";
import type { Problem } from "@cleartitle/norms";
import { applyChanges, type ChangeSet } from "@cleartitle/title";
import { stopAtSettled } from "../access/settled.js";
import { anew } from "../anew.js";
import { matchedNumber, outOfDate } from "../match.js";
import type { Asked } from "../route.js";
import { worldOf } from "../state.js";
import { ApiStop } from "../stop.js";

interface Making<T> {
  readonly why?: string | undefined;
  /** Makes the changes of the newest records. They are recorded on just these, or made again. */
  readonly make: (world: World) => { readonly changes: ChangeSet; readonly told: T };
}

export interface Recorded<T> {
  readonly changeSet: number;
  readonly told: T;
}

/** Records changes of the newest records, or of those that `If-Match` names. */
export async function recordChanges<T>({ c, workspace, caller, backing, requestName }: Asked<never, never, never>, { why, make }: Making<T>): Promise<Recorded<T>> {
  const from = matchedNumber(c);
  const recording = { by: caller.actor, at: backing.now(), ...(why === undefined ? {} : { why }), ...(requestName === undefined ? {} : { request: requestName }) };
  const kept = await backing.states.workspace(workspace);
  return anew(async () => {
    const state = await backing.states.newest(workspace);
    // Asked after the state: whoever wrote it under this name is seen, and what was carried out is no more held to what came since.
    const done = requestName === undefined ? null : await kept.answered(requestName);
    if (done !== null) return { changeSet: done, told: make(worldOf(await backing.states.at(workspace, done - 1), workspace)).told };
    if (from !== null && state.number !== from) throw outOfDate(state.number, from);
    const world = worldOf(state, workspace);
    const { changes, told } = make(world);
    stopAtSettled(caller, world.graph, applyChanges(world.graph, changes));
    return { changeSet: await kept.change(changes, recording, state.number), told };
  });
}

/** Stops where there are problems, each placed in the body. */
export function stopAt(problems: readonly Problem[], under = ""): void {
  if (problems.length > 0) throw new ApiStop(problems.map((each) => ({ ...each, file: null, line: null, column: null, pointer: `${under}${each.pointer ?? ""}` })));
}
