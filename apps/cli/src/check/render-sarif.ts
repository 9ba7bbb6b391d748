import type { FileFinding, JudgedRow } from "@cleartitle/engine";
import { digestOf, formatProblem, type Problem, type Status } from "@cleartitle/norms";
import { isNotRead } from "@cleartitle/title";
import { ownVersion } from "../version.js";
import type { CheckReport } from "./report.js";

/** A code host refuses more in one run; what is left out is counted in the properties of the run. */
const most = 5000;

const levels: Readonly<Record<Exclude<Status, "cleared">, Level>> = { blocked: "error", unresolved: "warning", conditional: "note" };
const statusRules: Readonly<Record<Exclude<Status, "cleared">, string>> = {
  blocked: "A right is not answered, or the use is forbidden.",
  unresolved: "What is known does not decide whether the use is allowed.",
  conditional: "The use is allowed while its conditions are kept.",
};

/** A path as a relative URI reference; a drive or scheme in it is no scheme of ours. */
const uriOf = (file: string): string => file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");

/** A code host shows a result where its evidence stands, and nowhere if that is a folder. */
function locationOf(file: string, asset: string | null, { places }: CheckReport): object {
  const logical = asset === null ? {} : { logicalLocations: [{ name: asset, kind: "resource" }] };
  const place = (asset === null ? undefined : places.get(file)?.get(asset)) ?? { file, line: 1 };
  return { physicalLocation: { artifactLocation: { uri: uriOf(place.file) }, region: { startLine: place.line } }, ...logical };
}

type Level = "error" | "warning" | "note";

function rowResult(row: JudgedRow, level: Level, report: CheckReport): object {
  const says = row.reasons.slice(0, 5).map((reason) => reason.says).join(" ");
  const suppressed = row.gate === "waived" ? { suppressions: [{ kind: "external", status: "accepted", justification: row.waivers.join(", ") }] } : {};
  const compared = report.compared ? { baselineState: row.gate === "known" ? "unchanged" : row.gate === "stops" ? "new" : "updated" } : {};
  return {
    ruleId: `rights/${row.decision}`,
    level,
    message: { text: `${row.use}: ${row.decision}.${says === "" ? "" : ` ${says}`}` },
    locations: [locationOf(row.file, row.asset, report)],
    partialFingerprints: { "cleartitle/v1": digestOf([row.file, row.use, row.decision]) },
    ...suppressed,
    ...compared,
    properties: { gate: row.gate },
  };
}

const findingResult = (finding: FileFinding, level: Level, report: CheckReport): object => ({
  ruleId: `finding/${finding.kind}`,
  level,
  message: { text: `${finding.asset === null ? "" : `${finding.asset}: `}${finding.detail}${finding.settle === "" ? "" : ` To settle: ${finding.settle}`}` },
  locations: [locationOf(finding.file, finding.asset, report)],
  partialFingerprints: { "cleartitle/v1": finding.fingerprint },
  ...(finding.known === null ? {} : { baselineState: finding.known ? "unchanged" : "new" }),
});

/** What could not be read is an error where it stands. */
function problemResult(problem: Problem): object {
  const region = problem.line === null ? {} : { region: { startLine: problem.line, ...(problem.column === null ? {} : { startColumn: problem.column }) } };
  return {
    ruleId: `reading/${problem.code}`,
    level: "error",
    message: { text: `${problem.message}${problem.hint === null ? "" : ` Hint: ${problem.hint}`}` },
    locations: problem.file === null ? [] : [{ physicalLocation: { artifactLocation: { uri: uriOf(problem.file) }, ...region } }],
    partialFingerprints: { "cleartitle/v1": digestOf(["reading", formatProblem(problem)]) },
  };
}

/** One result to come: how bad it is, and whether somebody waived it or it was there before. */
interface Result {
  readonly level: Level;
  readonly isOld: boolean;
  readonly make: () => object;
}

const ranks: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };

function resultsOf(report: CheckReport): Result[] {
  const rows = report.rows.flatMap((row): Result[] => {
    if (row.decision === "cleared") return [];
    const level = levels[row.decision];
    return [{ level, isOld: row.gate === "waived" || row.gate === "known", make: () => rowResult(row, level, report) }];
  });
  const findings = report.findings.map((finding): Result => {
    const level = isNotRead(finding) ? "error" : finding.bearsOn === null || finding.bearsOn === "cleared" ? "note" : levels[finding.bearsOn];
    return { level, isOld: finding.known === true, make: () => findingResult(finding, level, report) };
  });
  const problems = report.problems.map((each): Result => ({ level: "error", isOld: false, make: () => problemResult(each) }));
  return [...problems, ...rows, ...findings].toSorted((a, b) => Number(a.isOld) - Number(b.isOld) || ranks[a.level] - ranks[b.level]);
}

/** SARIF 2.1.0, worst first: what is new before what was there or was waived, errors before warnings before notes, and of one level what could not be read before answers before findings. */
export function renderSarif(report: CheckReport): string {
  const all = resultsOf(report);
  const results = all.slice(0, most).map((each) => each.make());
  const rules = [
    ...Object.entries(statusRules).map(([status, text]) => ({ id: `rights/${status}`, shortDescription: { text } })),
    ...report.summary.findings.map(({ kind }) => ({ id: `finding/${kind}`, shortDescription: { text: kind.replaceAll("-", " ") } })),
    ...[...new Set(report.problems.map(({ code }) => code))].map((code) => ({ id: `reading/${code}`, shortDescription: { text: `Not read: ${code.replaceAll("-", " ")}.` } })),
  ];
  const run = {
    tool: { driver: { name: "cleartitle", version: ownVersion(), rules } },
    columnKind: "unicodeCodePoints",
    results,
    properties: { exit: report.exit, failOn: report.failOn, total: all.length, shown: results.length, basis: report.basis },
  };
  return `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, null, 1)}\n`;
}
