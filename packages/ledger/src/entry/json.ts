/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How deep a text of JSON is nested, found without reading it: what is too deep is not given to a parser. */
export function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (quoted && code === 92) at += 1;
    else if (!quoted && (code === 123 || code === 91)) deepest = Math.max(deepest, (depth += 1));
    else if (!quoted && (code === 125 || code === 93)) depth -= 1;
  }
  return deepest;
}
