import { useSearchState } from "../../part/search-state.js";
import { Table } from "../../part/table.js";
import { Verdict } from "../../part/verdict.js";
import { isSame, type Issue, type Package, packageText, type Packages, sayPoints, wordsOf } from "./use-negotiations.js";
import { pointsOf, ZoneChart } from "./zone-chart.js";

/** How a package is settled, shortly: an issue with its option. */
function Settled({ settled, issues }: { readonly settled: Package["settled"]; readonly issues: readonly Issue[] }) {
  return <>{issues.map((issue, index) => <span key={issue.id}>{index > 0 && "; "}<span className="soft"><bdi>{issue.id}</bdi>:</span> <bdi>{wordsOf(issue, settled[issue.id])}</bdi></span>)}</>;
}

/** Efficient packages: as a picture, and as the table of the same. */
export function PackageTable({ packages }: { readonly packages: Packages }) {
  const [, change] = useSearchState();
  const { players, issues, efficient, total, proposal, last } = packages;
  const [first, second] = [players[0]!, players[1]!];
  const said = (each: Package): string => [each.refusedBy.length === 0 ? "both take it" : `refused by ${each.refusedBy.join(" and ")}`, ...(proposal !== null && isSame(each.settled, proposal.settled) ? ["proposed"] : []), ...(last !== null && isSame(each.settled, last.settled) ? ["offered last"] : [])].join(", ");
  return (
    <>
      <ZoneChart points={pointsOf(packages)} names={[first.id, second.id]} least={[first.reservation, second.reservation]} label={`${total} efficient packages by what they are worth to ${first.id} and ${second.id}, as in the table`} />
      <Table
        label="Efficient packages" rows={efficient} keyOf={({ settled }) => packageText(settled)}
        columns={[
          { head: first.id, isNumber: true, cell: ({ worth }) => sayPoints(worth[0]!) },
          { head: second.id, isNumber: true, cell: ({ worth }) => sayPoints(worth[1]!) },
          { head: "Who takes it", cell: (each) => said(each) },
          { head: "Settled", cell: ({ settled }) => <span className="small"><Settled settled={settled} issues={issues} /></span> },
          { head: "Releases", cell: ({ uses }) => <div className="side">{uses.length === 0 ? <span className="soft">none</span> : uses.map(({ use, status }) => <p key={use} className="small"><bdi>{use}</bdi>: <Verdict status={status} /></p>)}</div> },
          { head: "Look at", cell: ({ settled }) => <button type="button" onClick={() => change({ from: packageText(settled), show: undefined })}>On the table</button> },
        ]}
      />
      {total > efficient.length && <p className="small">Of {total.toLocaleString("en")} efficient packages the first {efficient.length} are told.</p>}
    </>
  );
}
