import { setImmediate } from "node:timers/promises";
import { stopWith } from "./stop.js";

/** What long work comes to that is done step by step: others are answered between two steps. It breaks off where the process is about to end, or nobody waits for it any more. */
export async function inSteps<T>(steps: Generator<void, T>, isEnding: () => boolean = () => false): Promise<T> {
  for (;;) {
    if (isEnding()) throw stopWith("unavailable", "this server is about to end", { hint: "ask again when it is back" });
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
