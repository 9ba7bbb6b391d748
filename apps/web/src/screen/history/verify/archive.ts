import { problemHere } from "../../../api/problem.js";
import type { Bytes } from "./bytes.js";

const mostEntries = 65_535;

interface Place {
  readonly at: number;
  readonly bytes: number;
}

/** Where each file of an archive stands: as an export writes them, nothing packed. */
function directory(view: DataView): ReadonlyMap<string, Place> {
  let end = view.byteLength - 22;
  while (end >= 0 && end >= view.byteLength - 22 - 65_535 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw problemHere("that is no archive, or it is cut off");
  const count = view.getUint16(end + 10, true);
  const places = new Map<string, Place>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < Math.min(count, mostEntries); index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw problemHere("the directory of the archive is broken");
    const [method, bytes, nameBytes, extra, comment, local] = [view.getUint16(at + 10, true), view.getUint32(at + 24, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
    if (method !== 0) throw problemHere("the archive was packed again: take the one that was exported");
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, nameBytes));
    if (local + 30 > view.byteLength) throw problemHere("the directory of the archive is broken");
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (begin + bytes > view.byteLength) throw problemHere(`the file ${name} of the archive is cut off`);
    places.set(name, { at: begin, bytes });
    at += 46 + nameBytes + extra + comment;
  }
  return places;
}

/** A ledger as it was exported: lines of entries, lines of heads. */
export interface Exported {
  readonly entries: readonly string[];
  readonly heads: readonly string[];
}

export function readExport(bytes: Bytes): Exported {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 22) throw problemHere("that is no archive, or it is cut off");
  const places = directory(view);
  const linesOf = (name: string): string[] => {
    const place = places.get(name);
    if (place === undefined) throw problemHere(`the archive has no ${name}: it is no ledger`);
    const lines = new TextDecoder().decode(bytes.subarray(place.at, place.at + place.bytes)).split("\n");
    return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
  };
  return { entries: linesOf("entries.jsonl"), heads: linesOf("heads.jsonl") };
}
