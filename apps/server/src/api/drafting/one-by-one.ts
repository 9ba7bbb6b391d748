import { stopWith } from "../stop.js";

/** More than these do not wait: they would be answered when nobody listens any more. */
const mostWaiting = 20;

let [last, waiting]: [Promise<unknown>, number] = [Promise.resolve(), 0];

/** Word processors' documents are compared beside the server, which takes a core and much memory: one at a time. */
export async function oneByOne<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= mostWaiting) throw stopWith("unavailable", `${mostWaiting} documents wait to be compared already`, { hint: "try again in a minute" });
  waiting += 1;
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}
