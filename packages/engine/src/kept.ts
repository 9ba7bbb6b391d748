/** What is kept under a key, made where nothing is yet. */
export function kept<K, V>(values: { readonly get: (key: K) => V | undefined; readonly set: (key: K, value: V) => unknown }, key: K, make: () => V): V {
  let value = values.get(key);
  if (value === undefined) values.set(key, (value = make()));
  return value;
}
