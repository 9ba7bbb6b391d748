/** What is written as one thing or as a list of things, as a list; nothing written is an empty list. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** Fills in ids that were not written: a prefix and the next number that nobody took. */
export function numbered(prefix: string, given: readonly (string | undefined)[]): string[] {
  const taken = new Set(given);
  let number = 0;
  return given.map((id) => {
    if (id !== undefined) return id;
    do number++;
    while (taken.has(`${prefix}${number}`));
    return `${prefix}${number}`;
  });
}
