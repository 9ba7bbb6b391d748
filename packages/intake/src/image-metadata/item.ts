/** Where bytes of an item lie: in the file, or in the box of data within the description of items. */
interface Extent {
  readonly from: number;
  readonly size: number;
  readonly within: "file" | "data";
}

/** An item of an image file (HEIF, AVIF) that is XMP. */
export interface XmpItem {
  readonly extents: readonly Extent[];
  /** Whether its bytes are packed, which is not undone. */
  readonly packed: boolean;
}

const maxItems = 10_000;

interface Box {
  readonly type: string;
  readonly data: Buffer;
}

/** The boxes of some data; `null` where they do not fill it, or are more than anybody writes: of the rest nobody knows what it is. */
function boxesIn(data: Buffer): Box[] | null {
  const found: Box[] = [];
  let at = 0;
  while (at + 8 <= data.length && found.length < maxItems) {
    const size = data.readUInt32BE(at);
    if (size < 8 || at + size > data.length) return null;
    found.push({ type: data.toString("latin1", at + 4, at + 8), data: data.subarray(at + 8, at + size) });
    at += size;
  }
  return at === data.length ? found : null;
}

/** Numbers of a box, one after the other; beyond its end all are 0. */
class Numbers {
  #at: number;

  constructor(private readonly data: Buffer, at: number) {
    this.#at = at;
  }

  take(bytes: number): number {
    const from = this.#at;
    this.#at += bytes;
    let value = 0;
    for (let n = from; n < from + bytes; n++) value = value * 256 + (this.data[n] ?? 0);
    return value;
  }

  get ended(): boolean {
    return this.#at > this.data.length;
  }
}

/** The ids of items of XMP, and whether they are packed; `null` where what describes the items is damaged. */
function xmpIds(infos: Buffer): ReadonlyMap<number, boolean> | null {
  const found = new Map<number, boolean>();
  const boxes = boxesIn(infos.subarray((infos[0] ?? 0) > 0 ? 8 : 6));
  if (boxes === null) return null;
  for (const { type, data } of boxes) {
    const version = data[0] ?? 0;
    if (type !== "infe" || version < 2) continue;
    const id = new Numbers(data, 4).take(version === 2 ? 2 : 4);
    const rest = data.subarray(version === 2 ? 8 : 10).toString("latin1");
    const [, content, encoding] = rest.slice(4).split("\0");
    if (rest.startsWith("mime") && content === "application/rdf+xml") found.set(id, (encoding ?? "") !== "");
  }
  return found;
}

function extentsIn(places: Buffer, wanted: ReadonlySet<number>): ReadonlyMap<number, readonly Extent[]> {
  const version = places[0] ?? 0;
  const numbers = new Numbers(places, 4);
  const [sizes, more] = [numbers.take(1), numbers.take(1)];
  const [ofOffset, ofLength, ofBase, ofIndex] = [sizes >> 4, sizes & 15, more >> 4, version > 0 ? more & 15 : 0];
  const count = numbers.take(version < 2 ? 2 : 4);
  const found = new Map<number, Extent[]>();
  for (let n = 0; n < Math.min(count, maxItems) && !numbers.ended; n++) {
    const id = numbers.take(version < 2 ? 2 : 4);
    const method = version > 0 ? numbers.take(2) & 15 : 0;
    numbers.take(2);
    const base = numbers.take(ofBase);
    const extents: Extent[] = [];
    const pieces = numbers.take(2);
    for (let piece = 0; piece < pieces && !numbers.ended; piece++) {
      numbers.take(ofIndex);
      const [offset, size] = [numbers.take(ofOffset), numbers.take(ofLength)];
      extents.push({ from: base + offset, size, within: method === 1 ? "data" : "file" });
    }
    if (wanted.has(id) && method < 2 && !numbers.ended) found.set(id, extents);
  }
  return found;
}

/** The items of XMP that the description of items names, and the data that lies within it; `null` where it is damaged. */
export function xmpItemsIn(description: Buffer): { readonly items: readonly XmpItem[]; readonly data: Buffer } | null {
  // QuickTime has no version before the boxes.
  const boxes = boxesIn(description.toString("latin1", 4, 8) === "hdlr" ? description : description.subarray(4));
  const of = (type: string): Buffer => boxes?.find((each) => each.type === type)?.data ?? Buffer.alloc(0);
  const ids = xmpIds(of("iinf"));
  if (boxes === null || ids === null) return null;
  const extents = extentsIn(of("iloc"), new Set(ids.keys()));
  return { items: [...ids].map(([id, packed]) => ({ extents: extents.get(id) ?? [], packed })), data: of("idat") };
}
