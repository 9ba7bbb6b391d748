const numbers = new WeakMap<object, number>();
let met = 0;

/** A number for a thing that nothing else bears, as a part of a key: texts and norms are told apart by it without being read. */
export function numberOf(thing: object): number {
  let number = numbers.get(thing);
  if (number === undefined) numbers.set(thing, (number = ++met));
  return number;
}
