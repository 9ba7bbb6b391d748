import type { Called } from "../words/names.js";

const [thing, version, end, escape] = ["\u0001", "\u0002", "\u0003", "\u0004"];
const marks = new RegExp(`([${thing}${version}])([^${end}]*)${end}`, "g");
const [special, escaped] = [new RegExp(`[${thing}-${escape}]`, "g"), new RegExp(`${escape}(.)`, "g")];

/** An imported name may hold whatever somebody wrote, marks too. */
const written = (name: string): string => name.replaceAll(special, (char) => `${escape}${char.charCodeAt(0)}`);
const read = (name: string): string => (name.includes(escape) ? name.replaceAll(escaped, (_, code: string) => String.fromCharCode(Number(code))) : name);

/** What things are called in words in which their names, and where versions stand, are to be found again. */
export const marked: Called = { thing: (name) => `${thing}${written(name)}${end}`, version: (name) => `${version}${written(name)}${end}` };

/** Marked words with other names in the place of theirs, still marked. */
export const renamed = (words: string, named: (name: string) => string): string => (words === "" ? "" : words.replaceAll(marks, (_, what: string, name: string) => `${what}${written(named(read(name)))}${end}`));

/** Marked words as they are read, with other names in the place of theirs, and the versions of those. */
export const spoken = (words: string, named: (name: string) => string, versionOf: (name: string) => string | null): string =>
  words === "" ? "" : words.replaceAll(marks, (_, what: string, name: string) => (what === thing ? named(read(name)) : versionOf(named(read(name)))!));

/** Whether words about some things can be told of others: they tell the version of a thing where there is one. */
export const areToldAlike = (names: readonly string[], others: readonly string[], versionOf: (name: string) => string | null): boolean => names.every((name, i) => (versionOf(name) === null) === (versionOf(others[i]!) === null));

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
