import { existsSync } from "node:fs";
import { join } from "node:path";
import { problem, type Problem } from "@cleartitle/norms";
import { builtCataloguePath, readBuiltCatalogue, writeBuiltCatalogue } from "./built-catalogue.js";
import type { Catalogue } from "./catalogue.js";
import { defaultCatalogueDir } from "./catalogue-files.js";
import { loadCatalogue } from "./load-catalogue.js";

export interface OpenedCatalogue {
  readonly catalogue: Catalogue | null;
  readonly problems: readonly Problem[];
  /** The folder of records; null: there is none, and the built file stands alone. */
  readonly directory: string | null;
  readonly from: "built" | "records";
  /** What a person should know, such as that the built file is behind the records and was not used. */
  readonly notes: readonly string[];
}

export interface CataloguePlaces {
  readonly directory?: string | null;
  readonly built?: string;
}

/**
 * The catalogue that comes with the program: the built file where it is what the records say now, else the records themselves, which
 * takes longer. An edited record is never passed over: the built file is then not used, and a note says so.
 */
export function openCatalogue({ directory = defaultCatalogueDir(), built = builtCataloguePath() }: CataloguePlaces = {}): OpenedCatalogue {
  const dir = directory !== null && existsSync(join(directory, "taxonomies")) ? directory : null;
  const found = readBuiltCatalogue(built, dir);
  if (found !== "missing" && "catalogue" in found) return { catalogue: found.catalogue, problems: [], directory: dir, from: "built", notes: [] };
  if (dir === null) {
    const why = found === "missing" ? problem("not-found", "there is no catalogue", { hint: "it is the folder `catalogue` beside the program" }) : problem("io", `the built catalogue ${found.why}`, { file: built, hint: "install the program again" });
    return { catalogue: null, problems: [why], directory: null, from: "records", notes: [] };
  }
  const notes = found === "missing" ? [] : [`the built catalogue ${found.why}; the records are read instead, which takes longer (\`npm run build\` builds it)`];
  return { ...loadCatalogue(dir), directory: dir, from: "records", notes };
}

/** Builds the catalogue beside the program unless it is built already; the problems of the records where it cannot be. */
export function buildCatalogue({ directory = defaultCatalogueDir(), built = builtCataloguePath() }: CataloguePlaces = {}): { readonly done: "built" | "kept" | null; readonly problems: readonly Problem[] } {
  const opened = openCatalogue({ directory, built });
  if (opened.catalogue === null || opened.directory === null) return { done: null, problems: opened.problems };
  if (opened.from === "built") return { done: "kept", problems: [] };
  writeBuiltCatalogue(opened.catalogue, opened.directory, built);
  return { done: "built", problems: [] };
}
