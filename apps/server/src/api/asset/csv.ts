import { csvField } from "@cleartitle/reports";
import type { AssetRow } from "./row.js";

const columns = {
  id: (row) => row.id, kind: (row) => row.kind, version: (row) => row.version, licensor: (row) => row.licensor, license: (row) => row.license, "license class": (row) => row.licenseClass, "license as recorded": (row) => row.licenseSaid.join("; "),
  layers: (row) => row.layers.join(" "), findings: (row) => String(row.findings), severity: (row) => row.severity, uses: (row) => String(row.uses), sources: (row) => String(row.sources), results: (row) => String(row.results), placeholder: (row) => String(row.placeholder),
} as const satisfies Record<string, (row: AssetRow) => string | null>;

/** Rows of one piece of the stream. */
const atOnce = 500;

/** Assets as a table for a spreadsheet, a piece at a time. What could be taken for a formula is not. */
export function assetCsv(rows: readonly AssetRow[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const cells = Object.values(columns);
  let at = 0;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(`${Object.keys(columns).map(csvField).join(",")}\r\n`)),
    pull: (controller) => {
      const some = rows.slice(at, at + atOnce);
      at += atOnce;
      if (some.length > 0) controller.enqueue(encoder.encode(some.map((row) => `${cells.map((cell) => csvField(cell(row) ?? "")).join(",")}\r\n`).join("")));
      if (at >= rows.length) controller.close();
    },
  });
}
