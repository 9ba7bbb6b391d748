import { openCatalogue, type Catalogue } from "@cleartitle/catalogue";

export { caseFilesUnder, decideCase, faultsOf, readCases, type Case } from "@cleartitle/cli";

let loaded: Catalogue | null = null;

export function realCatalogue(): Catalogue {
  if (loaded !== null) return loaded;
  const { catalogue, problems } = openCatalogue();
  if (catalogue === null) throw new Error(`the catalogue does not load: ${problems.slice(0, 5).map((p) => `${p.file}:${p.line} ${p.message}`).join("; ")}`);
  return (loaded = catalogue);
}
