import type { CheckReport } from "./report.js";

export const checkSchema = "urn:cleartitle:schema:check:1";

/** The whole report as data; also what `--baseline` reads. */
export function renderJson(report: CheckReport): string {
  const { places: _, ...told } = report;
  return `${JSON.stringify({ $schema: checkSchema, version: 1, ...told }, null, 1)}\n`;
}
