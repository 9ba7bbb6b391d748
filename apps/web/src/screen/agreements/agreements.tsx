import { Link } from "@tanstack/react-router";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useTopics } from "../../api/topics.js";
import { useWorkspace } from "../../api/workspace.js";
import { AssetField } from "../../part/asset-field.js";
import { sayDays } from "../../part/days.js";
import { Empty } from "../../part/empty.js";
import { Facets } from "../../part/facets.js";
import { DateField, Field } from "../../part/field.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { SearchField } from "../../part/search-field.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Pages, Table } from "../../part/table.js";
import { ViewBar } from "../../part/view-bar.js";
import { agreementAt, draftAt } from "../../shell/address.js";
import { AgreementState, stateWords } from "./agreement-state.js";
import { type AgreementRow, sayTurn, useAgreements, viewOf } from "./use-agreements.js";
import "./agreements.css";

function Filter() {
  const [state, change] = useSearchState();
  const topics = useTopics();
  return (
    <>
      <div className="fields agreement-filter">
        <SearchField label="Title, name, party or asset" />
        <AssetField label="About the asset" of="asset" forgets={["cursor"]} />
        <Field label="With a clause on">
          {(own) => <select {...own} value={state["topic"] ?? ""} onChange={({ target }) => change({ topic: target.value, cursor: undefined })}><option value="">anything</option>{topics.data?.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</select>}
        </Field>
        <DateField label="Ends by" value={state["endsBy"] ?? ""} onChange={(endsBy) => change({ endsBy, cursor: undefined })} />
      </div>
      <ViewBar of="agreements" viewOf={viewOf} />
    </>
  );
}

function useColumns(): readonly Column<AgreementRow>[] {
  const workspace = useWorkspace();
  return [
    { head: "Agreement", cell: ({ id, title }) => <div className="side"><Link to={agreementAt(workspace, id)}><bdi>{title}</bdi></Link><p className="soft small"><bdi>{id}</bdi></p></div> },
    { head: "State", cell: ({ state, openEnd, unreadable }) => <><AgreementState state={state} />{openEnd !== null && <p className="small">whether it renewed is not recorded</p>}{unreadable > 0 && <p className="small">cannot be read by the clauses of today</p>}</> },
    { head: "Turn", cell: (row) => sayTurn(row) },
    { head: "With", cell: ({ parties, ours }) => <bdi>{parties.filter(({ role }) => role !== ours).map(({ id, name }) => name ?? id).join(", ")}</bdi> },
    { head: "Assets", cell: ({ assets }) => <bdi>{assets.slice(0, 3).join(", ")}{assets.length > 3 && ` and ${assets.length - 3} more`}</bdi> },
    { head: "Term", cell: ({ from, to, lastDay, renewal, openEnd }) => <><span className="day">{sayDays(from, lastDay ?? to)}</span>{renewal?.noticeBy != null && openEnd === null && <p className="small">say no by <span className="day">{renewal.noticeBy}</span></p>}</> },
    { head: "Version", cell: ({ version, amendments, waiting }) => <>{version}{amendments > 0 && <p className="small">{amendments === 1 ? "1 amendment" : `${amendments} amendments`}</p>}{waiting > 0 && <p className="small"><strong>{waiting} to be signed</strong></p>}</> },
  ];
}

/** Every agreement: where it stands, whose move it is, and until when it runs. */
export default function Agreements() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [state, change] = useSearchState();
  const { data, error, isPending, refetch } = useAgreements(workspace, state);
  const columns = useColumns();
  const isNarrowed = Object.keys(viewOf(state)).length > 0;
  return (
    <>
      <Heading title="Agreements" lead="What is negotiated, signed and over: each as its text and as the norms that decide.">
        {mayIn(session, workspace, "decisions:ask") && <Link className="button" to={draftAt(workspace)}>Draft</Link>}
      </Heading>
      <Filter />
      {isPending && <Loading what="Reading the agreements" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && (
        <Facets facets={[
          { key: "state", title: "State", values: (Object.keys(stateWords) as AgreementRow["state"][]).flatMap((value) => (data.states[value] === undefined && value !== state["state"] ? [] : [{ value, says: stateWords[value], count: data.states[value] ?? 0 }])) },
          { key: "turn", title: "Turn of the", values: data.total === 0 && state["turn"] === undefined ? [] : [{ value: "licensor", count: null }, { value: "licensee", count: null }] },
        ]} />
      )}
      {data !== undefined && data.items.length === 0 && (isNarrowed
        ? <Empty title="No agreement is like that"><button type="button" onClick={() => change({ q: undefined, state: undefined, turn: undefined, party: undefined, topic: undefined, asset: undefined, endsBy: undefined, cursor: undefined })}>Show all agreements</button></Empty>
        : <Empty title="No agreement is recorded yet"><p><Link to={draftAt(workspace)}>Draft one</Link> from a deal file, see what it does to the releases, and record it as the first version.</p></Empty>)}
      {data !== undefined && data.items.length > 0 && <><Table label="Agreements" columns={columns} rows={data.items} keyOf={({ id }) => id} /><Pages shown={data.items.length} next={data.next} total={data.total} /></>}
    </>
  );
}
