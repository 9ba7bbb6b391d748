import { type ClauseLibrary, compileDeal, readDeal, type writeDraft } from "@cleartitle/agreements";
import type { Catalogue } from "@cleartitle/catalogue";
import { readText } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";
import { openClauses } from "../command/clauses.js";

export type Drafting = Parameters<typeof writeDraft>[0];

/** A deal that is written in a text, and what comes of it. */
export function draftingOf(text: string, file: string, { library, catalogue: { taxonomies } }: { readonly library: ClauseLibrary; readonly catalogue: Catalogue }): Drafting {
  const read = readDeal(text, { file, library, taxonomies });
  if (read.file === null) throw new Stop(read.problems);
  const { compiled, problems } = compileDeal(read.file, { library, taxonomies });
  if (compiled === null) throw new Stop(problems);
  return { deal: read.file.deal, compiled, library, taxonomies };
}

export const openDrafting = async (io: Io, path: string): Promise<Drafting> => {
  const opened = await openClauses(io);
  return draftingOf(await readText(io, path), path, opened);
};
