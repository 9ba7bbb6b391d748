import { Worker } from "node:worker_threads";
import type { argon2id, argon2Verify } from "hash-wasm";

/** One hash after the other: each takes its memory, and many that sign in at once must not take the machine's. */
const code = `
const { parentPort, workerData } = require("node:worker_threads");
const library = import(workerData);
let last = Promise.resolve();
parentPort.on("message", ({ number, make, asked }) => {
  last = last.then(async () => (await library)[make](asked)).then(
    (done) => parentPort.postMessage({ number, done }),
    (error) => parentPort.postMessage({ number, failed: error instanceof Error ? error.message : String(error) }),
  );
});
`;

interface Makes {
  readonly argon2id: { readonly asked: Parameters<typeof argon2id>[0]; readonly done: string };
  readonly argon2Verify: { readonly asked: Parameters<typeof argon2Verify>[0]; readonly done: boolean };
}

interface Waiting {
  readonly done: (value: never) => void;
  readonly failed: (error: Error) => void;
}

interface Answer {
  readonly number: number;
  readonly done?: never;
  readonly failed?: string;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | null = null;
let asked = 0;

function failAll(error: Error): void {
  worker = null;
  for (const each of waiting.values()) each.failed(error);
  waiting.clear();
}

function opened(): Worker {
  const made = new Worker(code, { eval: true, execArgv: [], workerData: import.meta.resolve("hash-wasm") });
  made.on("message", ({ number, done, failed }: Answer) => {
    const one = waiting.get(number);
    waiting.delete(number);
    if (waiting.size === 0) made.unref();
    if (failed === undefined) one?.done(done as never);
    else one?.failed(new Error(failed));
  });
  made.on("error", failAll);
  made.on("exit", (exit) => worker === made && failAll(new Error(`the thread that hashes passwords ended with ${exit}`)));
  return made;
}

/** Hashes on a thread of its own, so that others are answered meanwhile. The thread stays for the next one, and keeps no program from ending. */
export async function hashedApart<Make extends keyof Makes>(make: Make, what: Makes[Make]["asked"]): Promise<Makes[Make]["done"]> {
  worker ??= opened();
  const number = (asked += 1);
  worker.ref();
  return new Promise((done, failed) => {
    waiting.set(number, { done, failed });
    worker!.postMessage({ number, make, asked: what }, []);
  });
}
