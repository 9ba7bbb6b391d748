import type { Evidence } from "./evidence.js";

/**
 * The id of what stands for a source that a record names in a way that cannot be read: something of its own, of which nothing is known. That a source was named must not be lost, or what came of it
 * would be decided as if it had none. What is wrong with the record is told by the caller, as a problem with its place.
 */
export const unreadSource = (to: string, kind: string, into: Evidence): string => into.mention(`${to}#${kind}/unreadable`, kind);

/** Hint of a problem with such a record. */
export const standsFor = "something of which nothing is known stands for it";
