import type { Instrument, Norm, NormKind } from "@cleartitle/norms";
import { eachOf, type FileReport, type Path, recordsOf } from "./report.js";
import type { TitleFile } from "./title-file.js";

const idsOf = (norms: readonly Norm[], kind?: NormKind): Set<string> => new Set(norms.filter((norm) => kind === undefined || norm.kind === kind).map(({ id }) => id));

/** Norms of a text that another one of it names, with what each would be. */
function namedBy(norm: Norm, norms: readonly Norm[]): readonly [what: string, ids: readonly string[] | undefined, among: ReadonlySet<string>, at: Path] | null {
  if (norm.kind === "permit") return ["duty of this text", norm.permit.duties, idsOf(norms, "oblige"), ["permit", "duties"]];
  if (norm.kind === "except") return ["permit of this text", norm.except.from, idsOf(norms, "permit"), ["except", "from"]];
  return norm.kind === "survive" ? ["norm of this text", norm.survive.norms, idsOf(norms), ["survive", "norms"]] : null;
}

/** A text that stands on another one speaks of the norms of that, too. */
const standsAlone = ({ norms }: Pick<Instrument, "norms">): boolean => !norms.some((norm) => norm.kind === "modify" || norm.kind === "incorporate");

/** Norms that others of a text name and that it does not have. `norms`: those to be looked at; `path`: where they stand. */
export function checkNamedNorms(norms: readonly Norm[], text: Pick<Instrument, "norms">, path: Path, report: FileReport): void {
  if (!standsAlone(text)) return;
  for (const [index, norm] of norms.entries()) {
    const named = namedBy(norm, text.norms);
    if (named === null) continue;
    const [what, ids, among, at] = named;
    for (const [id, place] of eachOf<string>(ids, [...path, "norms", index, ...at])) if (!among.has(id)) report.name("dangling-reference", what, id, among, place);
  }
}

/**
 * Norms that a file's own instruments name and do not have. What takes back a permit under a misspelled name takes back nothing, and a permit that names a duty so
 * comes without it.
 */
export function checkNormReferences(file: TitleFile, report: FileReport): void {
  for (const [instrument, path] of recordsOf(file.instruments, "instruments")) checkNamedNorms(instrument.norms, instrument, path, report);
}
