/** Adds many to a list. As arguments of one call they would run out of stack, from some hundred thousand on. */
export function pushAll<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}
