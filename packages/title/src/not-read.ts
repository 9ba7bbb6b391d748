import type { Problem } from "@cleartitle/norms";
import type { GraphFinding, TitleGraph } from "./graph.js";

const notRead = "not-read";

/** Findings that a title file is given of what could not be read; beyond that their number. */
const most = 1_000;

/** Whether a finding, or a waiver of one, says that something was not read when the evidence was imported: no answer over the rest passes for the whole until somebody takes it out. */
export const isNotRead = ({ kind }: Pick<GraphFinding, "kind">): boolean => kind === notRead;

const settled = "mend it and import it again; when what stands there is recorded, take this finding out or waive it";

function findingOf({ file, line, message, hint }: Problem): GraphFinding {
  const where = file === null ? "" : `${file}${line === null ? "" : `:${line}`}: `;
  return { kind: notRead, asset: null, detail: `${where}${message}`, settle: hint === null ? settled : `${settled} (${hint})` };
}

/** A graph that says what of its evidence could not be read, for whoever reads it later and does not have what the import told. */
export function withNotRead(graph: TitleGraph, problems: readonly Problem[]): TitleGraph {
  if (problems.length === 0) return graph;
  const left = problems.length - most;
  const more = left > 0 ? [{ kind: notRead, asset: null, detail: `${left} more problems while reading`, settle: settled }] : [];
  return { ...graph, findings: [...graph.findings, ...problems.slice(0, most).map(findingOf), ...more] };
}
