import type { Catalogue } from "@cleartitle/catalogue";
import type { ExitCode } from "@cleartitle/norms";
import { counted, countsOf, filtered } from "../catalogue/entry.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";
import { jsonOf, onDay, sayCounts } from "./catalogue.js";
import { caseFiles } from "./catalogue-cases.js";

/** What the catalogue holds beside the records that a list shows. */
function holdings(catalogue: Catalogue, directory: string | null): Readonly<Record<string, number | null>> {
  const { taxonomies, questionnaires, risks, protections, aliases, families, vocabulary } = catalogue;
  const files = directory === null ? null : caseFiles(directory, catalogue);
  return {
    questionnaires: questionnaires?.size ?? 0, "risk tables": risks?.size ?? 0, "records of protection": protections?.size ?? 0, "names of licenses": aliases.size, "names of families": families?.size ?? 0,
    "terms of texts": vocabulary?.terms.length ?? 0, actions: taxonomies.actions.size, "kinds of derivation": taxonomies.derivationKinds.size, facts: taxonomies.facts.size, places: taxonomies.places.size, "groups of places": taxonomies.groups.size,
    cases: files?.reduce((sum, each) => sum + each.cases.length, 0) ?? null, "records with cases": files?.length ?? null,
  };
}

/** Counts what the catalogue holds, and says whether the built file is what the records say. */
export async function counts(io: Io, options: { readonly asOf?: string; readonly format: "table" | "json" }): Promise<ExitCode> {
  const on = onDay(io, options.asOf);
  const { catalogue, problems, directory, from, notes } = await io.rooms.catalogue();
  if (catalogue === null || problems.length > 0) throw new Stop(problems);
  const records = countsOf(filtered(catalogue, {}, on), on);
  const norms = counted([...catalogue.instruments.values(), ...catalogue.laws.values()].flatMap((each) => each.norms.map((norm) => norm.kind)));
  const holds = holdings(catalogue, directory);
  if (options.format === "json") io.stdout.write(jsonOf("counts", catalogue, { asOf: on, from, notes, counts: records, norms, holds }));
  else {
    const lines = [
      ...sayCounts(records, on), `norms: ${Object.entries(norms).map(([kind, n]) => `${n} ${kind}`).join(", ")}`,
      ...Object.entries(holds).map(([what, n]) => `${what}: ${n ?? "not here, they stand beside the records"}`),
      from === "built" ? `read from what was built${directory === null ? "" : ", which is what the records say"}` : `read from the records${notes.length === 0 ? ": nothing is built" : ""}`, ...notes, `digest ${catalogue.digests.catalogue}`,
    ];
    io.stdout.write(`${lines.join("\n")}\n`);
  }
  return 0;
}
