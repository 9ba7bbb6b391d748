const index = /^(?:0|[1-9]\d{0,9})$/u;
const placeIn = (key: string | symbol, length: number): number => (typeof key === "string" && index.test(key) && Number(key) < length ? Number(key) : -1);

/** A list of which each item is made whenever it is read, and none is held. It is read like any other, and cannot be written. */
export function readList<T>(length: number, at: (place: number) => T): readonly T[] {
  function* each(): Generator<T> {
    for (let place = 0; place < length; place++) yield at(place);
  }
  return new Proxy<T[]>([], {
    get(target, key, list) {
      if (key === "length") return length;
      if (key === Symbol.iterator) return each;
      const place = placeIn(key, length);
      return place < 0 ? (Reflect.get(target, key, list) as unknown) : at(place);
    },
    has: (target, key) => placeIn(key, length) >= 0 || Reflect.has(target, key),
    ownKeys: () => [...Array.from({ length }, (_, place) => String(place)), "length"],
    getOwnPropertyDescriptor(target, key) {
      if (key === "length") return { value: length, writable: true, enumerable: false, configurable: false };
      const place = placeIn(key, length);
      return place < 0 ? Reflect.getOwnPropertyDescriptor(target, key) : { value: at(place), writable: false, enumerable: true, configurable: true };
    },
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}
