import { csvField } from "@cleartitle/reports";
import type { CheckReport } from "./report.js";

const columns = ["file", "use", "asset", "decision", "left", "gate", "waivers", "reasons", "obligations", "open exposures", "first reason", "cite"] as const;

/** Every row and every finding, one line each: a finding has `finding` for its gate (`finding as before`, `finding gone` against a baseline), the worst answer it bears on for its decision, and how to settle it for its source. What could not be read has `not read`, and its place for its asset. */
export function renderCsv(report: CheckReport): string {
  const lines = report.rows.map((row) => [
    row.file, row.use, row.asset, row.decision, row.left, row.gate, row.waivers.join(" "), String(row.reasons.length + row.hiddenReasons), String(row.obligations), String(row.openExposures), row.reasons[0]?.says ?? "", row.reasons[0]?.cite ?? "",
  ]);
  const findings = report.findings.map((each) => [each.file, "", each.asset ?? "", each.bearsOn ?? "", "", each.known === true ? "finding as before" : "finding", "", "", "", "", `${each.kind}: ${each.detail}`, each.settle]);
  const gone = report.gone.map((each) => [each.file, "", each.asset ?? "", "", "", "finding gone", "", "", "", "", `${each.kind}: ${each.detail}`, ""]);
  const problems = report.problems.map((each) => [each.file ?? "", "", [each.line, each.column].filter((at) => at !== null).join(":"), "", "", "not read", "", "", "", "", `${each.code}: ${each.message}`, each.hint ?? ""]);
  return [columns, ...lines, ...findings, ...gone, ...problems].map((line) => `${line.map(csvField).join(",")}\r\n`).join("");
}
