import { Worker } from "node:worker_threads";
import type { FileBytes, IdentifiedFile } from "./identify-file.js";

/** Where knowledge comes from: the folder of the catalogue, and its digest. */
export interface KnownFrom {
  readonly directory: string;
  readonly digest: string;
}

/** Some files, and how the program calls them. */
export interface Asked {
  readonly number: number;
  readonly files: readonly FileBytes[];
}

/** What came of them. */
export interface Told {
  readonly number: number;
  readonly files: readonly IdentifiedFile[];
}

/** As it is built, also where the program runs from its source: a worker takes no other. */
const program = new URL("../dist/identify-worker.js", import.meta.url);

/** How long an answer may take; the largest files take some seconds. */
const mostSeconds = 120;

/** Names licenses on another processor. Whatever becomes of it, what it was asked is told or given back. */
export class Beside {
  readonly #worker: Worker;
  readonly #open = new Set<number>();
  #limit: NodeJS.Timeout | null = null;
  #isEnded = false;

  /** `told` is called with each answer, `gone` once, with what was asked and not answered, when there will be no more. */
  constructor(basis: KnownFrom, texts: number, told: (told: Told) => void, gone: (left: readonly number[]) => void) {
    this.#worker = new Worker(program, { execArgv: [], stdout: true, stderr: true, workerData: { ...basis, texts } });
    const end = (): void => {
      this.end();
      gone([...this.#open]);
    };
    this.#worker.on("message", (each: Told) => {
      this.#open.delete(each.number);
      this.#wait(end);
      told(each);
    });
    this.#worker.once("error", end);
    this.#worker.once("exit", end);
    this.#wait(end);
  }

  #wait(end: () => void): void {
    clearTimeout(this.#limit ?? undefined);
    this.#limit = setTimeout(end, mostSeconds * 1_000);
  }

  /** How many questions it has to answer. */
  get open(): number {
    return this.#open.size;
  }

  /** Whether it was there to be asked. */
  ask(asked: Asked): boolean {
    if (this.#isEnded) return false;
    this.#open.add(asked.number);
    this.#worker.postMessage(asked, []);
    return true;
  }

  /** Ends it; nothing more is called. */
  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#limit ?? undefined);
    this.#worker.removeAllListeners();
    this.#worker.on("error", () => undefined);
    void this.#worker.terminate();
  }
}
