/** Tags of which the text is read. */
const tags: Readonly<Record<number, string>> = { 0x010e: "ImageDescription", 0x010f: "Make", 0x0110: "Model", 0x0131: "Software", 0x8298: "Copyright", 0x9286: "UserComment", 0x927c: "MakerNote" };
const deeper = 0x8769;
const maxEntries = 2_000;

/**
 * Texts in the Exif part of a picture, by the names of their tags. What points outside of the part, or says that it is no text, gives nothing: Exif is
 * written badly too often for that to be a fault.
 */
export function exifTexts(part: Buffer): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const bytes = part.toString("latin1", 0, 4) === "Exif" ? part.subarray(6) : part;
  const order = bytes.toString("latin1", 0, 2);
  if (bytes.length < 8 || (order !== "II" && order !== "MM")) return found;
  const little = order === "II";
  const short = (at: number): number => (at < 0 || at + 2 > bytes.length ? 0 : little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number): number => (at < 0 || at + 4 > bytes.length ? 0 : little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const directory = (start: number, nested: boolean): void => {
    const count = Math.min(short(start), maxEntries);
    for (let entry = start + 2; entry < start + 2 + count * 12; entry += 12) {
      const [tag, type, size] = [short(entry), short(entry + 2), long(entry + 4)];
      const at = size <= 4 ? entry + 8 : long(entry + 8);
      if (tag === deeper && !nested) directory(long(entry + 8), true);
      const name = tags[tag];
      if (name === undefined || (type !== 2 && type !== 7 && type !== 1) || at + size > bytes.length) continue;
      const text = textOf(bytes.subarray(at, at + size), name === "UserComment", little);
      if (text !== "") found.set(name, text);
    }
  };
  directory(long(4), false);
  return found;
}

/** A comment says in its first eight bytes how it is written. Those in two-byte letters do not say in which order the bytes are, and programs differ. */
function textOf(bytes: Buffer, comment: boolean, little: boolean): string {
  const code = comment ? bytes.toString("latin1", 0, 8) : "";
  if (code === "UNICODE\0") return wide(bytes.subarray(8), little);
  const plain = comment ? bytes.subarray(8) : bytes;
  const text = plain.toString("utf8");
  return (text.includes("\uFFFD") ? plain.toString("latin1") : text).replace(/\0+$/, "").trim();
}

function wide(bytes: Buffer, little: boolean): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const zeros = (first: number): number => even.reduce((sum, byte, at) => sum + (at % 2 === first && byte === 0 ? 1 : 0), 0);
  // Letters of most texts have a zero byte, and it stands first where the big end does.
  const bigFirst = zeros(0) === zeros(1) ? !little : zeros(0) > zeros(1);
  return (bigFirst ? Buffer.from(even).swap16() : even).toString("utf16le").replace(/\0+$/, "").trim();
}
