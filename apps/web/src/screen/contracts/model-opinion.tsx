import { plainWords, sayCount } from "@cleartitle/engine";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { useNameOf } from "../../api/people.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { instant } from "../../part/days.js";
import { useRun } from "../../part/follow-run.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Quote } from "../../part/quote.js";
import { useSearchState } from "../../part/search-state.js";
import { type ReadingDetail, sayPlace } from "./use-readings.js";

type Opinion = NonNullable<ReadingDetail["opinion"]>;

/** Follows the run; once it is over what is shown is asked for anew. */
function Following({ number, run: asked }: { readonly number: number; readonly run: number }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { run, failure } = useRun(workspace, asked);
  const isDone = run.data?.state === "done";
  useEffect(() => {
    if (isDone) void askAnew(client, { queryKey: queryKey.of(workspace, "reading", number) });
  }, [isDone, client, workspace, number]);
  if (run.error !== null) return <ProblemBox problem={run.error} />;
  if (run.data?.state === "dead") return <p>It could not be asked{failure !== null && `: ${failure.message}`}.</p>;
  return isDone ? null : <p role="status">Being asked …</p>;
}

function Said({ opinion: { model, by, at, notes, kinds } }: { readonly opinion: Opinion }) {
  const nameOf = useNameOf(useWorkspace());
  const [, change] = useSearchState();
  const others = kinds.flatMap(({ kind, clauses }) => clauses.filter(({ field }) => field === null).map((clause) => ({ ...clause, kind })));
  const agreed = kinds.reduce((sum, { clauses }) => sum + clauses.filter(({ field }) => field !== null).length, 0);
  const none = kinds.filter(({ clauses }) => clauses.length === 0);
  return (
    <>
      <p className="small">What <bdi>{model}</bdi> said, asked by <bdi>{nameOf(by)}</bdi>, {instant(at)}. Nobody checked it, but every quote stands in the document. It changes nothing of what was read.</p>
      <p className="small">It takes {sayCount(agreed, "clause")} as the program does{others.length === 0 ? ", and names no other." : `, and names ${sayCount(others.length, "clause")} that the program did not tell:`}</p>
      <ul className="read-fields">{others.map(({ kind, start, quote, page, number, heading }) => <li key={`${kind} ${start}`}><p className="field-head">{plainWords(kind)} <span className="soft small">{sayPlace({ page, number, heading })}</span></p><Quote text={quote} /></li>)}</ul>
      {none.length > 0 && <p className="small">Of these kinds it says that nothing that it was shown is one: {none.map(({ kind }, index) => <span key={kind}>{index > 0 && ", "}<button type="button" className="bare" onClick={() => change({ kind })}>{plainWords(kind)}</button></span>)}.</p>}
      {notes.map((note) => <p key={note} className="soft small"><bdi>{note}</bdi></p>)}
    </>
  );
}

/** What a language model says of a contract, where whoever runs the server named one; and a way to ask it. */
export function ModelOpinion({ reading: { number, mayAsk, opinion }, mayWrite }: { readonly reading: ReadingDetail; readonly mayWrite: boolean }) {
  const workspace = useWorkspace();
  const asking = useMutation({ mutationFn: async () => answered(api.POST("/workspaces/{workspace}/readings/{number}/opinion", { params: { path: { workspace, number } } })) });
  if (opinion === null && (mayAsk === null || !mayWrite)) return null;
  return (
    <section aria-labelledby="opinion">
      <h2 id="opinion">A language model</h2>
      {opinion !== null && <Said opinion={opinion} />}
      {mayAsk !== null && mayWrite && (
        <>
          <p className="soft small">Parts of the contract go to the server of <bdi>{mayAsk}</bdi> if it is asked. Whoever runs this server named it.</p>
          <p><button type="button" disabled={asking.isPending} onClick={() => asking.mutate()}>Ask {opinion === null ? "it" : "it again"}</button></p>
          {asking.data !== undefined && <Following key={asking.data.number} number={number} run={asking.data.number} />}
          {asking.error !== null && <ProblemBox problem={asking.error} />}
        </>
      )}
    </section>
  );
}
