import { compileDeal, loadClauses, readDeal, type ClauseLibrary, type Compiled } from "@cleartitle/agreements";
import { defaultCatalogueDir } from "@cleartitle/catalogue";
import type { Problem } from "@cleartitle/norms";
import { realCatalogue } from "./case-file.js";

export const catalogue = realCatalogue();

function loaded(): ClauseLibrary {
  const { library, problems } = loadClauses(defaultCatalogueDir()!, catalogue.taxonomies);
  if (library === null) throw new Error(`the clauses do not load: ${problems.slice(0, 5).map((p) => `${p.file}:${p.line} ${p.message}`).join("; ")}`);
  return library;
}
export const library = loaded();

/** Reads and compiles a deal; what is wrong with it in place of what comes of it. */
export function compiledOf(deal: unknown, asSigned = false): { readonly compiled: Compiled | null; readonly problems: readonly Problem[] } {
  const { file, problems } = readDeal(typeof deal === "string" ? deal : JSON.stringify(deal, null, 1), { file: "deal.yaml", library, taxonomies: catalogue.taxonomies });
  return file === null ? { compiled: null, problems } : compileDeal(file, { library, taxonomies: catalogue.taxonomies, asSigned });
}

/** An instrument as a title file has it: `kind` names the key of a norm in memory only. */
export const asWritten = ({ instrument }: Compiled): object => ({ ...instrument, norms: instrument.norms.map(({ kind: _kind, ...norm }) => norm) });
