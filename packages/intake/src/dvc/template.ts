import type { YamlValue } from "../foreign-yaml.js";
import { valueAt } from "../foreign-yaml.js";

/** Names that a `${…}` may read, innermost first. */
export type Scope = readonly YamlValue[];

const reference = /\$\{\s*([A-Za-z0-9_.[\]-]{1,200})\s*\}/g;

const at = (scope: Scope, name: string): YamlValue | undefined => {
  const keys = name.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
  for (const level of scope) {
    let current: YamlValue | undefined = level;
    for (const key of keys) current = current?.items === null || current === undefined ? valueAt(current, key) : current.items[Number(key)];
    if (current !== undefined) return current;
  }
  return undefined;
};

/** The text with its references filled in; `null` if one has no scalar value: what it would say is then unknown. */
function filled(text: string, scope: Scope): string | null {
  let whole = true;
  const result = text.replace(reference, (_, name: string) => {
    const value = at(scope, name);
    if (value === undefined || value.items !== null || value.entries !== null) whole = false;
    return value?.text ?? "";
  });
  return whole && !result.includes("${") ? result : null;
}

/** A value that is one reference, as what it refers to. */
export function referred(value: YamlValue | undefined, scope: Scope): YamlValue | undefined {
  const name = value === undefined ? undefined : /^\$\{\s*([A-Za-z0-9_.[\]-]{1,200})\s*\}$/.exec(value.text.trim())?.[1];
  return name === undefined ? value : at(scope, name);
}

/** A copy of a value with its references filled in; `null` if one cannot be. */
export function filledValue(value: YamlValue, scope: Scope): YamlValue | null {
  if (value.items !== null) {
    const items = value.items.map((each) => filledValue(each, scope));
    return items.includes(null) ? null : { ...value, items: items.filter((each) => each !== null) };
  }
  if (value.entries !== null) {
    const entries = value.entries.map(([key, each]) => [filled(key, scope), filledValue(each, scope)] as const);
    return entries.some(([key, each]) => key === null || each === null) ? null : { ...value, entries: entries.map(([key, each]) => [key ?? "", each ?? value] as const) };
  }
  const text = filled(value.text, scope);
  return text === null ? null : text === value.text ? value : { ...value, text, scalar: text };
}
