import type { Evidence } from "./evidence.js";
import { valueAt, valuesOf } from "./foreign-yaml.js";
import type { YamlValue } from "./foreign-yaml.js";

/**
 * The id of what stands for a source that a record names in a way that cannot be read: something of its own, of which nothing is known. That a source was named must not be lost, or what came of it
 * would be decided as if it had none. What is wrong with the record is told by the caller, as a problem with its place.
 */
export const unreadSource = (to: string, kind: string, into: Evidence): string => into.mention(`${to}#${kind}/unreadable`, kind);

/** Hint of a problem with such a record. */
export const standsFor = "something of which nothing is known stands for it";

/** Whether a value says nothing: nothing, an empty text, an empty list or an empty mapping. */
const isEmpty = (value: YamlValue): boolean => (value.items === null && value.entries === null ? value.scalar === null || value.text.trim() === "" : (value.items ?? value.entries ?? []).length === 0);

/** What stands where a list is due: its items, and what is no list as one of them, for it names something. What is empty names nothing. */
export const listedIn = (value: YamlValue): readonly YamlValue[] => value.items ?? (isEmpty(value) ? [] : [value]);

/** The same of all that has a key, for one that stands twice is there twice. */
export const placedAt = (value: YamlValue | null | undefined, ...keys: readonly string[]): YamlValue[] => valuesOf(valueAt(value, ...keys.slice(0, -1)), keys.at(-1) ?? "").flatMap(listedIn);
