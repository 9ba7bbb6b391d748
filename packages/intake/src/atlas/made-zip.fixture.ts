import { crc32, deflateRawSync } from "node:zlib";

/** An archive as the catalogue exports it; what an entry says of itself can be set wrong. */
export function zipBytes(entries: Readonly<Record<string, string | Uint8Array>>, wrong: { readonly checksum?: number; readonly flags?: number; readonly method?: number; readonly shared?: boolean } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = Buffer.from(content as string);
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(wrong.flags ?? 0, 8);
    listed.writeUInt16LE(wrong.method ?? 8, 10);
    listed.writeUInt32LE(wrong.checksum ?? crc32(data), 16);
    listed.writeUInt32LE(packed.length, 20);
    listed.writeUInt32LE(data.length, 24);
    listed.writeUInt16LE(Buffer.byteLength(name), 28);
    listed.writeUInt32LE(wrong.shared === true ? 0 : offset, 42);
    parts.push(head, Buffer.from(name), packed);
    directory.push(listed, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
