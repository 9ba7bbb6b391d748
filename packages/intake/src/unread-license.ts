import type { Evidence } from "./evidence.js";
import { jsonOf } from "./foreign-yaml.js";
import type { YamlValue } from "./foreign-yaml.js";
import { namesIn } from "./name-place.js";

/** Hint of a problem with a license that cannot be read. */
export const keptAsClaim = "write its name; what stands there is kept as a license that nobody knows";

/** A license that is written in a way that cannot be read, as the name of one that nobody knows. */
export const unreadLicense = (value: YamlValue): string => JSON.stringify(jsonOf(value));

/** The names in a place for licenses: one text or a list of them. What is no text is a license all the same, which nobody knows: it is told to `wrong`. */
export const licenseNamesIn = (place: YamlValue, wrong: (each: YamlValue) => void): string[] =>
  namesIn(place).map(({ text, value }) => {
    if (text === null) wrong(value);
    return text ?? unreadLicense(value);
  });

/** The place as it stands. */
export const rawOf = (value: YamlValue): string => (value.items === null && value.entries === null ? value.text : JSON.stringify(jsonOf(value)));

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
