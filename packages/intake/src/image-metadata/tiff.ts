import { partOf } from "../source-file.js";
import type { SourceFile } from "../source-file.js";

/** A field of a picture of fields (TIFF, and the raw files of cameras that are made so) in which rights may stand. */
export interface TiffField {
  readonly kind: "XMP " | "APP13" | "IIM" | "copyright";
  /** Which picture of the file it is about, from 0. */
  readonly page: number;
  readonly size: number;
  /** The value; `null` if it is larger than what is asked for, or lies beyond the end of the file. */
  readonly bytes: Buffer | null;
}

const kinds: Readonly<Record<number, TiffField["kind"]>> = { 700: "XMP ", 33_432: "copyright", 33_723: "IIM", 34_377: "APP13" };
/** Bytes of a value by its type. */
const widths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const maxPages = 64;
const maxFields = 4_096;

const starts: Readonly<Record<string, { readonly little: boolean; readonly big: boolean }>> = { "II*\0": { little: true, big: false }, "MM\0*": { little: false, big: false }, "II+\0": { little: true, big: true }, "MM\0+": { little: false, big: true } };

/** Whether a file begins as a picture of fields. */
export const isTiff = (head: string): boolean => Object.hasOwn(starts, head.slice(0, 4));

/** The fields that may tell of rights, of each picture in the file; `damaged` where the list of them ends before it should. */
export async function tiffFields(file: SourceFile, limit: number): Promise<{ readonly fields: readonly TiffField[]; readonly damaged: boolean }> {
  const fields: TiffField[] = [];
  const at = async (from: number, size: number): Promise<Buffer | null> => {
    const bytes = from < 0 || from + size > file.size ? null : Buffer.from(await partOf(file, from, from + size));
    return bytes?.length === size ? bytes : null;
  };
  const head = await at(0, 16);
  const form = starts[head?.toString("latin1", 0, 4) ?? ""];
  if (head === null || form === undefined) return { fields, damaged: true };
  const { little, big } = form;
  const number = (bytes: Buffer, from: number, size: number): number => (size === 8 ? Number(little ? bytes.readBigUInt64LE(from) : bytes.readBigUInt64BE(from)) : little ? bytes.readUIntLE(from, size) : bytes.readUIntBE(from, size));
  const [ofCount, ofField, ofPlace] = big ? [8, 20, 8] : [2, 12, 4];
  const seen = new Set<number>();
  for (let place = number(head, big ? 8 : 4, ofPlace), page = 0; place !== 0; page++) {
    if (page >= maxPages || seen.has(place)) return { fields, damaged: true };
    seen.add(place);
    const counted = await at(place, ofCount);
    const count = counted === null ? maxFields + 1 : number(counted, 0, ofCount);
    const list = count > maxFields ? null : await at(place + ofCount, count * ofField + ofPlace);
    if (list === null) return { fields, damaged: true };
    for (let n = 0; n < count; n++) {
      const entry = list.subarray(n * ofField, (n + 1) * ofField);
      const kind = kinds[number(entry, 0, 2)];
      if (kind === undefined) continue;
      const size = number(entry, 4, ofPlace) * (widths[number(entry, 2, 2)] ?? 0);
      const inside = entry.subarray(4 + ofPlace);
      fields.push({ kind, page, size, bytes: size > limit ? null : size <= ofPlace ? inside.subarray(0, size) : await at(number(inside, 0, ofPlace), size) });
    }
    place = number(list, count * ofField, ofPlace);
  }
  return { fields, damaged: false };
}
