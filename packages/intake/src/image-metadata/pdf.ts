import { inflateSync, constants } from "node:zlib";

/** The packet of XMP that is about a document as a whole; nothing, or why it cannot be had. */
export type DocumentPacket = { readonly packet: Buffer } | { readonly none: true } | { readonly fault: string };

const maxUnpacked = 16_777_216;
const maxTogether = 67_108_864;
const maxStreams = 10_000;
/** How far a dictionary may reach: of a catalog or a stream none is longer. */
const maxDictionary = 65_536;

/** The last of what is found: a file may hold millions, which are not kept. */
function lastIn(text: string, pattern: RegExp): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  for (const each of text.matchAll(pattern)) last = each;
  return last;
}

/** A document as text, one letter a byte, in which objects are looked for by their numbers. Of two of one number the later counts, as when a document is saved anew behind itself. */
class Document {
  #unpacked = 0;

  constructor(readonly text: string) {}

  /** Where the body of an object begins that is not packed; -1 if there is none. */
  #bodyOf(id: string): number {
    const [, number, generation] = /^(\d{1,10}) (\d{1,5})$/.exec(id) ?? [];
    const last = number === undefined ? null : lastIn(this.text, new RegExp(`(?<!\\d)${number}\\s{1,4}${generation}\\s{1,4}obj`, "g"));
    return last === null ? -1 : last.index + last[0].length;
  }

  /** The dictionary that begins here, with what stands behind it up to its stream or its end. */
  #dictionaryAt(from: number): { readonly words: string; readonly stream: number } | null {
    const window = this.text.slice(from, from + maxDictionary);
    const end = /\bstream\r?\n|\bendobj\b/.exec(window);
    if (end === null || !/^\s*<</.test(window)) return null;
    return { words: window.slice(0, end.index), stream: end[0].startsWith("stream") ? from + end.index + end[0].length : -1 };
  }

  /** The bytes of a stream, unpacked; `null` if they cannot be unpacked, or are too many. */
  #unpack(words: string, from: number): Buffer | null {
    const length = Number(/\/Length\s+(\d{1,10})(?!\s+\d+\s+R)/.exec(words)?.[1] ?? "NaN");
    const told = from + length;
    const end = /^\s{0,2}endstream/.test(this.text.slice(told, told + 16)) ? told : this.text.indexOf("endstream", from);
    const filter = /\/Filter\s*(\[[^\]]{0,200}\]|\/\w+)/.exec(words)?.[1]?.replace(/[[\]\s/]/g, "") ?? "";
    if (end === -1 || end - from > maxTogether || !["", "FlateDecode"].includes(filter) || words.includes("/Predictor")) return null;
    const bytes = Buffer.from(this.text.slice(from, end), "latin1");
    if (filter === "") return bytes.length > maxUnpacked ? null : bytes;
    try {
      const unpacked = inflateSync(bytes, { maxOutputLength: Math.max(1, Math.min(maxUnpacked, maxTogether - this.#unpacked)), finishFlush: constants.Z_SYNC_FLUSH });
      this.#unpacked += unpacked.length;
      return unpacked;
    } catch {
      // The library's only way of saying that the bytes are damaged or unpack to more than the limit.
      return null;
    }
  }

  streamOf(id: string): Buffer | null {
    const found = this.#dictionaryAt(this.#bodyOf(id));
    return found === null || found.stream === -1 ? null : this.#unpack(found.words, found.stream);
  }

  /** An object's words, of one that is packed with others too. */
  wordsOf(id: string): string | null {
    const body = this.#bodyOf(id);
    const plain = body === -1 ? null : this.#dictionaryAt(body);
    return plain?.words ?? this.#packedWordsOf(id.split(" ")[0] ?? "");
  }

  #packedWordsOf(number: string): string | null {
    let found: string | null = null;
    let count = 0;
    for (const { index } of this.text.matchAll(/\/Type\s{0,4}\/ObjStm/g)) {
      if (++count > maxStreams) return null;
      const before = this.text.slice(Math.max(0, index - 4_096), index);
      const start = before.lastIndexOf("obj");
      const dictionary = start === -1 ? null : this.#dictionaryAt(index - before.length + start + 3);
      const bytes = dictionary === null || dictionary.stream === -1 ? null : this.#unpack(dictionary.words, dictionary.stream);
      found = (bytes === null ? null : packedIn(bytes, dictionary?.words ?? "", number)) ?? found;
    }
    return found;
  }
}

/** One of the objects that are packed together: their numbers and places stand first. */
function packedIn(bytes: Buffer, words: string, number: string): string | null {
  const first = Number(/\/First\s+(\d{1,9})/.exec(words)?.[1] ?? "NaN");
  const table = Number.isNaN(first) ? [] : bytes.toString("latin1", 0, first).trim().split(/\s+/);
  const at = table.findIndex((each, n) => n % 2 === 0 && each === number);
  const from = first + Number(table[at + 1]);
  return at === -1 || Number.isNaN(from) ? null : bytes.toString("latin1", from, from + maxDictionary);
}

const reference = (words: string, key: string): string | null => {
  const [, number, generation] = new RegExp(`/${key}\\s{1,4}(\\d{1,10})\\s{1,4}(\\d{1,5})\\s{1,4}R`).exec(words) ?? [];
  return number === undefined ? null : `${number} ${generation}`;
};

/** The packet that the catalog of a document names: packets of pictures within it are about those, and are not taken. */
export function documentPacket(bytes: Buffer): DocumentPacket {
  const document = new Document(bytes.toString("latin1"));
  const root = lastIn(document.text, /\/Root\s{1,4}(\d{1,10})\s{1,4}(\d{1,5})\s{1,4}R/g);
  // Without metadata anywhere there is nothing to be missed.
  const mayHave = document.text.includes("/Metadata") || document.text.includes("<?xpacket") || document.text.includes("/ObjStm");
  const isLocked = /\/Encrypt\s/.test(document.text) && !/\/EncryptMetadata\s+false/.test(document.text);
  const lost = (fault: string): DocumentPacket => (mayHave ? { fault: isLocked ? "the document is encrypted" : fault } : { none: true });
  if (root === null) return lost("the document is damaged, or ends before its table");
  const catalog = document.wordsOf(`${root[1]} ${root[2]}`);
  if (catalog === null) return lost("the catalog of the document cannot be read");
  const place = reference(catalog, "Metadata");
  if (place === null) return { none: true };
  const packet = isLocked ? null : document.streamOf(place);
  return packet === null ? lost("metadata that cannot be unpacked, or unpacks to more than is read") : { packet };
}
