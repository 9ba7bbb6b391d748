import { relative } from "node:path";
import { withoutControls } from "@cleartitle/engine";
import type { Catalogue } from "@cleartitle/catalogue";
import { nameHint, problem, type ExitCode } from "@cleartitle/norms";
import { caseFilesUnder, decideCase, faultsOf, readCases, recordOfCases, type Case } from "../catalogue/case-file.js";
import type { Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { jsonOf } from "./catalogue.js";

export interface CasesOptions {
  /** Only name them. */
  readonly list?: boolean;
  readonly format: "table" | "json";
}

interface CaseFile {
  readonly file: string;
  /** Id of the record that it stands beside; the name of the file where it stands beside none. */
  readonly beside: string;
  readonly cases: readonly Case[];
}

/** Files of cases with the record each stands beside. */
export function caseFiles(directory: string, catalogue: Catalogue): CaseFile[] {
  const ids = new Map(Object.values(catalogue.files ?? {}).flatMap((paths) => [...paths].map(([id, path]) => [path, id] as const)));
  return caseFilesUnder(directory).map((path) => {
    const record = recordOfCases(directory, path);
    return { file: relative(directory, path), beside: ids.get(record) ?? record.replace(/\.yaml$/, ""), cases: readCases(path) };
  });
}

interface Ran {
  readonly case: string;
  /** null: not run. */
  readonly passes: boolean | null;
  readonly faults: readonly string[];
}

function ran(catalogue: Catalogue, each: Case): Ran {
  try {
    const faults = faultsOf(decideCase(catalogue, each), each.expect);
    return { case: each.case, passes: faults.length === 0, faults };
  } catch (error) {
    return { case: each.case, passes: false, faults: [error instanceof Error ? error.message : String(error)] };
  }
}

/** Lists and runs the cases beside records. 2: one of them fails. */
export async function cases(io: Io, ids: readonly string[], options: CasesOptions): Promise<ExitCode> {
  const { catalogue, problems, directory, notes } = await io.rooms.catalogue();
  if (catalogue === null || problems.length > 0) throw new Stop(problems);
  for (const note of notes) io.stderr.write(`note: ${note}\n`);
  if (directory === null) throw new Stop([problem("not-found", "there are no cases: they stand beside the records, and only the built catalogue is here", { hint: "run it in a checkout" })]);
  const all = caseFiles(directory, catalogue);
  for (const id of ids) if (!all.some((each) => each.beside === id)) throw usageStop(`no cases stand beside \`${id}\``, nameHint(id, all.map((each) => each.beside)) ?? "`catalogue cases --list` names those that have some");
  const found = all.filter((each) => ids.length === 0 || ids.includes(each.beside));
  const results = found.map((each) => ({ file: each.file, beside: each.beside, cases: each.cases.map((one): Ran => (options.list === true ? { case: one.case, passes: null, faults: [] } : ran(catalogue, one))) }));
  const single = results.flatMap((each) => each.cases);
  const failed = single.filter((each) => each.passes === false).length;
  const totals = { files: results.length, cases: single.length, failed: options.list === true ? null : failed };
  if (options.format === "json") io.stdout.write(jsonOf("cases", catalogue, { totals, records: results }));
  else {
    const mark = (each: Ran): string => (each.passes === null ? "  " : each.passes ? "✔ " : "✖ ");
    const lines = results.flatMap((each) => [`${each.beside} (${each.cases.length})`, ...each.cases.flatMap((one) => [`  ${mark(one)}${one.case}`, ...one.faults.map((fault) => `      ${fault}`)])]);
    io.stdout.write(`${[...lines, "", `${totals.cases} cases beside ${totals.files} records${totals.failed === null ? "" : `; ${totals.cases - failed} pass, ${failed} fail`}`].map(withoutControls).join("\n")}\n`);
  }
  return failed > 0 ? 2 : 0;
}
