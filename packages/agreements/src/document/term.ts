import type { DocumentFrame } from "./document-frame.js";

const letter = "[\\p{L}\\p{N}]";
const patterns = new Map<string, RegExp>();

function patternOf(form: string): RegExp {
  let pattern = patterns.get(form);
  if (pattern === undefined) {
    const escaped = form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    // A form that begins or ends with a sign of its own, as `'s leave`, needs no border there.
    patterns.set(form, (pattern = new RegExp(`${/^[\p{L}\p{N}]/u.test(form) ? `(?<!${letter})` : ""}${escaped}(?!${letter})`, "u")));
  }
  return pattern;
}

/** Whether a text says a term by one of its forms, as words of their own. */
export const isSaid = (form: string, text: string): boolean => patternOf(form).test(text);

/** Terms of which texts speak, and those by which these are defined, in the order of the alphabet. */
export function termsUsed(definitions: DocumentFrame["definitions"], texts: readonly string[]): DocumentFrame["definitions"] {
  const used = new Set(definitions.filter(({ forms }) => forms.some((form) => texts.some((text) => isSaid(form, text)))));
  for (const each of used) for (const other of definitions) if (other.forms.some((form) => isSaid(form, each.text))) used.add(other);
  return [...used].toSorted((a, b) => (a.term < b.term ? -1 : 1));
}
