import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { Knowledge } from "@cleartitle/catalogue";
import { Beside, type FilePlace, type KnownFrom } from "./identify-beside.js";
import { type FileBytes, identifyFile, type IdentifiedFile, readToIdentify } from "./identify-file.js";
import type { SourceFile } from "./source-file.js";

/** More would wait for the one that hands out the files. */
const mostProcessors = 4;
/** Files asked together have so many bytes at most, and so many at least; toward the end they are fewer, so that nobody waits long for the last. */
const mostBytes = 131_072;
const leastBytes = 8_192;
const partFiles = 64;
/** So many parts a processor has at once: one to do, and one to go on with. */
const inHand = 2;

/** Files that are asked together, and where the first of them stands among all. */
interface Part {
  readonly from: number;
  readonly files: readonly SourceFile[];
}

function partsOf(files: readonly SourceFile[], processors: number): Part[] {
  const parts: Part[] = [];
  let left = files.reduce((sum, each) => sum + each.size, 0);
  for (let from = 0; from < files.length; ) {
    const limit = Math.max(leastBytes, Math.min(mostBytes, left / (2 * inHand * processors)));
    let [to, bytes] = [from, 0];
    while (to < files.length && to - from < partFiles && (to === from || bytes < limit)) bytes += files[to++]!.size;
    parts.push({ from, files: files.slice(from, to) });
    left -= bytes;
    from = to;
  }
  return parts;
}

/** A file as another processor is asked about it: where it lies, or what is in it; null where that cannot be read. */
async function toAsk(file: SourceFile): Promise<FilePlace | FileBytes | null> {
  if (file.location !== undefined) return { path: file.path, size: file.size, location: file.location };
  const read = await readToIdentify(file);
  return "bytes" in read ? read : null;
}

/** One run over files, by this processor and by others beside it. */
class Run {
  readonly told: IdentifiedFile[] = [];
  /** What nobody has been asked yet, the next one last. */
  readonly #left: Part[];

  constructor(files: readonly SourceFile[], readonly knowledge: Knowledge, readonly beside: readonly Beside[]) {
    this.#left = partsOf(files, beside.length + 1).toReversed();
  }

  #keep({ from }: Part, files: readonly IdentifiedFile[]): void {
    for (const [i, each] of files.entries()) this.told[from + i] = each;
  }

  async #here(part: Part): Promise<void> {
    const files: IdentifiedFile[] = [];
    for (const file of part.files) files.push(await identifyFile(file, this.knowledge));
    this.#keep(part, files);
  }

  async #goOnHere(): Promise<void> {
    for (let part = this.#left.pop(); part !== undefined; part = this.#left.pop()) {
      await this.#here(part);
      // Lets in what others have told.
      if (this.beside.length > 0) await setImmediate();
    }
  }

  async #goOnBeside(beside: Beside): Promise<void> {
    for (let part = this.#left.pop(); part !== undefined; part = this.#left.pop()) {
      const asked = await Promise.all(part.files.map(toAsk));
      // What cannot be read is told here.
      if (asked.includes(null)) await this.#here(part);
      else {
        const told = await beside.ask(asked.filter((each) => each !== null));
        if (told === null) {
          this.#left.push(part);
          return;
        }
        this.#keep(part, told);
      }
    }
  }

  async finish(): Promise<IdentifiedFile[]> {
    await Promise.all([...this.beside.flatMap((beside) => Array.from({ length: inHand }, () => this.#goOnBeside(beside))), this.#goOnHere()]);
    // What was given back by one that is gone.
    await this.#goOnHere();
    return this.told;
  }
}

/** Processors that name licenses, each with all that is known at hand, for as long as they are asked; this one is among them. */
export class IdentifyPool {
  readonly #beside: readonly Beside[];

  /** `basis`: where the knowledge comes from, so that other processors can have it too. They load it while this one goes on. */
  constructor(readonly knowledge: Knowledge, basis: KnownFrom, processors = Math.min(mostProcessors, availableParallelism())) {
    this.#beside = Array.from({ length: processors - 1 }, () => new Beside(basis, knowledge.index.texts.length));
  }

  /** How many processors have loaded all that is known, once each has or cannot. */
  async ready(): Promise<number> {
    return 1 + (await Promise.all(this.#beside.map(({ ready }) => ready))).filter(Boolean).length;
  }

  /** Names the licenses in files, in their order. What comes of each is what `identifyFile` says of it; what another processor does not tell is done here. */
  identify(files: readonly SourceFile[]): Promise<IdentifiedFile[]> {
    return new Run(files, this.knowledge, this.#beside).finish();
  }

  /** Ends it; what is asked meanwhile is done here. */
  end(): void {
    for (const each of this.#beside) each.end();
  }
}
