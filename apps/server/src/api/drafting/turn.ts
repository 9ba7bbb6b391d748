import { setImmediate } from "node:timers/promises";
import { stopWith } from "../stop.js";

/** More than these do not wait: they would be answered when nobody listens any more, and each holds its document. */
const mostWaiting = 8;

/** One thing after the other: a large document takes seconds to read, and a core and much memory to be compared. Others are answered in between. */
export function turns(what: string): <T>(work: () => Promise<T>) => Promise<T> {
  let [last, waiting]: [Promise<unknown>, number] = [Promise.resolve(), 0];
  return async (work) => {
    if (waiting >= mostWaiting) throw stopWith("unavailable", `${mostWaiting} ${what} already`, { hint: "try again in a minute" });
    waiting += 1;
    const mine = last.then(() => setImmediate()).then(work);
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting -= 1;
    }
  };
}

/** Documents that are read in the server itself. */
export const inReading = turns("documents wait to be read");

/** Documents that are compared, or in which changes are accepted, beside the server: it may take two minutes. */
export const inComparing = turns("documents wait to be compared");
