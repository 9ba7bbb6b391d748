import { nameHint, type Problem, problem, type ProblemCode, type YamlDocument } from "@cleartitle/norms";

export type Path = readonly (string | number)[];

/** Problems of one file that are reported. */
const shown = 1000;
/** Names compared in search of the one that was meant; a file with very many of both goes without hints after that. */
const comparisons = 500_000;

/** Collects what is wrong with a title file beyond its form, each with the place of the value. */
export class FileReport {
  readonly problems: Problem[] = [];
  readonly #document: YamlDocument;
  readonly #places: ReadonlyMap<string, readonly number[]>;
  readonly #below: Path;
  #compared = 0;

  /** `places`: where each record of a list stands in the document, where some were left out. `below`: where in the document the sections stand. */
  constructor(document: YamlDocument, places: ReadonlyMap<string, readonly number[]> = new Map(), below: Path = []) {
    this.#document = document;
    this.#places = places;
    this.#below = below;
  }

  #written([section, index, ...rest]: Path): Path {
    if (section === undefined || index === undefined) return section === undefined ? [] : [section];
    return [section, typeof index === "number" ? (this.#places.get(String(section))?.[index] ?? index) : index, ...rest];
  }

  add(code: ProblemCode, at: Path, message: string, offending: string | null = null, hint: string | null = null): void {
    const path = [...this.#below, ...this.#written(at)];
    this.#report(code, path, message, offending, hint, this.#document.locate(path));
  }

  #report(code: ProblemCode, path: Path, message: string, offending: string | null, hint: string | null, place: { readonly line: number; readonly column: number }): void {
    if (this.problems.length >= shown) return;
    const pointer = path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
    this.problems.push(problem(code, message, { file: this.#document.file, ...place, pointer, offending, hint }));
  }

  /** A name in a key rather than in a value: the problem stands at the key. */
  addKey(code: ProblemCode, path: Path, key: string, message: string, hint: string | null = null): void {
    const at = [...this.#below, ...this.#written(path)];
    this.#report(code, [...at, key], message, key, hint, this.#document.locateKey(at, key));
  }

  /** One of a closed list of names, or a problem with the nearest of them. */
  name(code: "dangling-reference" | "unknown-name" | "unknown-place", what: string, name: string, known: Iterable<string>, path: Path, otherwise: string | null = null): void {
    const verb = code === "dangling-reference" ? "described" : "known";
    this.add(code, path, `the ${what} \`${name}\` is not ${verb} here`, name, this.#hint(name, known) ?? otherwise);
  }

  #hint(name: string, known: Iterable<string>): string | null {
    if (this.problems.length >= shown || this.#compared > comparisons) return null;
    const names = [...known];
    this.#compared += names.length;
    return nameHint(name, names);
  }
}

/** The values of a field that is one thing or a list, each with its path. */
export function eachOf<T>(value: T | readonly T[] | undefined, path: Path): [T, Path][] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]).map((each, index): [T, Path] => [each, [...path, index]]) : [[value as T, path]];
}

/** The records of a list with their paths. */
export const recordsOf = <T>(list: readonly T[] | undefined, section: string): [T, Path][] => (list ?? []).map((each, index): [T, Path] => [each, [section, index]]);
