import { listsBy } from "@cleartitle/norms";
import type { FileTaken } from "../io.js";

const most = 3;

/** A number with its noun; the engine has the same with more, and is not loaded for this. */
export const numbered = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

const some = (list: readonly string[]): string => list.slice(0, most).join(", ") + (list.length > most ? ` and ${list.length - most} more` : "");

/** What was read, one line for each format, and what was left out, one line for each reason, with a few of the files. */
export function sayFiles(files: readonly FileTaken[]): string[] {
  const read = new Map<string, { files: number; records: number }>();
  const left = listsBy(files, ({ format, why }) => (format === null ? [why ?? ""] : []));
  for (const { format, records } of files) {
    if (format !== null) read.set(format, { files: (read.get(format)?.files ?? 0) + 1, records: (read.get(format)?.records ?? 0) + records });
  }
  return [
    ...[...read].toSorted(byName).map(([format, count]) => `read as ${format}: ${numbered(count.records, "record")} in ${numbered(count.files, "file")}`),
    ...[...left].toSorted(byName).map(([why, list]) => `left out, ${why}: ${some(list.map(({ file }) => file))}`),
  ];
}

/** Every file with what became of it, for whoever asks for the whole list. */
export function sayEachFile(files: readonly FileTaken[]): string[] {
  return files.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)).map(({ file, format, records, why }) => (format === null ? `left out ${file}: ${why}` : `read ${file} as ${format}: ${numbered(records, "record")}`));
}
