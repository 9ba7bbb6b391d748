import { setImmediate } from "node:timers/promises";

/** What long work comes to that is done step by step: others are answered between two steps. */
export async function inSteps<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
