import { parquetMetadata } from "hyparquet";
import type { FileMetaData } from "hyparquet";
import { partOf } from "../source-file.js";
import type { SourceFile } from "../source-file.js";
import { Counts, hostCounts } from "./summary.js";
import type { Summary } from "./summary.js";

const maxFooter = 8_388_608;

/** Why a file is not read: a sentence for the person who has it. */
export class Unreadable extends Error {}

const licenseColumn = /^licen[cs]e(?:[_-]?(?:name|id|url|type))?$/i;
/** Columns whose mere presence tells where rows come from, that they were asked, or are known to be reserved. */
const tellingColumn = /^(?:image_|img_|page_|source_|original_|document_)?ur[li]$|opt[_-]?out|no[_-]?ai|robots|copyright|provenance|^source(?:_dataset|_name)?$/i;

/** The end of a file that tells its columns and groups of rows. The rows are not unpacked: a run of a few bytes in them may stand for billions of values. */
async function footerOf(file: SourceFile): Promise<FileMetaData> {
  const tail = await partOf(file, Math.max(0, file.size - 8), file.size);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  if (tail.length < 8 || view.getUint32(4, true) !== 0x31_52_41_50) throw new Unreadable("it does not end as Parquet does");
  const length = view.getUint32(0, true);
  if (length > maxFooter) throw new Unreadable(`its description of columns has more than ${maxFooter} bytes`);
  if (length + 8 > file.size) throw new Unreadable("its description of columns is longer than the file");
  return parquetMetadata(await partOf(file, file.size - length - 8, file.size), { geoparquet: false });
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value.trim() : value instanceof Uint8Array ? new TextDecoder().decode(value.subarray(0, 2_000)).trim() : null);

/**
 * What the description tells of the licenses of rows: each group has its least and greatest value and how many say nothing. Where both are one
 * text and none is missing, every row of the group has it; otherwise no more is known than that there are others.
 */
function licensesIn(metadata: FileMetaData, name: string): { readonly licenses: Counts; readonly unlicensed: number; readonly unknown: number } {
  const licenses = new Counts();
  let [unlicensed, unknown]: [number, number] = [0, 0];
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const statistics = group.columns.map((each) => each.meta_data).find((each) => each?.path_in_schema.length === 1 && each.path_in_schema[0] === name)?.statistics;
    const [least, greatest, missing] = [textOf(statistics?.min_value ?? statistics?.min), textOf(statistics?.max_value ?? statistics?.max), statistics?.null_count];
    const exact = statistics?.is_min_value_exact !== false && statistics?.is_max_value_exact !== false;
    if (missing !== undefined && Number(missing) === rows) unlicensed += rows;
    else if (least === null || least !== greatest || !exact || missing === undefined) {
      unknown += rows - Number(missing ?? 0);
      unlicensed += Number(missing ?? 0);
    } else {
      unlicensed += /^[?\s]*$/.test(least) ? rows : Number(missing);
      if (!/^[?\s]*$/.test(least)) licenses.add(least, rows - Number(missing));
    }
  }
  return { licenses, unlicensed, unknown };
}

/** What a table tells in its description; `null` where no column tells of licenses, addresses or reservations: such a table is no corpus. */
export async function summarizeParquet(file: SourceFile): Promise<Summary | null> {
  const metadata = await footerOf(file);
  const names = metadata.schema.slice(1).map((each) => each.name);
  const license = names.find((name) => licenseColumn.test(name));
  const telling = names.filter((name) => name === license || tellingColumn.test(name));
  const rows = Number(metadata.num_rows);
  if (!Number.isSafeInteger(rows) || rows < 0) throw new Unreadable("it tells no number of rows");
  if (metadata.row_groups.reduce((sum, each) => sum + Number(each.num_rows), 0) !== rows) throw new Unreadable("its groups of rows do not add up to its rows");
  if (telling.length === 0) return null;
  const found = license === undefined ? null : licensesIn(metadata, license);
  return {
    rows, licenses: found?.licenses ?? null, unlicensed: found?.unlicensed ?? 0, unknown: found?.unknown ?? 0, hosts: hostCounts(), reserved: null,
    told: [{ what: "telling-columns", raw: [...new Set(telling)].toSorted().join(", ") }], partOf: [], operator: null,
  };
}
