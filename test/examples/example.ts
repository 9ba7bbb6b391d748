import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decide, type Decision } from "@cleartitle/engine";
import { formatProblem } from "@cleartitle/norms";
import { readTitleFile, type TitleGraph } from "@cleartitle/title";
import { realCatalogue } from "../cases/case-file.js";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const exampleNames = readdirSync(`${root}/examples`).toSorted();
export const exampleText = (file: string): string => readFileSync(`${root}/examples/${file}`, "utf8");

/** Title files under `examples/`, by their path below it. A file of waivers is none. */
export const titleFiles = exampleNames.flatMap((name) => readdirSync(`${root}/examples/${name}`).filter((file) => file.endsWith(".yaml") && file !== "waivers.yaml").map((file) => `${name}/${file}`));

/** Reads a title file with everything that the catalogue can check of it; throws what is wrong with it. */
export function readText(text: string, file: string): TitleGraph {
  const catalogue = realCatalogue();
  const { graph, problems } = readTitleFile(text, { file, taxonomies: catalogue.taxonomies, catalogue });
  if (graph === null || problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  return graph;
}

const read = new Map<string, TitleGraph>();

/** Decides a use of an example, with its full proof. */
export function decideExample(file: string, use: string, options: { readonly withoutRange?: boolean; readonly text?: string } = {}): Decision {
  const graph = options.text === undefined ? (read.get(file) ?? readText(exampleText(file), file)) : readText(options.text, file);
  if (options.text === undefined) read.set(file, graph);
  return decide({ graph, catalogue: realCatalogue() }, use, { withoutRange: options.withoutRange === true, fullProof: true });
}
