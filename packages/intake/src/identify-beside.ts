import { Worker } from "node:worker_threads";
import type { FileBytes, IdentifiedFile } from "./identify-file.js";

/** Where knowledge comes from: the folder of the catalogue, and its digest. */
export interface KnownFrom {
  readonly directory: string;
  readonly digest: string;
}

/** A file that the other processor reads by itself. */
export interface FilePlace {
  readonly path: string;
  readonly size: number;
  readonly location: string;
}

/** Some files, and how the program calls them. */
export interface Asked {
  readonly number: number;
  readonly files: readonly (FilePlace | FileBytes)[];
}

/** What came of them; the number -1 says that the other processor can be asked. */
export interface Told {
  readonly number: number;
  readonly files: readonly IdentifiedFile[];
}

/** As it is built, also where the program runs from its source: a worker takes no other. */
const program = new URL("../dist/identify-worker.js", import.meta.url);

/** How long an answer may take; the largest files take some seconds. */
const mostSeconds = 120;

/** Names licenses on another processor. Whatever becomes of it, what it is asked is told, or told to be nobody's. */
export class Beside {
  /** Whether it can be asked; false once it cannot, or no more. */
  readonly ready: Promise<boolean>;
  readonly #worker: Worker;
  readonly #open = new Map<number, (told: readonly IdentifiedFile[] | null) => void>();
  #asked = 0;
  #limit: NodeJS.Timeout | null = null;
  #isEnded = false;

  constructor(basis: KnownFrom, texts: number) {
    this.#worker = new Worker(program, { execArgv: [], stdout: true, stderr: true, workerData: { ...basis, texts } });
    this.ready = new Promise((resolve) => this.#open.set(-1, (told) => resolve(told !== null)));
    this.#worker.on("message", ({ number, files }: Told) => {
      const tell = this.#open.get(number);
      this.#open.delete(number);
      this.#wait();
      tell?.(files);
    });
    this.#worker.once("error", () => this.end());
    this.#worker.once("exit", () => this.end());
    this.#wait();
  }

  /** Nothing is waited for where nothing is asked, and no program is kept from its end by who has nothing to do. */
  #wait(): void {
    clearTimeout(this.#limit ?? undefined);
    if (this.#open.size === 0) this.#worker.unref();
    else {
      this.#worker.ref();
      this.#limit = setTimeout(() => this.end(), mostSeconds * 1_000);
    }
  }

  /** What comes of some files; null where it is gone before it says so. */
  ask(files: Asked["files"]): Promise<readonly IdentifiedFile[] | null> {
    if (this.#isEnded) return Promise.resolve(null);
    const number = this.#asked++;
    return new Promise((resolve) => {
      this.#open.set(number, resolve);
      this.#wait();
      this.#worker.postMessage({ number, files } satisfies Asked, []);
    });
  }

  /** Ends it. */
  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#limit ?? undefined);
    this.#worker.removeAllListeners();
    this.#worker.on("error", () => undefined);
    void this.#worker.terminate();
    for (const tell of this.#open.values()) tell(null);
    this.#open.clear();
  }
}
