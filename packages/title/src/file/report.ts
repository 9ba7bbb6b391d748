import { nameHint, type Problem, problem, type ProblemCode, type YamlDocument } from "@cleartitle/norms";

export type Path = readonly (string | number)[];

/** Collects what is wrong with a title file beyond its form, each with the place of the value. */
export class FileReport {
  readonly problems: Problem[] = [];
  readonly #document: YamlDocument;
  readonly #places: ReadonlyMap<string, readonly number[]>;

  /** `places`: where each record of a list stands in the document, where some were left out. */
  constructor(document: YamlDocument, places: ReadonlyMap<string, readonly number[]> = new Map()) {
    this.#document = document;
    this.#places = places;
  }

  #written([section, index, ...rest]: Path): Path {
    if (section === undefined || index === undefined) return section === undefined ? [] : [section];
    return [section, typeof index === "number" ? (this.#places.get(String(section))?.[index] ?? index) : index, ...rest];
  }

  add(code: ProblemCode, at: Path, message: string, offending: string | null = null, hint: string | null = null): void {
    const path = this.#written(at);
    const pointer = path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
    this.problems.push(problem(code, message, { file: this.#document.file, ...this.#document.locate(path), pointer, offending, hint }));
  }

  /** A name in a key rather than in a value: the problem stands at the key. */
  addKey(code: ProblemCode, path: Path, key: string, message: string, hint: string | null = null): void {
    this.add(code, [...path, key], message, key, hint);
    const last = this.problems.pop()!;
    this.problems.push({ ...last, ...this.#document.locateKey(this.#written(path), key) });
  }

  /** One of a closed list of names, or a problem with the nearest of them. */
  name(code: "dangling-reference" | "unknown-name" | "unknown-place", what: string, name: string, known: Iterable<string>, path: Path, otherwise: string | null = null): void {
    const verb = code === "dangling-reference" ? "described" : "known";
    this.add(code, path, `the ${what} \`${name}\` is not ${verb} here`, name, nameHint(name, known) ?? otherwise);
  }
}

/** The values of a field that is one thing or a list, each with its path. */
export function eachOf<T>(value: T | readonly T[] | undefined, path: Path): [T, Path][] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]).map((each, index): [T, Path] => [each, [...path, index]]) : [[value as T, path]];
}

/** The records of a list with their paths. */
export const recordsOf = <T>(list: readonly T[] | undefined, section: string): [T, Path][] => (list ?? []).map((each, index): [T, Path] => [each, [section, index]]);
