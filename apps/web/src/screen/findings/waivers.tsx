import { plainWords } from "@cleartitle/engine";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../../api/client.js";
import { useNameOf } from "../../api/people.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { today } from "../../part/days.js";
import { DialogForm } from "../../part/dialog-form.js";
import { Empty } from "../../part/empty.js";
import { Heading } from "../../part/heading.js";
import { useKeptWords } from "../../part/kept-words.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Pages, Table } from "../../part/table.js";
import { WordsField } from "../../part/words-field.js";
import { assetAt, findingsAt, releaseAt } from "../../shell/address.js";
import { useProposeWaiver } from "./propose-waiver.js";

type Waiver = components["schemas"]["Waiver"];

/** How long before its end a waiver is told to run out. */
const soon = 30;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Where a waiver stands on a day. */
function sayWaiverState({ from, until }: Pick<Waiver, "from" | "until">, day: string): string {
  if (from !== null && from > day) return `begins on ${from}`;
  const left = daysBetween(day, until);
  if (left < 0) return "has ended";
  if (left > soon) return "holds";
  return left === 0 ? "runs out today" : `runs out in ${left === 1 ? "1 day" : `${left} days`}`;
}

/** Ends a waiver before its day. */
function End({ waiver }: { readonly waiver: Waiver }) {
  const session = useSignedIn();
  const proposing = useProposeWaiver(session.by === "local");
  const why = useKeptWords(`waiver ${waiver.id}`);
  if (proposing.isSuccess) return <span role="status">{proposing.data.number === null ? "ended" : `proposal ${proposing.data.number} waits for approval`}</span>;
  return (
    <DialogForm label="End it" title={`End the waiver of ${plainWords(waiver.kind)}`} run={session.by === "local" ? "End it" : "Propose its end"} onRun={async () => proposing.mutateAsync({ why: why.text.trim(), proposed: { kind: "ended-waiver", waiver: waiver.id } }).then(why.drop)} isRunning={proposing.isPending} problem={proposing.error}>
      <p className="small">What it accepted counts again at once.{session.by === "local" ? "" : " Somebody else has to approve it."}</p>
      <WordsField label="Why" words={why} required maxLength={20_000} />
    </DialogForm>
  );
}

function useWaivers(workspace: string, cursor: string | undefined) {
  const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
  return useQuery({ queryKey: queryKey.of(workspace, "waivers", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/waivers", { params: { path: { workspace }, query } })) });
}

/** What is accepted for a time, by whom, for what and until when. */
export default function Waivers() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const nameOf = useNameOf(workspace);
  const [state] = useSearchState();
  const { data, error, isPending, refetch } = useWaivers(workspace, state["cursor"]);
  return (
    <>
      <Heading title="Waivers" lead="Findings that somebody accepts for a time. When a waiver runs out, what it accepted counts again."><Link to={findingsAt(workspace)}>Findings</Link></Heading>
      {isPending && <Loading what="Reading the waivers" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && data.items.length === 0 && <Empty title="Nothing is waived"><p>A waiver is made of a finding: <Link to={findingsAt(workspace)}>see what was found</Link>, and say why it is accepted, for what and until when.</p></Empty>}
      {data !== undefined && data.items.length > 0 && (
        <>
          <Table
            label="Waivers" rows={data.items.toSorted((a, b) => (a.until < b.until ? -1 : 1))} keyOf={({ id }) => id}
            columns={[
              { head: "Accepts", cell: ({ kind }) => (kind === "any" ? "any finding" : plainWords(kind)) },
              { head: "Of", cell: ({ asset }) => (asset === null ? <span className="soft">everything</span> : <Link to={assetAt(workspace, asset)}><bdi>{asset}</bdi></Link>) },
              { head: "For the use", cell: ({ use }) => (use === null ? <span className="soft">every</span> : <Link to={releaseAt(workspace, use)}><bdi>{use}</bdi></Link>) },
              { head: "Reason", cell: ({ reason }) => <bdi>{reason}</bdi> },
              { head: "By", cell: ({ by }) => <bdi>{nameOf(by)}</bdi> },
              { head: "Until", cell: (waiver) => <><span className="day">{waiver.until}</span><br /><strong>{sayWaiverState(waiver, today())}</strong></> },
              ...(mayIn(session, workspace, "waivers:propose") ? [{ head: "End", cell: (waiver: Waiver) => <End waiver={waiver} /> }] : []),
            ]}
          />
          <Pages shown={data.items.length} next={data.next} />
        </>
      )}
    </>
  );
}
