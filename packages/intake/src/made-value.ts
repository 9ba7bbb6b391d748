import type { YamlValue } from "./foreign-yaml.js";

/** Values as a document in JSON or YAML has them, made of one in another syntax, so that one reading serves both. Columns are not kept. */
const blank = { column: 1, scalar: null, text: "", items: null, entries: null };

export const textValue = (text: string, line: number): YamlValue => ({ ...blank, line, scalar: text, text });
export const listValue = (items: readonly YamlValue[], line: number): YamlValue => ({ ...blank, line, items });
export const mapValue = (entries: readonly (readonly [string, YamlValue])[], line: number): YamlValue => ({ ...blank, line, entries });
