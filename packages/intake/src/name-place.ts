import { valueAt, valuesOf } from "./foreign-yaml.js";
import type { YamlValue } from "./foreign-yaml.js";

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

/** Whether a value says nothing: nothing, an empty text, an empty list or an empty mapping. */
const isEmpty = (value: YamlValue): boolean => isNothing(value) || (value.items ?? value.entries)?.length === 0;

/** What stands where a list is due: its items, and what is no list as one of them, for it names something. What is empty names nothing. */
export const listedIn = (value: YamlValue): readonly YamlValue[] => value.items ?? (isEmpty(value) ? [] : [value]);

/** The same of all that has a key, for one that stands twice is there twice. */
export const placedAt = (value: YamlValue | null | undefined, ...keys: readonly string[]): YamlValue[] => valuesOf(valueAt(value, ...keys.slice(0, -1)), keys.at(-1) ?? "").flatMap(listedIn);
