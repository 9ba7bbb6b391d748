import { digestOf, statusOrder, type Status, worstStatus } from "@cleartitle/norms";
import { byText, type FoundFinding, type GraphFinding, isNotRead } from "@cleartitle/title";
import type { Row, RowReason } from "./row.js";

/** A finding with the file it was made in; the same one met under several questions is one. */
export interface FileFinding extends GraphFinding {
  readonly file: string;
  /** The same for the same finding, wherever its evidence has moved to. */
  readonly fingerprint: string;
  /** The worst answer that the asset has a part in; null where no question reaches it. Of what was not read the worst of all: nobody knows on which it bears. */
  readonly bearsOn: Status | null;
  /** Whether the baseline had it; null without a baseline. */
  readonly known: boolean | null;
}

/** An answer as far as findings bear on it. */
interface Answered extends Pick<Row, "asset" | "decision"> {
  readonly reasons: readonly Pick<RowReason, "asset" | "decision">[];
}

/** The worst answer by asset: what was asked of it, and what was asked of anything for which it is a reason. */
function worstByAsset(rows: readonly Answered[]): ReadonlyMap<string, Status> {
  const worst = new Map<string, Status>();
  const put = (asset: string, status: Status): void => {
    const old = worst.get(asset);
    if (old === undefined || statusOrder(status, old) > 0) worst.set(asset, status);
  };
  for (const row of rows) {
    put(row.asset, row.decision);
    for (const reason of row.reasons) put(reason.asset, reason.decision);
  }
  return worst;
}

/** How bad each finding is lies in what it does to answers: those behind the worst come first. */
export function fileFindings(file: string, rows: readonly Answered[], lists: Iterable<readonly FoundFinding[]>, baseline: ReadonlySet<string> | null): FileFinding[] {
  const worst = worstByAsset(rows);
  const worstOfAll = rows.length === 0 ? null : worstStatus(rows.map(({ decision }) => decision));
  const found = new Map<string, FileFinding>();
  // A fingerprint takes longer than to see that one was met before, as most were.
  const met = new Map<string | null, Map<string, Set<string>>>();
  for (const list of lists) {
    for (const { kind, asset, detail, settle, same } of list) {
      let details = met.get(asset)?.get(kind);
      if (details === undefined) met.set(asset, (met.get(asset) ?? new Map<string, Set<string>>()).set(kind, (details = new Set())));
      const said = same ?? detail.replace(/#L\d+|, first on line \d+/g, "");
      if (details.has(said)) continue;
      details.add(said);
      const fingerprint = digestOf([kind, asset, said]);
      found.set(fingerprint, { file, kind, asset, detail, settle, fingerprint, bearsOn: isNotRead({ kind }) ? worstOfAll : asset === null ? null : (worst.get(asset) ?? null), known: baseline === null ? null : baseline.has(fingerprint) });
    }
  }
  return [...found.values()].toSorted(byWeight);
}

/** What was not read comes before all: nobody knows what it bears on. */
export const byWeight = (a: FileFinding, b: FileFinding): number =>
  Number(isNotRead(b)) - Number(isNotRead(a)) || statusOrder(b.bearsOn ?? "cleared", a.bearsOn ?? "cleared") || byText(a.kind, b.kind) || byText(a.asset ?? "", b.asset ?? "") || byText(a.detail, b.detail);

/** Drift of an answer as findings. What the engine itself found of the license under which a thing is released is not told again. */
export function driftFindings({ asset, drift, findings }: Pick<Row, "asset" | "drift" | "findings">): GraphFinding[] {
  const isTold = findings.some((each) => each.kind === "license-drift" && each.asset === asset);
  return drift.filter((each) => each.why === "refused" || !isTold).map(({ declared, source, license, cite }) => ({
    kind: "license-drift", asset, detail: `\`${declared}\` is declared, and \`${license}\`${cite === null ? "" : ` (${cite})`} of \`${source}\`, which is in it, does not give what that gives`,
    settle: `declare a license that \`${license}\` allows, get leave for \`${source}\`, or replace it`,
  }));
}
