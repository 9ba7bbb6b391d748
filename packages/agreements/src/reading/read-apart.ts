import { Worker } from "node:worker_threads";
import { type Problem, problem } from "@cleartitle/norms";
import type { ReadingToKeep } from "./kept/recorded-reading.js";

/** What came of a document; `kept` null: it could not be read, and the problems say why. */
export interface ReadApart {
  readonly kept: ReadingToKeep | null;
  readonly problems: readonly Problem[];
}

/** The largest that is read takes a tenth of this; what takes longer was made to. */
const mostSeconds = 180;
const mostMegabytes = 3_000;

/** As it is built, also where the program runs from its source: a worker takes no other. */
const program = new URL("../../dist/reading/reading-worker.js", import.meta.url);

/** Reads an agreement beside the program, which goes on meanwhile. Rejects with the reason of the signal where that ends it. */
export function readApart(bytes: Uint8Array, file: string, signal: AbortSignal): Promise<ReadApart> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: { bytes, file }, execArgv: [], stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
    const end = (settle: () => void): void => {
      clearTimeout(limit);
      signal.removeEventListener("abort", stop);
      settle();
      void worker.terminate();
    };
    const refused = (message: string): void => end(() => resolve({ kept: null, problems: [problem("too-large", message, { file, hint: "split the document" })] }));
    const stop = (): void => end(() => reject(signal.reason as Error));
    const limit = setTimeout(() => refused(`it took more than ${mostSeconds} seconds to read`), mostSeconds * 1_000);
    signal.addEventListener("abort", stop);
    worker.once("message", (read: ReadApart) => end(() => resolve(read)));
    worker.once("error", (error: Error & { readonly code?: string }) => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refused(`it took more than ${mostMegabytes} MB of memory to read`) : end(() => reject(error))));
    worker.once("exit", () => end(() => reject(new Error("the reader ended before it was done"))));
    if (signal.aborted) stop();
  });
}
