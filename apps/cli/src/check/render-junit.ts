import { escapeMarkup } from "@cleartitle/engine";
import type { CheckReport } from "./report.js";
import type { JudgedRow } from "./row.js";

function caseOf(row: JudgedRow): string {
  const open = `    <testcase classname="${escapeMarkup(row.file)}" name="${escapeMarkup(row.use)}">`;
  const says = row.reasons.map((reason) => escapeMarkup(reason.says)).join("\n");
  if (row.gate === "stops") return `${open}\n      <failure type="${row.decision}" message="${escapeMarkup(row.reasons[0]?.says ?? row.decision)}">${says}</failure>\n    </testcase>`;
  if (row.gate === "waived") return `${open}\n      <skipped message="${escapeMarkup(`waived: ${row.waivers.join(", ")}`)}"/>\n    </testcase>`;
  if (row.gate === "known") return `${open}\n      <skipped message="as in the baseline"/>\n    </testcase>`;
  return `${open}</testcase>`;
}

/** A suite for each file, a case for each question; what stops is a failure, what was waived or known before is skipped. */
export function renderJunit(report: CheckReport): string {
  const suites = [...new Set(report.rows.map((row) => row.file))].toSorted().map((file) => {
    const rows = report.rows.filter((row) => row.file === file);
    const failed = rows.filter((row) => row.gate === "stops").length;
    const skipped = rows.filter((row) => row.gate === "waived" || row.gate === "known").length;
    return `  <testsuite name="${escapeMarkup(file)}" tests="${rows.length}" failures="${failed}" errors="0" skipped="${skipped}">\n${rows.map(caseOf).join("\n")}\n  </testsuite>`;
  });
  const { questions, gate } = report.summary;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cleartitle" tests="${questions}" failures="${gate.stops}">\n${suites.join("\n")}\n</testsuites>\n`;
}
