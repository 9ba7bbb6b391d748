import { check, compareProblems, readYaml, type Position, type Problem, type Taxonomies, type YamlDocument } from "@cleartitle/norms";
import { ChangeFile } from "./file/change-file.js";
import { checkChanges } from "./file/change-references.js";
import { changesIn } from "./file/changes.js";
import type { ReleaseNames } from "./file/release-names.js";
import type { ChangeSet } from "./graph-change.js";
import type { TitleGraph } from "./graph.js";

export interface ReadChangeFileOptions extends ReleaseNames {
  /** Name that problems and the sources of statements carry. */
  readonly file: string;
  /** The graph that is to change: what the file names must be there, or be added. */
  readonly graph: TitleGraph;
  readonly taxonomies: Taxonomies;
  /** The contested questions of the catalogue whose texts these are. */
  readonly positions: ReadonlyMap<string, Position>;
}

/**
 * Reads a change set into changes of a title graph, in the order in which they are applied: what goes, what comes, texts redlined and ended,
 * erasures, places left, uses asked otherwise. Never throws on bad input: all problems come at once, and with any there are no changes.
 */
export function readChangeFile(text: string, options: ReadChangeFileOptions): { readonly changes: ChangeSet | null; readonly title: string | null; readonly problems: readonly Problem[] } {
  const { document, problems } = readYaml(text, { file: options.file });
  if (document === null) return { changes: null, title: null, problems };
  const { value, problems: malformed } = check(ChangeFile, document);
  if (value === null) return { changes: null, title: null, problems: malformed };
  const further = checkChanges(value, document, options);
  if (further.length > 0) return { changes: null, title: null, problems: further.toSorted(compareProblems) };
  return { changes: changesIn(value, options, locator(document)), title: value.title ?? null, problems: [] };
}

const locator = (document: YamlDocument) => (path: readonly (string | number)[]) => ({ system: "change-set", locator: `${document.file}:${document.locate(["add", ...path]).line}`, sha256: null, retrieved: null });
