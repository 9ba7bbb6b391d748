/** Records under each of their keys, in the order given; a record that names a key twice is there once. */
export function listsBy<T, K = string>(records: Iterable<T>, keys: (record: T) => readonly K[]): Map<K, T[]> {
  const lists = new Map<K, T[]>();
  for (const record of records) {
    for (const key of new Set(keys(record))) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [record]);
      else list.push(record);
    }
  }
  return lists;
}
