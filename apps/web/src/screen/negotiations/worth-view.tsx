import { sayCount } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "../../api/workspace.js";
import { useSearchState } from "../../part/search-state.js";
import { Verdict } from "../../part/verdict.js";
import { proofAt, releaseAt } from "../../shell/address.js";
import { isSame, type Package, packageText, type Packages, type Player, sayPoints } from "./use-negotiations.js";

/** What a package is worth to whom, and whether they would take it. */
export function Worths({ players, worth, refusedBy }: Pick<Package, "worth" | "refusedBy"> & { readonly players: readonly Player[] }) {
  return (
    <dl className="worths">
      {players.map(({ id, reservation }, side) => (
        <div key={id}>
          <dt><bdi>{id}</bdi></dt>
          <dd><strong>{sayPoints(worth[side]!)}</strong> <span className="soft small">{refusedBy.includes(id) ? `refused: takes ${sayPoints(reservation)} at least` : `takes ${sayPoints(reservation)} at least`}</span></dd>
        </div>
      ))}
    </dl>
  );
}

/** The ways to the packages that matter most. */
export function OtherPackages({ packages: { from, proposal, last, players } }: { readonly packages: Packages }) {
  const [, change] = useSearchState();
  const others = [["The proposal", proposal], ["What was offered last", last]] as const;
  return <>{others.map(([says, each]) => each !== null && !isSame(each.settled, from.settled) && <p key={says} className="small"><button type="button" className="bare" onClick={() => change({ from: packageText(each.settled) })}>{says}</button> is worth {players.map(({ id }, side) => `${sayPoints(each.worth[side]!)} to ${id}`).join(", ")}</p>)}</>;
}

/** What the releases come to, and what they came to as things are. Where a package is not signed the proof is of the records as they are. */
export function Releases({ uses, asIs }: { readonly uses: Package["uses"]; readonly asIs: Packages["asIs"] }) {
  const workspace = useWorkspace();
  if (uses.length === 0) return <p className="soft small">No release hangs on it.</p>;
  return (
    <ul className="package-uses">
      {uses.map(({ use, status, obligations }) => {
        const before = asIs.find((each) => each.use === use)?.status;
        return (
          <li key={use}>
            <Link to={releaseAt(workspace, use)}><bdi>{use}</bdi></Link>: {before !== undefined && before !== status && <><Verdict status={before} /> → </>}<Verdict status={status} />{obligations > 0 && `, ${sayCount(obligations, "obligation")}`}
            {before !== undefined && <span className="small"> (<Link to={proofAt(workspace)} search={{ use }}>why it is {before} now</Link>)</span>}
          </li>
        );
      })}
    </ul>
  );
}
