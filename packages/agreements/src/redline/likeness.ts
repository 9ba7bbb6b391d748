/** Words of a text, each with how often it stands there. */
export type WordBag = ReadonlyMap<string, number>;

/** Texts with fewer words in common than this are two. */
export const leastLikeness = 0.5;

/** Beyond so many pairs lines are laid side by side by their place alone. */
const mostPairs = 40_000;

export function wordBag(text: string): WordBag {
  const bag = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

const sizeOf = (bag: WordBag): number => [...bag.values()].reduce((sum, each) => sum + each, 0);

/** Share of the words of two texts that they have in common: 1 for the same words, 0 for none. */
export function likenessOf(a: WordBag, b: WordBag): number {
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  const all = sizeOf(a) + sizeOf(b);
  return all === 0 ? 0 : (2 * shared) / all;
}

/** A line of before, and the one that stands in its place; null: none does. */
export interface LinePair {
  readonly before: string | null;
  readonly after: string | null;
  /** They have enough words in common to be one line that was changed. */
  readonly alike: boolean;
}

/** Places of lines that are like each other, in the order of both, so that all pairs together have the most in common. */
function likest(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  if (before.length * after.length > mostPairs) return [];
  const [bags, others] = [before.map(wordBag), after.map(wordBag)];
  const likeness = bags.map((bag) => others.map((other) => likenessOf(bag, other)));
  const best = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0));
  const paired = (i: number, j: number): number => (likeness[i]![j]! < leastLikeness ? -1 : likeness[i]![j]! + best[i + 1]![j + 1]!);
  for (let i = before.length - 1; i >= 0; i--) for (let j = after.length - 1; j >= 0; j--) best[i]![j] = Math.max(paired(i, j), best[i + 1]![j]!, best[i]![j + 1]!);
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < before.length && j < after.length; ) {
    if (paired(i, j) === best[i]![j]) pairs.push([i++, j++]);
    else if (best[i + 1]![j] === best[i]![j]) i++;
    else j++;
  }
  return pairs;
}

/** Lines side by side in their order: those that are like each other, and between them the others by their place. */
export function pairedLines(before: readonly string[], after: readonly string[]): readonly LinePair[] {
  const pairs: LinePair[] = [];
  let [i, j] = [0, 0];
  for (const [one, other] of [...likest(before, after), [before.length, after.length] as const]) {
    const [gone, come] = [before.slice(i, one), after.slice(j, other)];
    for (let at = 0; at < Math.max(gone.length, come.length); at++) pairs.push({ before: gone[at] ?? null, after: come[at] ?? null, alike: false });
    if (one < before.length && other < after.length) pairs.push({ before: before[one]!, after: after[other]!, alike: true });
    [i, j] = [one + 1, other + 1];
  }
  return pairs;
}
