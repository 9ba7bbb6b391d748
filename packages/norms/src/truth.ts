/**
 * Strong Kleene logic. `unknown` is never `false`: a permission that needs an unknown fact does not grant,
 * a prohibition that needs one does not clear.
 */
export type Truth = "true" | "false" | "unknown";

export const not = (a: Truth): Truth => (a === "true" ? "false" : a === "false" ? "true" : "unknown");

/** Weakest of all; `true` for none. */
export function and(values: Iterable<Truth>): Truth {
  let result: Truth = "true";
  for (const value of values) {
    if (value === "false") return "false";
    if (value === "unknown") result = "unknown";
  }
  return result;
}

/** Strongest of all; `false` for none. */
export function or(values: Iterable<Truth>): Truth {
  let result: Truth = "false";
  for (const value of values) {
    if (value === "true") return "true";
    if (value === "unknown") result = "unknown";
  }
  return result;
}

export const truthOf = (value: boolean): Truth => (value ? "true" : "false");
