import { Worker } from "node:worker_threads";
import { type Problem, problem } from "@cleartitle/norms";
import type { ReadingToKeep } from "./kept/recorded-reading.js";

export interface ToRead {
  readonly bytes: Uint8Array;
  readonly file: string;
}

/** What came of a document; `kept` null: it could not be read, and the problems say why. */
export interface ReadApart {
  readonly kept: ReadingToKeep | null;
  readonly problems: readonly Problem[];
}

/** The largest that is read takes a tenth of this; what takes longer was made to. */
const mostSeconds = 180;
const mostMegabytes = 3_000;
/** How long a reader is kept that has nothing to read: to begin one takes five times what a contract of some pages does. */
const spareSeconds = 10;

/** As it is built, also where the program runs from its source: a worker takes no other. */
const program = new URL("../../dist/reading/reading-worker.js", import.meta.url);

let spare: Worker | null = null;

function readerOf(): Worker {
  const worker = spare ?? new Worker(program, { execArgv: [], stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  spare = null;
  worker.removeAllListeners();
  worker.ref();
  return worker;
}

/** Keeps a reader for the next document, for a while and in nobody's way. */
function rest(worker: Worker): void {
  worker.removeAllListeners();
  const end = (): void => {
    if (spare === worker) spare = null;
    void worker.terminate();
  };
  if (spare !== null) return end();
  spare = worker;
  worker.unref();
  worker.once("error", end).once("exit", end);
  setTimeout(() => spare === worker && end(), spareSeconds * 1_000).unref();
}

/** Reads an agreement beside the program, which goes on meanwhile. Rejects with the reason of the signal where that ends it. */
export async function readApart(bytes: Uint8Array, file: string, signal: AbortSignal): Promise<ReadApart> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = readerOf();
    const end = (settle: () => void, after: (worker: Worker) => void): void => {
      clearTimeout(limit);
      signal.removeEventListener("abort", stop);
      after(worker);
      settle();
    };
    const away = (): void => void worker.removeAllListeners().terminate();
    const refused = (message: string): void => end(() => resolve({ kept: null, problems: [problem("too-large", message, { file, hint: "split the document" })] }), away);
    const stop = (): void => end(() => reject(signal.reason as Error), away);
    const limit = setTimeout(() => refused(`it took more than ${mostSeconds} seconds to read`), mostSeconds * 1_000);
    signal.addEventListener("abort", stop);
    worker.once("message", (read: ReadApart) => end(() => resolve(read), rest));
    worker.once("error", (error: Error & { readonly code?: string }) => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refused(`it took more than ${mostMegabytes} MB of memory to read`) : end(() => reject(error), away)));
    worker.once("exit", () => end(() => reject(new Error("the reader ended before it was done")), away));
    worker.postMessage({ bytes, file } satisfies ToRead, []);
  });
}
