import { placeIndex } from "@cleartitle/catalogue";
import { riskOf, sayRisk } from "@cleartitle/engine";
import { nameHint, type ExitCode } from "@cleartitle/norms";
import { wantsColor, widthOf, type Io } from "../io.js";
import { usageStop } from "../stop.js";
import { dateOption, openCatalogue, placesOption } from "../world.js";

export interface RiskOptions {
  readonly in?: readonly string[];
  readonly on?: string;
  readonly format: "table" | "json";
}

/** How risky a type of source is in some places, with reasons: a report, and the basis of no answer. */
export async function risk(io: Io, type: string, options: RiskOptions): Promise<ExitCode> {
  const catalogue = await openCatalogue(io);
  const on = options.on === undefined ? io.today() : dateOption("--on", options.on);
  const matrices = [...(catalogue.risks?.values() ?? [])];
  const named = options.in === undefined ? [...new Set(matrices.flatMap((m) => m.types.flatMap((t) => Object.keys(t.cells))))] : placesOption("--in", options.in.join(","), catalogue);
  const index = placeIndex(catalogue);
  const places = [...new Set(named.flatMap((name) => [...(index.atomsOf(name, on) ?? [])]))].toSorted();
  const found = riskOf(catalogue, type, places, on);
  if (found === null) throw usageStop(`there is no type of source \`${type}\``, nameHint(type, matrices.flatMap((m) => m.types.map((t) => t.id))));
  if (options.format === "json") io.stdout.write(`${JSON.stringify({ $schema: "urn:cleartitle:schema:risk:1", version: 1, on, ...found, catalogue: catalogue.digests.catalogue }, null, 2)}\n`);
  else io.stdout.write(sayRisk(found, { groups: catalogue.taxonomies.groups, all: places, on, color: wantsColor(io), width: widthOf(io) }));
  return 0;
}
