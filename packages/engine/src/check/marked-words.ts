import type { Called } from "../words/names.js";

/** Below every character of an id. */
const [thing, version, end] = ["\u0001", "\u0002", "\u0003"];
const marks = new RegExp(`([${thing}${version}])([^${end}]*)${end}`, "g");

/** What things are called in words in which their names, and where versions stand, are to be found again. */
export const marked: Called = { thing: (name) => `${thing}${name}${end}`, version: (name) => `${version}${name}${end}` };

/** Marked words with other names in the place of theirs, still marked. */
export const renamed = (words: string, named: (name: string) => string): string => (words === "" ? "" : words.replaceAll(marks, (_, what: string, name: string) => `${what}${named(name)}${end}`));

/** Marked words as they are read, with other names in the place of theirs, and the versions of those. */
export const spoken = (words: string, named: (name: string) => string, versionOf: (name: string) => string | null): string =>
  words === "" ? "" : words.replaceAll(marks, (_, what: string, name: string) => (what === thing ? named(name) : versionOf(named(name))!));

/** What marked words say besides names and versions. */
export const unnamed = (words: string): string => (words === "" ? "" : words.replaceAll(marks, ""));

const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/** Whether a name stands in a text and is not a piece of a longer word there. */
export function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text[at - 1] ?? "") && !isLetter(text[at + name.length] ?? "")) return true;
  }
  return false;
}
