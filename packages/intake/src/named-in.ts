import type { Evidence } from "./evidence.js";
import type { YamlValue } from "./foreign-yaml.js";
import { keptAsClaim, rawOf, unreadLicense } from "./license-names.js";
import { standsFor, unreadSource } from "./unread.js";

/** An entry of a place for names: its text, or `null` for what is no text. */
export interface NameIn {
  readonly text: string | null;
  readonly value: YamlValue;
}

/** Whether a value is empty or `null`, which says nothing. */
export const isNothing = (value: YamlValue): boolean => value.items === null && value.entries === null && value.text.trim() === "";

/** The entries in a place for a name or a list of names. What is empty says nothing and is left out; what is no text is kept, for something stands there. */
export const namesIn = (value: YamlValue | undefined): NameIn[] =>
  (value?.items ?? (value === undefined ? [] : [value])).filter((each) => !isNothing(each)).map((each) => ({ text: each.items === null && each.entries === null ? each.text.trim() : null, value: each }));

/** Tells a source that is named in a way that cannot be read. Returns the id of what stands for it. */
export function unreadAt(value: Pick<YamlValue, "line" | "column">, file: string, message: string, kind: string, to: string, into: Evidence): string {
  into.problem("wrong-type", message, { file, line: value.line, column: value.column }, standsFor);
  return unreadSource(to, kind, into);
}

/** What stands for a license that cannot be read where there is no value to keep. */
const unnamedLicense = "a license that cannot be read";

/** Tells a license that is stated in a way that cannot be read. Returns the name of what stands for it: the value as it stands, where it is at hand. Nobody's terms have it, so that no other license is taken for all that was stated. */
export function unreadLicenseAt({ line, column }: Pick<YamlValue, "line" | "column">, file: string, key: string, into: Evidence, value?: YamlValue): string {
  into.problem("wrong-type", `\`${key}\` has a license that is neither a text nor anything with a name`, { file, line, column }, keptAsClaim);
  return value === undefined ? unnamedLicense : unreadLicense(value);
}

/** The names in a place for licenses; `whole`: all that stands there as JSON, where not all of it can be read. `nameOf`: what an object is called by, in formats that have such. */
export function licensesIn(value: YamlValue, file: string, key: string, into: Evidence, nameOf: (object: YamlValue) => string | null = () => null): { readonly names: readonly string[]; readonly whole: string | null } {
  const found = namesIn(value).map((each) => ({ ...each, text: each.text ?? (each.value.entries === null ? null : nameOf(each.value)) }));
  const names = found.map((each) => each.text ?? unreadLicenseAt(each.value, file, key, into, each.value));
  return { names, whole: found.some((each) => each.text === null) ? rawOf(value) : null };
}
