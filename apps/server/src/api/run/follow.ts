import type { JobStep } from "@cleartitle/store";
import type { Backing } from "../backing.js";

/** What ends a run, after which nothing happens any more. */
const last: ReadonlySet<JobStep["what"]> = new Set(["done", "dead", "cancelled"]);

/** How long nothing is told before a sign of life, so that no proxy takes the silence for an end; and how often steps of other processes are looked for. */
const quiet = 15_000;
const look = 1_000;
const most = 100;

const eventOf = ({ number, at, what, content }: JobStep): string => `id: ${number}\nevent: ${what}\ndata: ${JSON.stringify({ at, content })}\n\n`;

/** Waits until something happens to a job in this process, or for a while; gives what ends the waiting. */
function waiting(backing: Backing, workspace: string, job: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      end();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, look);
    const end = backing.queue.listen((where, number) => {
      if (where === workspace && number === job) done();
    });
    signal.addEventListener("abort", done);
  });
}

async function* events(backing: Backing, workspace: string, job: number, after: number, signal: AbortSignal): AsyncGenerator<string> {
  let [told, waited] = [after, 0];
  while (!signal.aborted && !backing.isEnding()) {
    const steps = await backing.queue.steps(workspace, job, told, most);
    for (const step of steps) yield eventOf(step);
    const newest = steps.at(-1);
    if (newest !== undefined) [told, waited] = [newest.number, 0];
    if (newest !== undefined && last.has(newest.what)) return;
    if (steps.length === most) continue;
    if ((waited += look) >= quiet) {
      waited = 0;
      yield ": still here\n\n";
    }
    await waiting(backing, workspace, job, signal);
  }
}

/** Steps of a run after one of them, as server-sent events, until it is over or nobody listens. */
export function followed(backing: Backing, workspace: string, job: number, after: number, signal: AbortSignal): Response {
  const gone = new AbortController();
  signal.addEventListener("abort", () => gone.abort());
  const source = events(backing, workspace, job, after, gone.signal);
  const bytes = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await source.next();
        if (done === true) controller.close();
        else controller.enqueue(bytes.encode(value));
      } catch {
        // The database is away: the other side comes back with the last number that it was told.
        controller.close();
      }
    },
    cancel: () => gone.abort(),
  });
  return new Response(stream, { headers: { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" } });
}
