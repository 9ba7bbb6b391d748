import { sayCount } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { SearchField } from "../../part/search-field.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Pages, Table } from "../../part/table.js";
import { agreementAt, agreementsAt, negotiationAt, negotiationBeginAt } from "../../shell/address.js";
import { type NegotiationRow, useNegotiations } from "./use-negotiations.js";

function useColumns(): readonly Column<NegotiationRow>[] {
  const workspace = useWorkspace();
  return [
    { head: "Negotiation", cell: ({ id, title, unreadable }) => <div className="side"><Link to={negotiationAt(workspace, id)}><bdi>{title}</bdi></Link><p className="soft small"><bdi>{id}</bdi></p>{unreadable > 0 && <p className="small">cannot be read by the clauses of today</p>}</div> },
    { head: "Between", cell: ({ parties }) => <bdi>{parties.join(" and ")}</bdi> },
    { head: "Agreement", cell: ({ agreement }) => (agreement === null ? <span className="soft">none</span> : <Link to={agreementAt(workspace, agreement)}><bdi>{agreement}</bdi></Link>) },
    { head: "Sessions", cell: ({ sessions, open }) => (sessions === 0 ? <span className="soft">none yet</span> : <>{sessions}{open > 0 && `, ${open} open`}</>) },
    { head: "Version", isNumber: true, cell: ({ version }) => version },
    { head: "Changed", cell: ({ changedAt }) => <span className="day">{changedAt.slice(0, 10)}</span> },
  ];
}

/** Every negotiation that is prepared or goes on. */
export default function Negotiations() {
  const workspace = useWorkspace();
  const mayWrite = mayIn(useSignedIn(), workspace, "negotiations:write");
  const [state, change] = useSearchState();
  const { data, error, isPending, refetch } = useNegotiations(workspace, state);
  const columns = useColumns();
  return (
    <>
      <Heading title="Negotiations" lead="What each way to settle an agreement is worth to whom, which releases it clears, and what was said. Only who negotiates sees it.">
        {mayWrite && <Link className="button" to={negotiationBeginAt(workspace)}>Prepare one</Link>}
      </Heading>
      <div className="list-search"><SearchField label="Words of it, or its agreement" /></div>
      {isPending && <Loading what="Reading the negotiations" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {state["agreement"] !== undefined && <p>Of the agreement <bdi>{state["agreement"]}</bdi>. <button type="button" className="bare" onClick={() => change({ agreement: undefined, cursor: undefined })}>Show all</button></p>}
      {data !== undefined && data.items.length === 0 && state["q"] !== undefined && <Empty title="No negotiation is like that"><button type="button" onClick={() => change({ q: undefined, cursor: undefined })}>Show all negotiations</button></Empty>}
      {data !== undefined && data.items.length === 0 && state["q"] === undefined && (
        <Empty title="No negotiation is prepared yet">
          <p>{mayWrite ? <><Link to={negotiationBeginAt(workspace)}>Prepare one</Link>: say what is to be settled and what it is worth, best from a draft among the <Link to={agreementsAt(workspace)}>agreements</Link>, whose clauses are then asked for what they clear.</> : "Somebody who negotiates prepares the first one."}</p>
        </Empty>
      )}
      {data !== undefined && data.items.length > 0 && <><Table label={sayCount(data.total, "negotiation")} columns={columns} rows={data.items} keyOf={({ id }) => id} /><Pages shown={data.items.length} next={data.next} total={data.total} /></>}
    </>
  );
}
