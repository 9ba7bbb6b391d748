import { plainWords } from "@cleartitle/engine";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";
import { instant } from "../../part/days.js";
import { Empty } from "../../part/empty.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Pages, Table } from "../../part/table.js";
import { importAt } from "../../shell/address.js";

type ChangeSet = components["schemas"]["ChangeSet"];

/** How often each kind of change is in a set, as it was asked for. */
function inShort({ changes }: ChangeSet): string {
  if (changes === null) return "a whole graph, as an import or a title file has it";
  const counts = new Map<string, number>();
  for (const { change } of changes) counts.set(change, (counts.get(change) ?? 0) + 1);
  return [...counts].map(([change, count]) => (count === 1 ? plainWords(change) : `${plainWords(change)} × ${count.toLocaleString("en")}`)).join(", ");
}

function useChanges(workspace: string) {
  const [{ cursor }] = useSearchState();
  const query = { limit: 50, order: "newest" as const, ...(cursor === undefined ? {} : { cursor }) };
  return useQuery({ queryKey: queryKey.of(workspace, "changes", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/changes", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
}

/** Change sets, the newest first; one of them in full. */
export function Changes() {
  const workspace = useWorkspace();
  const [state] = useSearchState();
  const { data, error, refetch } = useChanges(workspace);
  const number = /^[1-9]\d{0,8}$/.test(state["number"] ?? "") ? Number(state["number"]) : null;
  const columns: Column<ChangeSet>[] = [
    { head: "Change set", cell: (each) => <Link to="." search={{ ...state, number: String(each.number) }}>{each.number}</Link> },
    { head: "When (UTC)", cell: ({ at }) => <span className="day">{instant(at)}</span> },
    { head: "By", cell: ({ by }) => <bdi>{by}</bdi> },
    { head: "Why", cell: ({ why }) => (why === null ? <span className="soft">not said</span> : <bdi>{why}</bdi>) },
    { head: "What", cell: (each) => inShort(each) },
  ];
  return (
    <>
      {number !== null && <One key={number} number={number} />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading what="Reading the history" />}
      {data?.items.length === 0 && <Empty title="Nothing was recorded here yet"><p>Begin with a title file or a folder of cards: <Link to={importAt(workspace)}>import it</Link>.</p></Empty>}
      {data !== undefined && data.items.length > 0 && <><Table label="Change sets" columns={columns} rows={data.items} keyOf={(each) => String(each.number)} /><Pages shown={data.items.length} next={data.next} /></>}
    </>
  );
}

const mostShown = 100;

function One({ number }: { readonly number: number }) {
  const workspace = useWorkspace();
  const [, change] = useSearchState();
  const { data, error } = useQuery({ queryKey: queryKey.of(workspace, "change", number), queryFn: async () => answered(api.GET("/workspaces/{workspace}/changes/{number}", { params: { path: { workspace, number } } })), staleTime: Infinity });
  return (
    <Section id="one" title={`Change set ${number}`} {...(data === undefined ? {} : { note: `${instant(data.at)} UTC` })}>
      {error !== null && <ProblemBox problem={error} />}
      {data !== undefined && (
        <>
          <p>By <bdi>{data.by}</bdi>{data.why !== null && <>: <bdi>{data.why}</bdi></>}. {data.changes === null && "It wrote a whole graph, as an import or a title file has it."}</p>
          {data.changes !== null && <ol className="changes">{data.changes.slice(0, mostShown).map((each, index) => <li key={`${index} ${each.change}`} dir="auto"><pre>{JSON.stringify(each, null, 1)}</pre></li>)}</ol>}
          {data.changes !== null && data.changes.length > mostShown && <p className="soft">The first {mostShown} of {data.changes.length.toLocaleString("en")} changes.</p>}
        </>
      )}
      <p className="choices"><button type="button" onClick={() => change({ number: undefined })}>Close</button></p>
    </Section>
  );
}
