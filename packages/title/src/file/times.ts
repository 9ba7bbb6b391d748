import type { Period } from "@cleartitle/norms";
import type { FileDerivation } from "./asset.js";
import { listOf } from "./list.js";
import { type FileReport, recordsOf } from "./report.js";
import type { TitleFile } from "./title-file.js";

/**
 * The first day on which each thing can have been there of which the file says nothing but that it was made; not in it: what an act without a date made. What is described may have been there
 * before, and so may what an import wrote, which describes all.
 */
function firstDays(file: TitleFile): ReadonlyMap<string, string> {
  const [days, other] = [new Map<string, string>(), new Set((file.assets ?? []).map(({ id }) => id))];
  for (const { to, on } of file.derivations ?? []) {
    const from = on?.from ?? null;
    if (to === undefined || other.has(to)) continue;
    if (from === null) other.add(to);
    else if (from < (days.get(to) ?? "9999-12-31")) days.set(to, from);
  }
  for (const id of other) days.delete(id);
  return days;
}

const lastDay = ({ on }: FileDerivation): Period["to"] => on?.to ?? null;

/**
 * Things that are used before anything made them. What is made later is not in a thing of an earlier day, so that with a slip in a date whatever went into it would count for nothing.
 */
export function checkTimes(file: TitleFile, report: FileReport): void {
  const days = firstDays(file);
  const tell = (id: string, by: string | null, path: readonly (string | number)[]): void => {
    const day = days.get(id);
    if (day !== undefined && by !== null && by < day) report.add("contradiction", path, `\`${id}\` is used on ${by}, and nothing makes it before ${day}`, by, "correct one of the dates; describe under `assets` what was there before");
  };
  for (const [derivation, path] of recordsOf(file.derivations, "derivations")) for (const id of listOf(derivation.from)) tell(id, lastDay(derivation), [...path, "on"]);
  for (const [name, use] of Object.entries(file.uses ?? {})) tell(use.of, use.on, ["uses", name, "on"]);
}
