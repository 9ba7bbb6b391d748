/** The start of a segment that holds a piece of a packet that is too large for one. */
const start = "http://ns.adobe.com/xmp/extension/\0";
const headSize = start.length + 40;

/** The rest of packets that are larger than one segment of a JPEG file, put together piece by piece. */
export class Extension {
  readonly #packets = new Map<string, { readonly size: number; readonly pieces: { readonly at: number; readonly bytes: Buffer }[] }>();
  #held = 0;

  constructor(private readonly limit: number) {}

  /** Takes a segment if it holds a piece; tells whether it did. */
  take(segment: Buffer): boolean {
    if (segment.length < headSize || segment.toString("latin1", 0, start.length) !== start) return false;
    const name = segment.toString("latin1", start.length, start.length + 32);
    const [size, at] = [segment.readUInt32BE(headSize - 8), segment.readUInt32BE(headSize - 4)];
    const packet = this.#packets.get(name) ?? { size, pieces: [] };
    this.#packets.set(name, packet);
    this.#held += segment.length;
    if (this.#held <= this.limit) packet.pieces.push({ at, bytes: segment.subarray(headSize) });
    return true;
  }

  /** The packets that the first one names, whole; `null` for one of which a piece is missing. Others are of an earlier state of the picture. */
  packets(first: string): readonly (Buffer | null)[] {
    return [...this.#packets].filter(([name]) => first.includes(name)).map(([, { size, pieces }]) => {
      const sorted = pieces.toSorted((a, b) => a.at - b.at);
      let end = 0;
      for (const each of sorted) end = each.at === end ? end + each.bytes.length : Number.NaN;
      return end === size && this.#held <= this.limit ? Buffer.concat(sorted.map((each) => each.bytes)) : null;
    });
  }
}
