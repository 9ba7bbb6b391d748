import type { Evidence } from "./evidence.js";
import type { YamlValue } from "./foreign-yaml.js";

/**
 * The id of what stands for a source that a record names in a way that cannot be read: something of its own, of which nothing is known. That a source was named must not be lost, or what came of it
 * would be decided as if it had none. What is wrong with the record is told by the caller, as a problem with its place.
 */
export const unreadSource = (to: string, kind: string, into: Evidence): string => into.mention(`${to}#${kind}/unreadable`, kind);

/** Hint of a problem with such a record. */
export const standsFor = "something of which nothing is known stands for it";

/** Tells a source that is named in a way that cannot be read. Returns the id of what stands for it. */
export function unreadAt(value: Pick<YamlValue, "line" | "column">, file: string, message: string, kind: string, to: string, into: Evidence): string {
  into.problem("wrong-type", message, { file, line: value.line, column: value.column }, standsFor);
  return unreadSource(to, kind, into);
}
