import { pushAll } from "@cleartitle/norms";
/** What stands in a header: keys with texts, in the order of the file. */
export type HeaderEntries = ReadonlyMap<string, readonly string[]>;

/** `unread`: keys whose value is no text or list of texts, is too long to be held, or stands twice. `counts`: keys with a number of things. */
export interface HeaderKeys {
  readonly entries: HeaderEntries;
  readonly unread: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, number>;
}

export type HeaderRead = (HeaderKeys & { readonly length: number }) | { readonly fault: "more" | "damaged"; readonly detail: string };

const maxKeys = 100_000;
const maxKept = 65_536;
const maxDepth = 4;

/** Bytes of a value by its type; texts (8) and lists (9) say their own length. */
const sizes: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 };

class Stopped extends Error {
  constructor(readonly fault: "more" | "damaged", message: string) {
    super(message);
  }
}

/**
 * The texts under `general.` in the first bytes of a GGUF file of version 2 or 3. Everything else, as the vocabulary, is stepped over, and nothing
 * after the keys is looked at. `more` says that the keys do not end within these bytes.
 */
export function readGguf(bytes: Uint8Array): HeaderRead {
  try {
    const cursor = new Cursor(bytes);
    if (cursor.latin(4) !== "GGUF") throw new Stopped("damaged", "the file does not begin as GGUF does");
    const version = cursor.u32();
    if (version !== 2 && version !== 3) throw new Stopped("damaged", `version ${version} of GGUF in this order of bytes is not read`);
    cursor.skip(8);
    const count = cursor.u64();
    if (count > maxKeys) throw new Stopped("damaged", `more than ${maxKeys} keys`);
    const entries = new Map<string, readonly string[]>();
    const [unread, counts] = [new Set<string>(), new Map<string, number>()];
    for (let at = 0; at < count; at++) {
      const key = cursor.text();
      const held = key?.startsWith("general.") === true ? key : null;
      const type = cursor.u32();
      if (held?.endsWith(".count") === true && type in sizes) counts.set(held, cursor.number(sizes[type] ?? 0));
      else {
        const found = value(cursor, type, held !== null, 0);
        if (held === null) continue;
        if (found === null || entries.has(held)) unread.add(held);
        else entries.set(held, found);
      }
    }
    return { entries, unread, counts, length: cursor.at };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { fault: error.fault, detail: error.message };
  }
}

/** More texts than a header names of anything. */
const maxTexts = 1_000;

/** `null` for what is not held as texts. */
function value(cursor: Cursor, type: number, held: boolean, depth: number): string[] | null {
  if (type === 8) {
    const text = held ? cursor.text() : cursor.skipText();
    return text === null ? null : [text];
  }
  if (type === 9) {
    if (depth === maxDepth) throw new Stopped("damaged", `lists nested deeper than ${maxDepth} levels`);
    const [inner, count] = [cursor.u32(), cursor.u64()];
    const size = sizes[inner];
    if (size !== undefined) {
      cursor.skip(size * count);
      return count === 0 ? [] : null;
    }
    const found: string[] = [];
    let whole = held;
    for (let at = 0; at < count; at++) {
      const each = value(cursor, inner, whole, depth + 1);
      whole &&= each !== null && found.length + each.length <= maxTexts;
      if (whole && each !== null) pushAll(found, each);
    }
    return whole ? found : null;
  }
  const size = sizes[type];
  if (size === undefined) throw new Stopped("damaged", `a value of the unknown type ${type}`);
  cursor.skip(size);
  return null;
}

class Cursor {
  at = 0;
  readonly #view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  skip(count: number): number {
    const start = this.at;
    // A length beyond what numbers hold exactly is beyond every file.
    if (!Number.isSafeInteger(start + count)) throw new Stopped("damaged", "a length that no file has");
    if (start + count > this.bytes.length) throw new Stopped("more", "the header ends in the middle");
    this.at = start + count;
    return start;
  }

  u32(): number {
    return this.#view.getUint32(this.skip(4), true);
  }

  u64(): number {
    const found = Number(this.#view.getBigUint64(this.skip(8), true));
    if (!Number.isSafeInteger(found)) throw new Stopped("damaged", "a length that no file has");
    return found;
  }

  /** A number without a sign, of so many bytes. */
  number(size: number): number {
    const start = this.skip(size);
    return this.bytes.subarray(start, start + size).reduceRight((sum, byte) => sum * 256 + byte, 0);
  }

  latin(count: number): string {
    const start = this.skip(count);
    return String.fromCharCode(...this.bytes.subarray(start, start + count));
  }

  skipText(): null {
    this.skip(this.u64());
    return null;
  }

  /** `null` for a text that is too long to be one about rights. */
  text(): string | null {
    const length = this.u64();
    const start = this.skip(length);
    return length > maxKept ? null : new TextDecoder().decode(this.bytes.subarray(start, start + length));
  }
}
