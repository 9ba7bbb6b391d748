import { Worker } from "node:worker_threads";

/** A document, or why there is none. */
export type Made = { readonly bytes: Uint8Array } | { readonly fault: string };

/** Two documents to be compared, or one whose open changes are to be made. */
export interface Comparing {
  readonly left: Uint8Array;
  readonly right?: Uint8Array;
}

/** It takes some seconds to start; a document of a hundred pages takes as long again. */
const seconds = 120;
/** How long one that has nothing to do is kept for the next, and for how many: what it was given stays in its memory. */
const [keptSeconds, mostAsked] = [20, 20];

/** With its marks of moved paragraphs a document does not always come back as it was; without them what moved goes at one place and comes at another. */
export const settings = { authorForRevisions: "Cleartitle", deterministic: true, preAcceptInputRevisions: true, detectMoves: false } as const;

/** What runs beside the program: the library starts a runtime of its own, and can be stopped only as a whole. What its runtime writes is nobody's, and would keep the program from ending. */
const code = `
const { parentPort, workerData } = require("node:worker_threads");
process.stdout.write = process.stderr.write = () => true;
const started = (async () => {
  const engine = await import(workerData.library);
  await engine.initialize();
  return engine;
})();
parentPort.on("message", ({ left, right }) => {
  started
    .then((engine) => (right === undefined ? engine.docxDiffAcceptRevisions(left) : engine.docxDiffCompare(left, right, workerData.settings)))
    .then((bytes) => parentPort.postMessage({ bytes }), (error) => parentPort.postMessage({ fault: String(error && error.message || error) }));
});
`;

class ComparingWorker {
  #asked = 0;
  #isFine = true;
  readonly #worker = new Worker(code, { eval: true, workerData: { library: import.meta.resolve("docxodus/core"), settings } });

  get mayGoOn(): boolean {
    return this.#isFine && this.#asked < mostAsked;
  }

  ask(documents: Comparing): Promise<Made> {
    this.#asked++;
    this.#worker.ref();
    return new Promise((resolve) => {
      const end = (found: Made): void => {
        clearTimeout(limit);
        for (const event of ["message", "error", "exit"]) this.#worker.removeAllListeners(event);
        this.#isFine = "bytes" in found;
        resolve(found);
      };
      const limit = setTimeout(() => end({ fault: `it took more than ${seconds} seconds` }), seconds * 1000);
      this.#worker.once("message", end);
      this.#worker.once("error", (error: Error) => end({ fault: error.message }));
      this.#worker.once("exit", () => end({ fault: "it ended before it was done" }));
      this.#worker.postMessage(documents, []);
    });
  }

  /** Waits for the next one; a program that has nothing else to do ends all the same. */
  rest(gone: () => void): void {
    this.#worker.on("error", gone);
    this.#worker.unref();
  }

  end(): void {
    void this.#worker.terminate();
  }
}

/** The worker that has nothing to do, and when it ends. */
let idle: { readonly worker: ComparingWorker; readonly until: NodeJS.Timeout } | null = null;

function keep(worker: ComparingWorker): void {
  const gone = (): void => {
    if (idle?.worker === worker) idle = null;
    worker.end();
  };
  idle = { worker, until: setTimeout(gone, keptSeconds * 1000).unref() };
  worker.rest(gone);
}

/** Compares in a worker with a limit of time. The same documents give the same bytes. */
export async function inWorker(documents: Comparing): Promise<Made> {
  clearTimeout(idle?.until);
  const worker = idle?.worker ?? new ComparingWorker();
  idle = null;
  const found = await worker.ask(documents);
  if (idle === null && worker.mayGoOn) keep(worker);
  else worker.end();
  return found;
}
