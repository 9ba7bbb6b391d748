import { sayCount } from "@cleartitle/engine";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { useRun } from "../../part/follow-run.js";
import { ProblemBox } from "../../part/problem-box.js";
import { type ReadingDetail, stateWords } from "./use-readings.js";

/** Follows the run until it is over; what is shown is then asked for anew. */
function Following({ number }: { readonly number: number }) {
  const { run, failure } = useRun(useWorkspace(), number);
  if (run.error !== null) return <ProblemBox problem={run.error} />;
  if (run.data?.state === "dead") return <p>It could not be read anew{failure !== null && `: ${failure.message}`}. What was read before stands.</p>;
  return <p>Being read …</p>;
}

/** That a contract was read by another program, and a way to have it read by this one. */
export function ReadAnew({ number, mayWrite }: { readonly number: number; readonly mayWrite: boolean }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const asking = useMutation({
    mutationFn: async () => answered(api.POST("/workspaces/{workspace}/readings/{number}/again", { params: { path: { workspace, number } } })),
    onError: async () => askAnew(client, { queryKey: queryKey.of(workspace, "reading", number) }),
  });
  return (
    <div className="small" role="status">
      <p><strong>Read by an earlier or later program.</strong> This one has other weights, and might find other clauses. What persons said of it holds.</p>
      {asking.data === undefined
        ? mayWrite && <button disabled={asking.isPending} onClick={() => asking.mutate()}>Read it anew</button>
        : <Following number={asking.data.number} />}
      {asking.error !== null && <ProblemBox problem={asking.error} />}
    </div>
  );
}

/** What persons said of an earlier reading, and has no place in this one. */
export function AskedAgain({ again }: { readonly again: ReadingDetail["askedAgain"] }) {
  if (again.length === 0) return null;
  return (
    <details open>
      <summary>{sayCount(again.length, "clause")} to be looked at again: what was said of {again.length === 1 ? "it" : "them"} is not what is read now</summary>
      <ul className="small">{again.map(({ field, quote, verdict, by, at }) => <li key={`${field} ${at}`}>{field.replace(/\.\d+$/, "").replaceAll("-", " ")}, {stateWords[verdict]} by <bdi>{by}</bdi> on {at.slice(0, 10)}: <q><bdi>{quote}</bdi></q></li>)}</ul>
    </details>
  );
}
