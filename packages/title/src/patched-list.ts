/**
 * A list in order after changes of it: what it kept stands in its order already, and what came is put in its place. `changed` is the list before without what went,
 * followed by what came; `once`: what says the same as another is left out.
 */
export function patchedList<T>(before: readonly T[], changed: readonly T[], order: (a: T, b: T) => number, once = false): readonly T[] {
  const kept = keptOf(before, changed);
  const list = changed.slice(0, kept);
  if (kept === changed.length && kept === before.length) return before;
  for (const record of changed.slice(kept)) {
    const place = placeOf(list, record, order);
    if (!once || place === 0 || order(list[place - 1]!, record) !== 0) list.splice(place, 0, record);
  }
  return list;
}

/** How many of the changed list are those before, without what went. */
const keptOf = <T>(before: readonly T[], changed: readonly T[]): number => before.length - goneFrom(before, changed).length;

/** What a list had and has no more. */
export function goneFrom<T>(before: readonly T[], changed: readonly T[]): T[] {
  const gone: T[] = [];
  let kept = 0;
  for (let i = 0; i < before.length; i++) {
    if (changed[kept] === before[i]) kept++;
    else gone.push(before[i]!);
  }
  return gone;
}

/** Behind all that do not stand after it. */
function placeOf<T>(list: readonly T[], record: T, order: (a: T, b: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle]!, record) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
