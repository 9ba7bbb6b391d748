import { formatProblem } from "@cleartitle/norms";
import { escapeMarkup, type JudgedRow } from "@cleartitle/engine";
import { isNotRead } from "@cleartitle/title";
import type { CheckReport } from "./report.js";

function caseOf(row: JudgedRow): string {
  const open = `    <testcase classname="${escapeMarkup(row.file)}" name="${escapeMarkup(row.use)}">`;
  const says = row.reasons.map((reason) => escapeMarkup(reason.says)).join("\n");
  if (row.gate === "stops") return `${open}\n      <failure type="${row.decision}" message="${escapeMarkup(row.reasons[0]?.says ?? row.decision)}">${says}</failure>\n    </testcase>`;
  if (row.gate === "waived") return `${open}\n      <skipped message="${escapeMarkup(`waived: ${row.waivers.join(", ")}`)}"/>\n    </testcase>`;
  if (row.gate === "known") return `${open}\n      <skipped message="as in the baseline"/>\n    </testcase>`;
  return `${open}</testcase>`;
}

/** Findings stop nothing by themselves: each is a case that passes and says what it is and how to settle it, but for what was not read. */
function findingsOf({ findings }: CheckReport): string {
  const cases = findings.map((each) => {
    const says = escapeMarkup(`${each.detail}\nTo settle: ${each.settle}`);
    const told = isNotRead(each) ? `<error type="${each.kind}" message="${escapeMarkup(each.detail)}">${says}</error>` : `<system-out>${says}</system-out>`;
    return `    <testcase classname="${escapeMarkup(each.kind)}" name="${escapeMarkup(each.asset ?? each.file)}">${told}</testcase>`;
  });
  return `  <testsuite name="findings" tests="${findings.length}" failures="0" errors="${findings.filter(isNotRead).length}" skipped="0">\n${cases.join("\n")}\n  </testsuite>`;
}

/** What could not be read is an error: no case that passes says anything of it. */
function problemsOf({ problems }: CheckReport): string {
  const cases = problems.map((each) =>
    `    <testcase classname="${escapeMarkup(each.file ?? "")}" name="${escapeMarkup([each.code, each.line, each.column].filter((part) => part !== null).join(":"))}"><error type="${each.code}" message="${escapeMarkup(each.message)}">${escapeMarkup(formatProblem(each))}</error></testcase>`);
  return `  <testsuite name="not read" tests="${problems.length}" failures="0" errors="${problems.length}" skipped="0">\n${cases.join("\n")}\n  </testsuite>`;
}

/** A suite for each file, a case for each question; what stops is a failure, what was waived or known before is skipped. Then the findings, and what could not be read. */
export function renderJunit(report: CheckReport): string {
  const suites = [...new Set(report.rows.map((row) => row.file))].toSorted().map((file) => {
    const rows = report.rows.filter((row) => row.file === file);
    const failed = rows.filter((row) => row.gate === "stops").length;
    const skipped = rows.filter((row) => row.gate === "waived" || row.gate === "known").length;
    return `  <testsuite name="${escapeMarkup(file)}" tests="${rows.length}" failures="${failed}" errors="0" skipped="${skipped}">\n${rows.map(caseOf).join("\n")}\n  </testsuite>`;
  });
  if (report.findings.length > 0) suites.push(findingsOf(report));
  if (report.problems.length > 0) suites.push(problemsOf(report));
  const { questions, gate } = report.summary;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cleartitle" tests="${questions + report.findings.length + report.problems.length}" failures="${gate.stops}" errors="${report.problems.length + report.findings.filter(isNotRead).length}">\n${suites.join("\n")}\n</testsuites>\n`;
}
