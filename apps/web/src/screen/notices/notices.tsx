import { plainWords } from "@cleartitle/engine";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { useNames } from "../../api/names.js";
import { queryKey } from "../../api/query-key.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Pages, Table } from "../../part/table.js";
import { screenOf } from "./notice-link.js";

function useNotices(workspace: string, cursor: string | undefined) {
  const query = { order: "newest", limit: 50, ...(cursor === undefined ? {} : { cursor }) } as const;
  return useQuery({ queryKey: queryKey.of(workspace, "notices", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/notices", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
}

/** Looks now, and not only once a day. It is a run of its own: what it finds is told when the list is read again. */
function LookNow() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const client = useQueryClient();
  const looking = useMutation({
    mutationFn: async () => answered(api.POST("/workspaces/{workspace}/reviews", { params: { path: { workspace } } })),
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace, "notices") }),
  });
  if (!mayIn(session, workspace, "runs:write")) return null;
  return (
    <>
      {looking.error !== null && <ProblemBox problem={looking.error} />}
      {looking.isSuccess && <span role="status">run {looking.data.number} looks <button type="button" className="bare" onClick={() => void askAnew(client, { queryKey: queryKey.of(workspace, "notices") })}>Read the list again</button></span>}
      <button type="button" disabled={looking.isPending} onClick={() => looking.mutate()}>Look now</button>
    </>
  );
}

/** What time has brought: days that come, and days that have passed. */
export default function Notices() {
  const workspace = useWorkspace();
  const names = useNames();
  const [state] = useSearchState();
  const { data, error, isPending, refetch } = useNotices(workspace, state["cursor"]);
  return (
    <>
      <Heading title="Notices" lead="What time brings: ends of terms and waivers, duties that fall due, days on which an answer or the law changes. The newest first."><LookNow /></Heading>
      {isPending && <Loading what="Reading the notices" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && data.items.length === 0 && <Empty title="Time has brought nothing yet"><p>It is looked for once a day. Who may start runs can look now.</p></Empty>}
      {data !== undefined && data.items.length > 0 && (
        <>
          <Table
            label="Notices" rows={data.items} keyOf={({ number }) => String(number)}
            columns={[
              { head: "Day", cell: ({ on, stage }) => <>{on !== null ? <span className="day">{on}</span> : <span className="soft">none known</span>}{stage === "past" && <><br /><strong>has passed</strong></>}</> },
              { head: "Kind", cell: ({ kind }) => plainWords(kind) },
              { head: "What", cell: ({ what }) => <bdi>{what}</bdi> },
              { head: "To do", cell: ({ todo, link }) => {
                const at = screenOf(workspace, link, names);
                return at === null ? <bdi>{todo}</bdi> : <Link to={at}><bdi>{todo}</bdi></Link>;
              } },
              { head: "Whose work", cell: ({ roles }) => roles.join(", ") },
              { head: "Found", cell: ({ at }) => <span className="day">{at.slice(0, 10)}</span> },
            ]}
          />
          <Pages shown={data.items.length} next={data.next} />
        </>
      )}
    </>
  );
}
