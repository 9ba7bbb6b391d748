import type { Identification } from "@cleartitle/catalogue";

/** With it the same texts are distorted in the same way on every machine. */
export const seed = 20261127;

/** A text that a license is to be named from. */
export interface AskedText {
  /** Any of these is right. */
  readonly ids: readonly string[];
  readonly text: string;
}

export const isOf = (found: Identification, ids: readonly string[]): boolean => found.base !== null && [found.base, ...found.among].some((id) => ids.includes(id));
