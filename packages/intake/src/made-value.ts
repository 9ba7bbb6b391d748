import type { YamlValue } from "./foreign-yaml.js";

/** Values as a document in JSON or YAML has them, made of one in another syntax, so that one reading serves both. Columns are not kept. */
export const textValue = (text: string, line: number): YamlValue => ({ line, column: 1, scalar: text, text, items: null, entries: null });
export const listValue = (items: readonly YamlValue[], line: number): YamlValue => ({ line, column: 1, scalar: null, text: "", items, entries: null });
export const mapValue = (entries: readonly (readonly [string, YamlValue])[], line: number): YamlValue => ({ line, column: 1, scalar: null, text: "", items: null, entries });
