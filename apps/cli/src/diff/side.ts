import { type AgreementSide, openSide as opened, type SideOptions } from "@cleartitle/agreements";
import { sayCount } from "@cleartitle/engine";
import { readBytes } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";

/** Opens one of two agreements that are compared. */
export async function openSide(io: Io, file: string, options: SideOptions): Promise<AgreementSide> {
  const found = await opened(await readBytes(io, file), file, options);
  if ("problems" in found) throw new Stop(found.problems);
  const differences = found.side.terms === null ? 0 : (found.side.read?.differences.length ?? 0);
  const told = differences === 0 ? [] : [`\`${file}\` says in ${sayCount(differences, "place")} something else than the deal inside it: its text is what counts. \`cleartitle draft read\` tells each.`];
  return { ...found.side, notes: [...found.side.notes, ...told] };
}
