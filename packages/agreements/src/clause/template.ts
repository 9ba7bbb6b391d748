import type { FieldValue } from "./field.js";

/** Values by the name of their parameter; null: the deal does not say it. */
export type Values = ReadonlyMap<string, FieldValue | null>;

const whole = /^\{\{([a-z][a-z0-9.-]*)\}\}$/;
const inText = /\{\{([a-z][a-z0-9.-]*)\}\}/g;

/** Clauses of the library do not change, and are asked for each deal that takes them. */
const known = new WeakMap<object, ReadonlySet<string>>();

/** Names of the parameters in a template. */
export function parametersIn(node: unknown): ReadonlySet<string> {
  if (typeof node === "string") return new Set([...node.matchAll(inText)].map((found) => found[1]!));
  if (node === null || typeof node !== "object") return new Set();
  const found = known.get(node) ?? new Set(Object.values(node).flatMap((each) => [...parametersIn(each)]));
  known.set(node, found);
  return found;
}

/** What stands for a parameter in a sentence. */
export type SayValue = (name: string, value: FieldValue) => string;

export const fillText = (text: string, values: Values, say: SayValue): string =>
  text.replaceAll(inText, (_found, name: string) => {
    const value = values.get(name) ?? null;
    return value === null ? "(not said)" : say(name, value);
  });

/**
 * A template with its parameters filled in. A parameter that stands alone becomes its value, and its list a part of the list around it; within
 * a longer text it becomes words.
 */
export function fill(node: unknown, values: Values, say: SayValue): unknown {
  if (typeof node === "string") {
    const name = whole.exec(node)?.[1];
    return name === undefined ? fillText(node, values, say) : (values.get(name) ?? null);
  }
  if (Array.isArray(node)) {
    return node.flatMap((each: unknown): unknown[] => {
      const filled = fill(each, values, say);
      return typeof each === "string" && Array.isArray(filled) ? filled : [filled];
    });
  }
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, fill(each, values, say)]));
}
