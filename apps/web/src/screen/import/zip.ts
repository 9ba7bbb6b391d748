/** One file of an archive that is made. `path`: below the folder, with `/`. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const table = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = table[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Numbers of a header, little end first: each with how many bytes it takes. */
function header(fields: readonly (readonly [number, 2 | 4])[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, size]) => sum + size, 0)));
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

/** Names are UTF-8. */
const utf8 = 0x0800;
/** 1 January 1980, the first day that an archive can tell: the days of files are nobody's business. */
const day = 0x21;

/** A folder as an archive, nothing of it compressed: it goes over one connection once. */
export function zipOf(entries: readonly ZipEntry[]): Blob {
  const [parts, directory]: [Uint8Array<ArrayBuffer>[], Uint8Array<ArrayBuffer>[]] = [[], []];
  let at = 0;
  for (const { path, bytes } of entries) {
    const name = new TextEncoder().encode(path);
    const common = [[20, 2], [utf8, 2], [0, 2], [0, 2], [day, 2], [crc32(bytes), 4], [bytes.byteLength, 4], [bytes.byteLength, 4], [name.byteLength, 2], [0, 2]] as const;
    const local = header([[0x04034b50, 4], ...common]);
    parts.push(local, name, bytes);
    directory.push(header([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), name);
    at += local.byteLength + name.byteLength + bytes.byteLength;
  }
  const size = directory.reduce((sum, each) => sum + each.byteLength, 0);
  const end = header([[0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [size, 4], [at, 4], [0, 2]]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}
