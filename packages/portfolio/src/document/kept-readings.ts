import { canonicalJson, problem, type Problem } from "@cleartitle/norms";
import type { KeptReading, ReadingFile } from "./reading-file.js";

/** A reading, and the file that holds it. */
interface Kept {
  readonly reading: KeptReading;
  readonly source: string;
}

/** The file of a folder that a path means, from wherever it was told. */
const meant = (path: string, files: ReadonlySet<string>): string | undefined => {
  const parts = path.split("/");
  return parts.map((_, at) => parts.slice(at).join("/")).find((each) => files.has(each));
};

const nameIn = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

const goesOn = (longer: readonly string[], shorter: readonly string[]): boolean => shorter.every((said, at) => longer[at] === said);

/** Which of several readings of the same bytes is that of a file: what a person said of them holds before all, and then the name. */
const fit = ({ reading }: Kept, file: string): number => (reading.reviews.length > 0 ? 4 : 0) + (reading.file === file ? 2 : nameIn(reading.file) === nameIn(file) ? 1 : 0);

/** Readings that were kept, by the documents that they are of. Two documents may hold the same bytes, and then both count, as they do where they are read. */
export class KeptReadings {
  readonly leftOut: { file: string; why: string }[] = [];
  /** By digest, and then by the name of the document. */
  readonly #kept = new Map<string, Map<string, Kept>>();
  readonly #used = new Set<string>();
  /** Documents that could not be read when the readings were made. */
  readonly #unread: { readonly file: string; readonly why: string; readonly source: string }[] = [];

  add({ readings, unread }: ReadingFile, source: string): Problem[] {
    const problems: Problem[] = [];
    this.#unread.push(...unread.map((each) => ({ ...each, source })));
    for (const reading of readings) {
      const same = this.#kept.get(reading.digest) ?? new Map<string, Kept>();
      this.#kept.set(reading.digest, same);
      const known = same.get(reading.file);
      same.set(reading.file, known === undefined ? { reading, source } : this.#oneOf(known, { reading, source }, problems));
    }
    return problems;
  }

  /** Of two readings of one document the one that goes on where the other stopped counts. */
  #oneOf(known: Kept, next: Kept, problems: Problem[]): Kept {
    const [before, after] = [known, next].map(({ reading }) => reading.reviews.map((review) => canonicalJson(review)));
    if (goesOn(after!, before!)) return next;
    if (!goesOn(before!, after!)) problems.push(problem("conflict", `\`${known.source}\` and \`${next.source}\` say different things of \`${next.reading.file}\`: what \`${known.source}\` says of it counts`, { file: next.source, hint: "leave one of the two in the folder" }));
    return known;
  }

  /** The reading of a document of the folder; null: none is kept. */
  of(digest: string, file: string): KeptReading | null {
    const same = [...(this.#kept.get(digest)?.values() ?? [])].toSorted((a, b) => fit(b, file) - fit(a, file));
    this.#used.add(digest);
    return same[0]?.reading ?? null;
  }

  /** Readings of documents that are not in the folder. One of another text under the name of a document that is there is left out: the document counts. */
  rest(files: ReadonlySet<string>): readonly KeptReading[] {
    for (const { file, why, source } of this.#unread) if (meant(file, files) === undefined) this.leftOut.push({ file, why: `\`${source}\` tells that it could not be read: ${why}` });
    const others = [...this.#kept].filter(([digest]) => !this.#used.has(digest)).flatMap(([, same]) => [...same.values()]);
    return others.flatMap(({ reading, source }) => {
      const now = meant(reading.file, files);
      if (now === undefined) return [reading];
      this.leftOut.push({ file: source, why: `its reading of \`${reading.file}\` is of another text than \`${now}\` holds now${reading.reviews.length === 0 ? "" : ", and what persons said of it does not count"}` });
      return [];
    });
  }
}
