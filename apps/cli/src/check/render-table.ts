import { formatProblem } from "@cleartitle/norms";
import { type JudgedRow, sayCount, sayStatus, withoutControls } from "@cleartitle/engine";
import { isNotRead } from "@cleartitle/title";
import { sayCompared, type CheckReport } from "./report.js";
import { saySupply } from "./say-supply.js";
import { rowsOfTable } from "./shown.js";

const mostFindings = 10;
const mostProblems = 10;

const gateWords: Readonly<Record<JudgedRow["gate"], string>> = { stops: "stops", known: "as before", waived: "waived", passes: "passes" };

function rowLines(row: JudgedRow, color: boolean): string[] {
  const first = row.reasons[0];
  const waived = row.waivers.length === 0 ? "" : ` (${row.waivers.join(", ")})`;
  return [
    `${sayStatus(row.decision, { color })}  ${withoutControls(`${row.use} — ${gateWords[row.gate]}${waived}  [${row.file}]`)}`,
    ...(first === undefined || row.gate === "passes" ? [] : [`    ${withoutControls(first.says)}${row.reasons.length > 1 ? ` (and ${row.reasons.length - 1} more)` : ""}`]),
  ];
}

/** Kinds that the answers themselves tell, or that there is one of for every other record. */
const common = new Set(["placeholder", "derivation-kind-assumed", "license-unknown", "upstream-undisclosed", "license-drift"]);

/** What was not read, and the findings that say most of the worst answers, for a terminal. */
const telling = ({ findings }: CheckReport): CheckReport["findings"] => findings.filter((each) => isNotRead(each) || (each.bearsOn !== null && each.bearsOn !== "cleared" && each.known !== true && !common.has(each.kind))).slice(0, mostFindings);

/** What could not be read, and so has no part in the answers. */
function problemLines({ problems }: CheckReport): string[] {
  if (problems.length === 0) return [];
  const told = problems.slice(0, mostProblems).flatMap((each) => formatProblem(each).split("\n").map((line) => `    ${withoutControls(line)}`));
  return [`${sayCount(problems.length, "problem")} while reading: what is not read has no part in the answers`, ...told, ...(problems.length > mostProblems ? [`    … and ${problems.length - mostProblems} more; \`cleartitle import\` tells them`] : [])];
}

/** A report for a terminal: what stops first, then counts by class. */
export function renderTable(report: CheckReport, { color }: { readonly color: boolean }): string {
  const { summary, waivers } = report;
  const shown = report.rows.slice(0, rowsOfTable);
  const hidden = report.rows.length - shown.length;
  const decisions = Object.entries(summary.decisions).map(([status, n]) => `${n} ${status}`);
  return [
    ...shown.flatMap((row) => rowLines(row, color)),
    ...(hidden > 0 ? [`… and ${hidden} more; --format json or csv has them all`] : []),
    "",
    `${sayCount(summary.questions, "question")}: ${decisions.join(", ")}`,
    `at the gate (--fail-on ${report.failOn}, on ${report.on}): ${summary.gate.stops} stop, ${summary.gate.waived} waived, ${summary.gate.known} as before, ${summary.gate.passes} pass`,
    `${sayCount(summary.assets, "asset")}: ${summary.unknownLicense} without a recorded license, ${summary.licenseDrift} license drift`,
    ...saySupply(summary.supply).map((line) => withoutControls(line)),
    ...(summary.findings.length === 0 ? [] : [`findings: ${summary.findings.map(({ kind, count: n }) => `${n} ${withoutControls(kind)}`).join(", ")}`]),
    ...sayCompared(report),
    ...report.gone.slice(0, mostFindings).map(({ kind, asset, detail }) => `    gone: ${withoutControls(`${kind}${asset === null ? "" : ` of ${asset}`}: ${detail}`)}`),
    ...telling(report).map(({ kind, asset, detail, settle }) => `    ${withoutControls(`${kind}${asset === null ? "" : ` of ${asset}`}: ${detail}; ${settle}`)}`),
    ...problemLines(report),
    ...(waivers.expired.length === 0 ? [] : [`expired waivers: ${withoutControls(waivers.expired.join(", "))}`]),
    ...(waivers.unused.length === 0 ? [] : [`waivers that cover nothing: ${withoutControls(waivers.unused.join(", "))}`]),
    "",
  ].join("\n");
}
