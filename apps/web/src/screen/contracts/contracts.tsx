import { sayCount } from "@cleartitle/engine";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { useNameOf } from "../../api/people.js";
import { queryKey } from "../../api/query-key.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { instant } from "../../part/days.js";
import { Empty } from "../../part/empty.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { SearchField } from "../../part/search-field.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Pages, Table } from "../../part/table.js";
import { Words } from "../../part/words.js";
import { agreementAt, contractAt } from "../../shell/address.js";
import { Upload } from "./upload.js";
import { type ReadingRow, useReadingRuns, useReadings } from "./use-readings.js";
import "./contracts.css";

/** Documents under way that are told one by one. */
const mostOpen = 10;

/** Documents that are being read, and those of which reading broke off. */
function UnderWay() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const client = useQueryClient();
  const nameOf = useNameOf(workspace);
  const { data } = useReadingRuns(workspace, mayIn(session, workspace, "runs:read"));
  const again = useMutation({ mutationFn: async (number: number) => answered(api.POST("/workspaces/{workspace}/runs/{number}/again", { params: { path: { workspace, number } } })), onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace, "runs", "reading") }) });
  const ending = useMutation({ mutationFn: async (number: number) => answered(api.POST("/workspaces/{workspace}/runs/{number}/cancel", { params: { path: { workspace, number } } })), onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace, "runs", "reading") }) });
  const { open = [], dead = [] } = data ?? {};
  return (
    <>
      {open.length > 0 && <Loading what={`${sayCount(open.length, "document")} to be read`} />}
      {open.length > 0 && (
        <ul className="under-way small">
          {open.slice(0, mostOpen).map(({ number, by }) => <li key={number}>Run {number}, asked for by <bdi>{nameOf(by)}</bdi> {(by === session.person || mayIn(session, workspace, "runs:write")) && <button type="button" disabled={ending.isPending} onClick={() => ending.mutate(number)}>End it unread</button>}</li>)}
          {open.length > mostOpen && <li className="soft">and {open.length - mostOpen} more</li>}
        </ul>
      )}
      {ending.error !== null && <ProblemBox problem={ending.error} />}
      {ending.isSuccess && !open.some(({ number }) => number === ending.variables) && <p className="small" role="status">Run {ending.variables} was ended: nothing of its document was read.</p>}
      {dead.map(({ number, why }) => (
        <p key={number} role="status"><strong>Reading broke off:</strong> <bdi>{why ?? "it is not known why"}</bdi> {mayIn(session, workspace, "runs:write") && <button type="button" disabled={again.isPending} onClick={() => again.mutate(number)}>Try it again</button>}</p>
      ))}
    </>
  );
}

/** Why a document could not be read, and what to do. */
function Refused({ problems }: Pick<ReadingRow, "problems">) {
  return <>{problems.map(({ message, hint }) => <p key={message} className="small"><Words text={message} />{hint !== null && <span className="soft">: <Words text={hint} /></span>}</p>)}</>;
}

const looked = ({ said: { accepted, corrected, rejected, open }, fields }: ReadingRow): string => (open === fields ? "nobody yet" : open === 0 ? "all" : `${(accepted + corrected + rejected).toLocaleString("en")} of ${fields.toLocaleString("en")}`);

function useColumns(): readonly Column<ReadingRow>[] {
  const workspace = useWorkspace();
  const nameOf = useNameOf(workspace);
  return [
    { head: "Contract", cell: ({ number, name, title, state, problems }) => <div className="side"><Link to={contractAt(workspace, number)}><bdi>{title ?? name}</bdi></Link>{title !== null && <p className="soft small"><bdi>{name}</bdi></p>}{state === "refused" && <Refused problems={problems} />}</div> },
    { head: "Between", cell: ({ parties }) => <bdi>{parties.slice(0, 3).join(", ")}{parties.length > 3 && ` and ${parties.length - 3} more`}</bdi> },
    { head: "Clauses", cell: (row) => (row.state === "read" ? <>{row.fields.toLocaleString("en")}{row.said.added > 0 && <p className="small">{row.said.added} added</p>}</> : row.state === "refused" ? <strong>not read</strong> : <span className="soft">redacted</span>) },
    { head: "Looked at", cell: (row) => (row.state === "read" && row.fields > 0 ? looked(row) : <bdi />) },
    { head: "Agreement", cell: ({ agreement }) => (agreement === null ? <bdi /> : <Link to={agreementAt(workspace, agreement)}><bdi>{agreement}</bdi></Link>) },
    { head: "Read", cell: ({ by, at }) => <span className="small"><bdi>{nameOf(by)}</bdi>, {instant(at)}</span> },
  ];
}

/** Contracts of others: dropped here, read, and looked at by persons. */
export default function Contracts() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [state, change] = useSearchState();
  const { q } = state;
  const { data, error, isPending, refetch } = useReadings(workspace, state);
  const columns = useColumns();
  const mayAdd = mayIn(session, workspace, "agreements:write");
  return (
    <>
      <Heading title="Contracts" lead="What others wrote, read by a program and looked at by persons: each clause in its own words, and where it stands." />
      <div className="contracts">
        {mayAdd && <Upload />}
        <UnderWay />
        {(q !== undefined || (data !== undefined && data.items.length > 0)) && <div className="list-search"><SearchField label="Title, file or party" /></div>}
        {isPending && <Loading what="Reading the list" />}
        {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
        {data?.items.length === 0 && q !== undefined && <Empty title="No contract is like that"><button type="button" onClick={() => change({ q: undefined, cursor: undefined })}>Show all contracts</button></Empty>}
        {data?.items.length === 0 && q === undefined && <Empty title="No contract was read here yet"><p>{mayAdd ? "Drop the contracts that others sent: each is kept as it is, and read. What you accept of one becomes a deal, and all of them together the portfolio." : "Somebody who may record agreements drops the first one."}</p></Empty>}
        {data !== undefined && data.items.length > 0 && <><Table label="Contracts" columns={columns} rows={data.items} keyOf={({ number }) => String(number)} /><Pages shown={data.items.length} next={data.next} total={data.total} /></>}
      </div>
    </>
  );
}
