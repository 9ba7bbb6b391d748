import { listsBy } from "@cleartitle/norms";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { placedAt } from "../name-place.js";

/** A thing that an act takes in or gives out; `null` for one that cannot be read. */
export interface Resource {
  readonly ref: string | null;
  readonly at: YamlValue;
}

interface Act {
  readonly inputs: readonly Resource[];
  readonly outputs: readonly Resource[];
}

const refOf = (value: YamlValue, key: string): string | null => textAt(value, key, "ref") ?? textAt(value, key, "externalReference", "url");

/** The things in a place for them. Parameters, variables and data that is written out, which may stand there instead, are none; of data, the thing that it is from is one. */
export function resourcesAt(act: YamlValue, key: "inputs" | "outputs"): Resource[] {
  return placedAt(act, key).flatMap((at): Resource[] => {
    const isThing = valueAt(at, "resource") !== undefined || ["parameters", "environmentVars", "data"].every((each) => valueAt(at, each) === undefined);
    const from = key === "inputs" && valueAt(at, "data") !== undefined ? refOf(at, "source") : null;
    return isThing ? [{ ref: refOf(at, "resource"), at }] : from === null ? [] : [{ ref: from, at }];
  });
}

/** What sets an act off brings its own along. */
const actOf = (value: YamlValue): Act => {
  const [inputs, outputs] = (["inputs", "outputs"] as const).map((key) => [value, ...placedAt(value, "trigger")].flatMap((each) => resourcesAt(each, key)));
  return { inputs: inputs ?? [], outputs: outputs ?? [] };
};

/** One result of a workflow, and what may have gone into it. */
interface Flow {
  readonly to: Resource;
  readonly from: readonly Resource[];
}

/** What came of the things of a workflow by its tasks, at whatever depth. */
function resultsIn(flows: readonly Flow[]): (ref: string | null) => ReadonlySet<string> {
  const results = listsBy(flows, ({ from }) => from.flatMap(({ ref }) => ref ?? []));
  return (ref) => {
    const met = new Set([ref ?? ""]);
    // A set is walked in the order in which it grows.
    for (const each of met) for (const { to } of results.get(each) ?? []) if (to.ref !== null) met.add(to.ref);
    return met;
  };
}

/** What a workflow is told by. */
interface Workflow {
  readonly inputs: readonly Resource[];
  readonly outputs: readonly Resource[];
  /** How much there is to look at. */
  readonly size: number;
  readonly flows: () => Flow[];
}

/**
 * What came of what in a workflow that has no word for it. A task names what it takes in and gives out, or hands it on in a workspace, where it has no name: what a task without results took in, and what the workflow took in, may have
 * gone into every result but those that it came of itself.
 */
export function workflowIn(value: YamlValue): Workflow {
  const [whole, tasks] = [actOf(value), placedAt(value, "tasks").map(actOf)];
  const inputs = [whole, ...tasks].flatMap((each) => each.inputs);
  const loose = [...whole.inputs, ...tasks.filter((each) => each.outputs.length === 0).flatMap((each) => each.inputs)];
  const made = [...tasks.map((task) => ({ ...task, more: task.inputs.length === 0 ? inputs : loose })), { ...whole, inputs: [], more: inputs }].filter((each) => each.outputs.length > 0);
  const pairs = made.reduce((sum, each) => sum + each.inputs.length * each.outputs.length, 0);
  const size = made.reduce((sum, { outputs, more }) => sum + (more.length === 0 ? 0 : (more.length + pairs) * outputs.length), pairs);
  const flows = (): Flow[] => {
    const stated = made.flatMap((each) => each.outputs.map((to) => ({ to, from: each.inputs, more: each.more })));
    const results = resultsIn(stated);
    return stated.map(({ to, from, more }) => {
      const later = more.length === 0 ? null : results(to.ref);
      return { to, from: [...from, ...more.filter(({ ref }) => ref === null || later?.has(ref) !== true)] };
    });
  };
  return { inputs, outputs: made.flatMap((each) => each.outputs), size, flows };
}
