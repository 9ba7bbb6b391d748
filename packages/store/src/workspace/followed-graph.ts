import { applyChanges, type ChangeSet, type TitleGraph } from "@cleartitle/title";
import { graphAfter } from "../record/graph-of-records.js";
import { digestOfVersions, type RecordVersion, versionsBetween } from "../record/version.js";
import { changesAfter, headOf, versionsAt, versionsOf } from "./change-set.js";
import type { Scope } from "./scope.js";

/** The graph of a workspace at one of its change sets. `graph` null: nothing was recorded yet. */
export interface GraphAt {
  readonly number: number;
  readonly graph: TitleGraph | null;
}

/** How a graph became the next one. `changes` null: it is to be read anew. */
export interface Step {
  readonly before: TitleGraph | null;
  readonly after: TitleGraph;
  readonly changes: ChangeSet | null;
  readonly number: number;
}

/** Change sets beyond which reading the newest state is less work than following each of them. */
const mostSteps = 200;

/** The steps from a graph in memory to the newest one that is kept. */
export async function stepsTo(scope: Scope, from: GraphAt): Promise<readonly Step[]> {
  const head = await headOf(scope);
  if (head <= from.number) return [];
  const anew = async (): Promise<readonly Step[]> => [{ before: from.graph, after: graphAfter(null, await versionsAt(scope, head))!, changes: null, number: head }];
  if (from.number === 0 || head - from.number > mostSteps) return anew();
  const steps: Step[] = [];
  let before = from.graph;
  for (const { number, changes } of await changesAfter(scope, from.number, mostSteps)) {
    const versions = await versionsOf(scope, number);
    // What was redacted was superseded before: the newest state has nothing of it.
    if (versions === null) return anew();
    const step = stepFrom(before, number, changes, versions);
    steps.push(step);
    before = step.after;
  }
  return steps;
}

/**
 * Applies the changes as they were asked for where that comes to the records that were kept, so that what is compiled can follow them. Records are what counts: where another version of
 * the program made something else of the changes, they are taken as they are.
 */
function stepFrom(before: TitleGraph | null, number: number, changes: ChangeSet | null, versions: readonly RecordVersion[]): Step {
  if (before !== null && changes !== null) {
    const after = applyChanges(before, changes);
    if (digestOfVersions(versionsBetween(before, after)) === digestOfVersions(versions)) return { before, after, changes, number };
  }
  return { before, after: graphAfter(before, versions)!, changes: null, number };
}
