import { protectionBlocks } from "@cleartitle/engine";
import { nameHint, type ExitCode } from "@cleartitle/norms";
import type { Io } from "../io.js";
import { usageStop } from "../stop.js";
import { openCatalogue } from "../world.js";
import { jsonOf, wordingOfCatalogue, writeBlocks, type Format } from "./catalogue.js";

/** Tells which means of protection a kind of asset has, under which facts, and how each layer comes into question. */
export async function protection(io: Io, kind: string | undefined, options: { readonly format: Format }): Promise<ExitCode> {
  const catalogue = await openCatalogue(io);
  const all = [...(catalogue.protections?.values() ?? [])];
  const found = kind === undefined ? all : all.filter((each) => each.id === kind || each.kinds.includes(kind));
  if (kind !== undefined && found.length === 0) throw usageStop(`no means of protection are recorded for \`${kind}\``, nameHint(kind, all.flatMap((each) => [each.id, ...each.kinds])) ?? `such are for ${all.flatMap((each) => each.kinds).join(", ")}`);
  if (options.format === "json") io.stdout.write(jsonOf("protection", catalogue, { records: found }));
  else writeBlocks(io, found.flatMap((each) => protectionBlocks(each, wordingOfCatalogue(catalogue))), options.format);
  return 0;
}
