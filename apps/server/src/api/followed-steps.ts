import { setImmediate } from "node:timers/promises";
import type { StepsSince, Workspace } from "@cleartitle/store";
import type { Asked } from "./route.js";
import { shelves } from "./shelf.js";

type Place = Pick<Asked<undefined, undefined, undefined>, "backing" | "workspace">;

/** Things of one kind, and how each is made of its steps. */
export interface SteppedThings<Step, Name extends string | number, T> {
  readonly since: (workspace: Workspace, size: number) => Promise<StepsSince<Step>>;
  readonly nameOf: (step: Step) => Name;
  readonly make: (name: Name, steps: readonly Step[]) => T;
  readonly order: (a: Name, b: Name) => number;
}

interface Kept<Name, T> {
  /** Of the ledger, when they were made. */
  readonly size: number;
  readonly things: ReadonlyMap<Name, T>;
}

/** Workspaces of which the things stay in memory. */
const mostKept = 10;
/** Things that are made between two times that others are answered. */
const atOnce = 50;

/** All things of a workspace in order, as their steps make them. They are made once, and of a thing that has another step anew: a house has ten thousand, and a list is asked for often. */
export function followedSteps<Step, Name extends string | number, T>({ since, nameOf, make, order }: SteppedThings<Step, Name, T>): (place: Place) => Promise<readonly T[]> {
  const shelfOf = shelves<Kept<Name, T>>(mostKept);
  return async ({ backing, workspace }) => {
    const shelf = shelfOf(backing);
    const before = shelf.get(workspace);
    const { size, isAll, steps } = await since(await backing.states.workspace(workspace), before?.size ?? 0);
    if (before !== undefined && before.size === size) return [...before.things.values()];
    const changed = new Map<Name, Step[]>();
    for (const step of steps) {
      const own = changed.get(nameOf(step));
      if (own === undefined) changed.set(nameOf(step), [step]);
      else own.push(step);
    }
    const things = new Map<Name, T>(isAll ? [] : before?.things);
    let made = 0;
    for (const [name, own] of changed) {
      things.set(name, make(name, own));
      made += 1;
      if (made % atOnce === 0) await setImmediate();
    }
    // A database may have another order of letters than a list is paged by.
    const sorted = changed.size === 0 ? things : new Map([...things].toSorted(([a], [b]) => order(a, b)));
    shelf.put(workspace, { size, things: sorted });
    return [...sorted.values()];
  };
}
