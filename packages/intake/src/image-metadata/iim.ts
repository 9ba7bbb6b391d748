import type { MediaProperty } from "../media-properties.js";

/** Fields of the older form of IPTC metadata, by the names that they have in the newer. */
const fields: Readonly<Record<number, string>> = { 80: "dc:creator", 110: "photoshop:Credit", 115: "photoshop:Source", 116: "dc:rights" };

/** Fields in the resources that picture programs keep (`8BIM`, resource 0x0404). What is cut off ends the reading. */
export function fieldsIn(part: Buffer): MediaProperty[] {
  const found: MediaProperty[] = [];
  for (let at = part.indexOf("8BIM"); at !== -1 && at + 12 <= part.length;) {
    const nameSize = (part[at + 6] ?? 0) + 1;
    const head = at + 6 + nameSize + (nameSize % 2);
    if (head + 4 > part.length) break;
    const size = part.readUInt32BE(head);
    if (part.readUInt16BE(at + 4) === 0x0404) found.push(...fieldsOf(part.subarray(head + 4, head + 4 + size)));
    at = part.indexOf("8BIM", head + 4 + size);
  }
  return found;
}

/** Fields one after the other, as they stand in a resource, or by themselves. */
export function fieldsOf(bytes: Buffer): MediaProperty[] {
  const found: MediaProperty[] = [];
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === 0x1c;) {
    const size = bytes.readUInt16BE(at + 3);
    const name = bytes[at + 1] === 2 ? fields[bytes[at + 2] ?? 0] : undefined;
    const text = bytes.subarray(at + 5, at + 5 + size).toString("utf8").trim();
    if (name !== undefined && text !== "") found.push({ name, text });
    at += 5 + size;
  }
  return found;
}
