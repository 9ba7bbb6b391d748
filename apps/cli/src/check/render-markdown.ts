import { escapeMarkdown, sayCount, shapes } from "@cleartitle/engine";
import { isNotRead } from "@cleartitle/title";
import { sayCompared, type CheckReport } from "./report.js";
import { saySupply } from "./say-supply.js";
import { rowsOfMarkdown } from "./shown.js";

const mostFindings = 50;
const mostProblems = 50;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0 ? [] : [`| ${head.join(" | ")} |`, `| ${head.map(() => "---").join(" | ")} |`, ...rows.map((row) => `| ${row.join(" | ")} |`), ""];

/** A report for a pull request: counts, then rows worst first, all recorded text escaped. */
export function renderMarkdown(report: CheckReport): string {
  const { summary } = report;
  const notRead = report.problems.length + report.findings.filter(isNotRead).length;
  const rows = report.rows.slice(0, rowsOfMarkdown).map((row) => [
    `${shapes[row.decision]} ${row.decision}`, escapeMarkdown(row.use), row.gate, escapeMarkdown(row.waivers.join(", ")), escapeMarkdown(row.reasons[0]?.says ?? ""), escapeMarkdown(row.file),
  ]);
  return [
    `# Rights check: ${summary.gate.stops === 0 ? "nothing stops" : `${summary.gate.stops} of ${summary.questions} stop`}${notRead === 0 ? "" : `; ${sayCount(notRead, "problem")} while reading`}`,
    "",
    ...table(["decision", "questions"], Object.entries(summary.decisions).map(([status, n]) => [status, String(n)])),
    ...(notRead === 0 ? [] : ["What is not read has no part in the answers.", ""]),
    ...table(["file", "line", "not read", "what to do"], report.problems.slice(0, mostProblems).map((each) => [escapeMarkdown(each.file ?? ""), each.line === null ? "" : String(each.line), escapeMarkdown(each.message), escapeMarkdown(each.hint ?? "")])),
    ...(report.problems.length > mostProblems ? [`… and ${report.problems.length - mostProblems} more.`, ""] : []),
    ...table(["decision", "use", "gate", "waivers", "first reason", "file"], rows),
    ...(report.rows.length > rowsOfMarkdown ? [`… and ${report.rows.length - rowsOfMarkdown} more.`, ""] : []),
    ...table(["finding", "of", "bears on", "what", "to settle"], report.findings.filter((each) => each.known !== true).slice(0, mostFindings).map((each) => [
      escapeMarkdown(each.kind), escapeMarkdown(each.asset ?? ""), each.bearsOn ?? "", escapeMarkdown(each.detail), escapeMarkdown(each.settle),
    ])),
    ...table(["finding", "count"], summary.findings.map(({ kind, count }) => [escapeMarkdown(kind), String(count)])),
    ...[...sayCompared(report), ...saySupply(summary.supply)].flatMap((line) => [escapeMarkdown(line), ""]),
    `${sayCount(summary.assets, "asset")}; ${summary.unknownLicense} without a recorded license; ${summary.licenseDrift} license drift. Gate: \`--fail-on ${report.failOn}\`, on ${report.on}.`,
    ...(report.waivers.expired.length === 0 ? [] : ["", `Expired waivers: ${escapeMarkdown(report.waivers.expired.join(", "))}.`]),
    "",
  ].join("\n");
}
