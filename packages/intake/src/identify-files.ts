import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { Knowledge } from "@cleartitle/catalogue";
import { Beside, type KnownFrom } from "./identify-beside.js";
import { type FileBytes, identifyBytes, type IdentifiedFile, readToIdentify } from "./identify-file.js";
import type { SourceFile } from "./source-file.js";

export interface IdentifyOptions {
  /** Where the knowledge comes from, so that other processors can have it too; null: one does all. */
  readonly basis: KnownFrom | null;
  /** On how many processors, this one among them. */
  readonly processors?: number;
  /** Less than this many bytes are done before another processor would begin. */
  readonly leastBytes?: number;
}

/** More would wait for the one that reads the files. */
const mostProcessors = 4;
const partBytes = 131_072;
const partFiles = 64;

/** Files that are asked together, and where the first of them stands among all. */
interface Part {
  readonly from: number;
  readonly files: readonly SourceFile[];
}

function partsOf(files: readonly SourceFile[]): Part[] {
  const parts: { from: number; files: SourceFile[] }[] = [];
  let bytes = Infinity;
  for (const [at, file] of files.entries()) {
    if (bytes >= partBytes || parts.at(-1)!.files.length === partFiles) {
      parts.push({ from: at, files: [] });
      bytes = 0;
    }
    parts.at(-1)!.files.push(file);
    bytes += file.size;
  }
  return parts;
}

/** One run over the parts, by this processor and by others beside it. */
class Run {
  readonly told: IdentifiedFile[] = [];
  readonly #parts: readonly Part[];
  /** Numbers of parts that nobody has been asked yet, the next one last. */
  readonly #left: number[];
  #beside: readonly Beside[] = [];
  #woken: () => void = () => undefined;

  constructor(files: readonly SourceFile[], readonly knowledge: Knowledge) {
    this.#parts = partsOf(files);
    this.#left = [...this.#parts.keys()].toReversed();
  }

  begin(others: number, basis: KnownFrom): void {
    for (let i = 0; i < others; i++) {
      const beside: Beside = new Beside(basis, this.knowledge.index.texts.length, ({ number, files }) => {
        this.#keep(this.#parts[number]!, files);
        this.#woken();
      }, (left) => {
        this.#beside = this.#beside.filter((each) => each !== beside);
        this.#left.push(...left);
        this.#woken();
      });
      this.#beside = [...this.#beside, beside];
    }
  }

  #keep({ from }: Part, files: readonly IdentifiedFile[]): void {
    for (const [i, each] of files.entries()) this.told[from + i] = each;
  }

  /** Gives every other processor one part to do and one to go on with. */
  async #share(): Promise<void> {
    for (const beside of this.#beside) {
      while (this.#beside.includes(beside) && beside.open < 2 && this.#left.length > 0) {
        const number = this.#left.pop()!;
        const { from, files } = this.#parts[number]!;
        const read = await Promise.all(files.map(readToIdentify));
        // A part of which something cannot be read is told here.
        if (read.every((each): each is FileBytes => "bytes" in each)) {
          if (!beside.ask({ number, files: read })) this.#left.push(number);
        } else this.#keep({ from, files }, read.map((each) => ("bytes" in each ? identifyBytes(each, this.knowledge) : each)));
      }
    }
  }

  async finish(): Promise<void> {
    for (;;) {
      await this.#share();
      const number = this.#left.pop();
      if (number !== undefined) {
        const part = this.#parts[number]!;
        const files: IdentifiedFile[] = [];
        for (const file of part.files) {
          const read = await readToIdentify(file);
          files.push("bytes" in read ? identifyBytes(read, this.knowledge) : read);
        }
        this.#keep(part, files);
        // Lets what others have told in.
        if (this.#beside.length > 0) await setImmediate();
      } else if (this.#beside.some((each) => each.open > 0)) await new Promise<void>((resolve) => (this.#woken = resolve));
      else return;
    }
  }

  end(): void {
    for (const each of this.#beside) each.end();
  }
}

/** Names the licenses in files, in their order: a few here, many on all processors. What comes of each is what `identifyFile` says of it. */
export async function identifyFiles(files: readonly SourceFile[], knowledge: Knowledge, { basis, processors = Math.min(mostProcessors, availableParallelism()), leastBytes = 8_388_608 }: IdentifyOptions): Promise<IdentifiedFile[]> {
  const run = new Run(files, knowledge);
  const bytes = files.reduce((sum, each) => sum + each.size, 0);
  try {
    if (basis !== null && bytes >= leastBytes) run.begin(processors - 1, basis);
    await run.finish();
    return run.told;
  } finally {
    run.end();
  }
}
