import { check, compareProblems, problem, readYaml, type Problem, type Taxonomies } from "@cleartitle/norms";
import { checkUnits } from "./file/amount-units.js";
import { expandUse } from "./file/expand.js";
import { checkNames } from "./file/names.js";
import { checkReferences } from "./file/references.js";
import { checkReleaseNames, withReleaseNames } from "./file/release-names.js";
import { FileReport } from "./file/report.js";
import { TitleFile } from "./file/title-file.js";
import type { TitleGraph, Use } from "./graph.js";
import type { CatalogueNames } from "./read-title-file.js";

/** A use as a title file writes it under a name. */
const Described = TitleFile.pick({ us: true, uses: true });

/** A problem of the text around a use, placed in the use itself. */
const placed = ({ pointer, ...rest }: Problem): Problem => ({ ...rest, file: null, line: null, column: null, pointer: pointer === null ? null : (pointer.split("/").slice(3).map((step) => `/${step}`).join("")) });

const there = (ids: Iterable<string>): { readonly id: string }[] => [...ids].map((id) => ({ id }));

/**
 * Reads a use that is described as in a title file, of assets and parties that a graph has. `value` is what was parsed of JSON. All problems come at once, with pointers into the use;
 * with any there is none. A name that a recorded use has is refused: the two could not be told apart.
 */
export function readUse(name: string, value: unknown, { graph, catalogue }: { readonly graph: TitleGraph; readonly catalogue: CatalogueNames & { readonly taxonomies: Taxonomies } }): { readonly use: Use | null; readonly problems: readonly Problem[] } {
  // One line of all would be longer than a line may be.
  const { document, problems } = readYaml(JSON.stringify({ us: graph.us, uses: { [name]: value } }, null, 1), { file: "use" });
  if (document === null) return { use: null, problems };
  const { value: file, problems: malformed } = check(Described, document);
  const described = file?.uses?.[name];
  if (file === null || described === undefined) return { use: null, problems: malformed.map(placed) };
  const report = new FileReport(document);
  checkReferences(file, { parties: there(graph.parties.keys()), assets: there(graph.assets.keys()) }, null, report);
  checkNames(file, catalogue.taxonomies, report);
  checkUnits(file, catalogue.taxonomies, report);
  const texts = new Set(graph.instruments.keys());
  checkReleaseNames(file, texts, catalogue, report);
  const taken = graph.uses.has(name) ? [problem("duplicate-id", `the records have a use \`${name}\``, { pointer: "", offending: name, hint: "give what is described another name" })] : [];
  const found = [...taken, ...report.problems.toSorted(compareProblems).map(placed)];
  return { use: found.length > 0 ? null : expandUse(name, withReleaseNames(file, texts, catalogue).uses![name]!, graph.us), problems: found };
}
