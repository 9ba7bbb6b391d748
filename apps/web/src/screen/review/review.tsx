import { Link } from "@tanstack/react-router";
import { useNames } from "../../api/names.js";
import { useNameOf } from "../../api/people.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Facets } from "../../part/facets.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Pages, Table } from "../../part/table.js";
import { findingsAt, proposalAt, questionsAt } from "../../shell/address.js";
import "./review.css";
import { sayChange } from "./say-change.js";
import { type Proposal, proposalStates, useProposals } from "./use-proposals.js";

/** Who has to do something about a proposal now. */
function Waiting({ proposal }: { readonly proposal: Proposal }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  if (proposal.state !== "open") return <>{proposal.state}</>;
  if (proposal.authors.includes(session.person)) return <span className="soft">waits for another</span>;
  return mayIn(session, workspace, `${proposal.matter}s:approve` as const) ? <strong>waits for you</strong> : <span className="soft">waits for who may approve</span>;
}

function Proposals() {
  const workspace = useWorkspace();
  const names = useNames();
  const nameOf = useNameOf(workspace);
  const [address] = useSearchState();
  const state = proposalStates.find((each) => each === address["state"]) ?? "open";
  const { data, error, isPending, refetch } = useProposals(workspace, state, address["cursor"], true);
  if (isPending) return <Loading what="Reading the proposals" />;
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  if (data.items.length === 0) return state === "open"
    ? <Empty title="Nothing waits for a second pair of eyes"><p>Waivers are proposed from <Link to={findingsAt(workspace)}>findings</Link>; positions from the catalogue; conclusions from the page of an asset.</p></Empty>
    : <Empty title={`No proposal is ${state}`}><p>Take the filter back to see those that are open.</p></Empty>;
  return (
    <>
      <Table
        label="Proposals" rows={data.items} keyOf={({ number }) => String(number)}
        columns={[
          { head: "Number", cell: ({ number }) => <Link to={proposalAt(workspace, number)}>{number}</Link>, isNumber: true },
          { head: "What is proposed", cell: ({ changes, why }) => <div className="proposed">{changes.map((change) => <p key={JSON.stringify(change)}><bdi>{sayChange(change, names)}</bdi></p>)}<p className="soft small">Why: <bdi>{why}</bdi></p></div> },
          { head: "By", cell: ({ authors }) => <bdi>{authors.map(nameOf).join(", ")}</bdi> },
          { head: "On", cell: ({ at }) => <span className="day">{at.slice(0, 10)}</span> },
          { head: "State", cell: (proposal) => <Waiting proposal={proposal} /> },
        ]}
      />
      <Pages shown={data.items.length} next={data.next} />
    </>
  );
}

/** What somebody proposed, and another has to approve before it counts. */
export default function Review() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  return (
    <>
      <Heading title="Review" lead="Positions, conclusions and waivers that somebody proposed. They count once another person approved them." />
      {session.by === "local"
        ? <Empty title="There is no second person on this machine"><p>What you settle is recorded at once. Where people sign in (<code>cleartitle serve --people</code>), it waits here for another’s approval. Meanwhile, <Link to={questionsAt(workspace)}>see which questions are open</Link>.</p></Empty>
        : <><Facets facets={[{ key: "state", title: "State", values: proposalStates.map((value) => ({ value, count: null })) }]} /><Proposals /></>}
    </>
  );
}
