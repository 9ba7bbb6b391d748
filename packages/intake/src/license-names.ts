import { jsonOf } from "./foreign-yaml.js";
import type { YamlValue } from "./foreign-yaml.js";

/** Hint of a problem with a license that cannot be read. */
export const keptAsClaim = "write its name; what stands there is kept as a license that nobody knows";

/** A license that is written in a way that cannot be read, as the name of one that nobody knows. */
export const unreadLicense = (value: YamlValue): string => JSON.stringify(jsonOf(value));

/**
 * The names in a place for licenses: one text or a list of them. What is no text is a license all the same, which nobody knows: it is told to `wrong`. Nothing and an empty text name none.
 */
export function namesIn(value: YamlValue, wrong: (each: YamlValue) => void): string[] {
  return (value.items ?? [value]).flatMap((each) => {
    if (each.items === null && each.entries === null) return each.text.trim() === "" ? [] : [each.text.trim()];
    wrong(each);
    return [unreadLicense(each)];
  });
}

/** The place as it stands. */
export const rawOf = (value: YamlValue): string => (value.items === null && value.entries === null ? value.text : JSON.stringify(jsonOf(value)));
