import type { Span } from "../text/text.js";

/** What a clause says of a day: that something begins with it, ends with it, or is only named by it, such as another agreement. */
type DayRole = "begins" | "ends" | "names";

const cues: readonly (readonly [DayRole, RegExp])[] = [
  ["begins", /\b(?:effective|effect|force|commenc\w*|begin\w*|began|start\w*|from|since)\b/giu],
  ["ends", /\b(?:until|till|through|thru|to|end|ends|ended|ending|expir\w*|terminat\w*|conclud\w*)\b/giu],
  ["names", /\b(?:dated|signed|executed|entered|made|notice|before|after|prior)\b/giu],
];
/** So far before a day stands the word that says what it is. */
const reach = 60;

/** By the last word before the day that says it, unless another day stands between. null: no word says it. */
export function roleOfDay(text: string, { start }: Span, before: Span | null): DayRole | null {
  const lead = text.slice(Math.max(0, before?.end ?? 0, start - reach), start);
  const found = cues.flatMap(([role, cue]) => [...lead.matchAll(cue)].map(({ index }) => ({ role, index })));
  return found.toSorted((one, two) => two.index - one.index)[0]?.role ?? null;
}
