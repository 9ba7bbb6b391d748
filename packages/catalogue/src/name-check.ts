import { nameHint, type Path, type Problem, type ProblemCode, problem, type Taxonomies, type YamlDocument } from "@cleartitle/norms";

/** Everything a record may name, and where its problems go. */
export interface Known {
  readonly taxonomies: Taxonomies;
  /** Position id → ids of its options. */
  readonly positions: ReadonlyMap<string, readonly string[]>;
  readonly instruments: ReadonlySet<string>;
  readonly laws: ReadonlySet<string>;
  /** What texts speak of. */
  readonly terms: ReadonlySet<string>;
}

/** Collects problems of one document, each with the line of the path it is about. */
export class NameCheck {
  readonly problems: Problem[] = [];
  constructor(
    readonly document: YamlDocument,
    readonly known: Known,
  ) {}

  report(code: ProblemCode, path: Path, message: string, hint: string | null = null, offending: string | null = null): void {
    this.problems.push(problem(code, message, { file: this.document.file, ...this.document.locate(path), pointer: path.map((step) => `/${step}`).join(""), offending, hint }));
  }

  /** A name must be a key of the map or set. */
  name(what: string, name: string, among: { has(name: string): boolean; keys(): Iterable<string> }, path: Path, code: ProblemCode = "unknown-name"): void {
    if (!among.has(name)) this.report(code, path, `there is no ${what} \`${name}\``, nameHint(name, among.keys()), name);
  }

  names(what: string, names: readonly string[] | undefined, among: { has(name: string): boolean; keys(): Iterable<string> }, path: Path, code: ProblemCode = "unknown-name"): void {
    for (const [index, each] of (names ?? []).entries()) this.name(what, each, among, [...path, index], code);
  }

  actions(names: readonly string[] | undefined, path: Path): void {
    this.names("action", names, this.known.taxonomies.actions, path);
  }

  place(name: string, path: Path): void {
    const { places, groups } = this.known.taxonomies;
    if (!places.has(name) && !groups.has(name)) this.report("unknown-place", path, `there is no place or group \`${name}\``, nameHint(name, [...groups.keys(), ...places.keys()]), name);
  }

  /** A position must exist, and the mapping must say what every one of its options means here, and no other. */
  position(id: string, options: Readonly<Record<string, unknown>>, path: Path): void {
    const ids = this.known.positions.get(id);
    if (ids === undefined) return this.name("position", id, this.known.positions, [...path, "position"]);
    const missing = ids.filter((option) => !Object.hasOwn(options, option));
    if (missing.length > 0) this.report("incomplete-position", [...path, "options"], `the options ${missing.map((m) => `\`${m}\``).join(", ")} of the position \`${id}\` are not mapped`, "say what each option means here");
    for (const option of Object.keys(options)) if (!ids.includes(option)) this.report("unknown-name", [...path, "options", option], `the position \`${id}\` has no option \`${option}\``, nameHint(option, ids), option);
  }
}
