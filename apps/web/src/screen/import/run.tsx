import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { answered, api } from "../../api/client.js";
import type { components } from "../../api/schema.gen.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { type Column, Table } from "../../part/table.js";
import { askAt, historyAt } from "../../shell/address.js";
import { type Failure, type Progress, useRun } from "../../part/follow-run.js";

type Run = components["schemas"]["Run"];

/** What an import came to, as the server tells it. */
interface Result {
  readonly changeSet: number;
  readonly assets: number;
  readonly statements: number;
  readonly files: { readonly read: number; readonly leftOut: number; readonly told: readonly FileTold[] };
  readonly problems: { readonly count: number; readonly told: readonly Told[] };
}

interface Told {
  readonly code: string;
  readonly message: string;
  readonly file?: string | null;
  readonly line?: number | null;
  readonly hint?: string | null;
}

interface FileTold {
  readonly file: string;
  readonly format: string | null;
  readonly why: string | null;
}

const count = (number: number, one: string, more = `${one}s`): string => `${number.toLocaleString("en")} ${number === 1 ? one : more}`;

/** One import: how far it is, and what it came to. */
export function ImportRun({ number }: { readonly number: number }) {
  const workspace = useWorkspace();
  const { run, progress, failure } = useRun(workspace, number);
  if (run.error !== null) return <ProblemBox problem={run.error} again={() => void run.refetch()} />;
  if (run.data === undefined) return <Loading what="Looking for the import" />;
  const { state, result } = run.data;
  const problem = run.data.problem as Told | null;
  return (
    <Section id="run" title={`Import ${number}`} note={stateWords[state]}>
      {(state === "waiting" || state === "working") && <Working number={number} progress={progress} failure={failure} />}
      {state === "cancelled" && <p>It was ended before it was through; nothing of it was recorded.</p>}
      {state === "dead" && <p>Nothing of it was recorded.</p>}
      {problem !== null && state === "dead" && <p><strong><bdi>{problem.message}</bdi></strong>{typeof problem.hint === "string" && <span className="soft"> — {problem.hint}</span>}</p>}
      {(state === "dead" || state === "cancelled") && <Again number={number} onDone={() => void run.refetch()} />}
      {state === "done" && <Came result={result as Result} />}
    </Section>
  );
}

const stateWords: Readonly<Record<Run["state"], string>> = { waiting: "waits for its turn", working: "is being read", done: "done", dead: "failed", cancelled: "ended" };

function Working({ number, progress, failure }: { readonly number: number; readonly progress: Progress | null; readonly failure: Failure | null }) {
  const workspace = useWorkspace();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  const ending = useMutation({ mutationFn: async () => answered(api.POST("/workspaces/{workspace}/runs/{number}/cancel", { params: { path: { workspace, number } } })) });
  const [done, total] = [progress?.done ?? 0, progress?.total ?? null];
  return (
    <div className="working">
      <progress aria-label="Files read" {...(total === null ? {} : { value: done, max: Math.max(1, total) })} />
      <p role="status">{total === null ? count(done, "file") : `${done.toLocaleString("en")} of ${count(total, "file")}`} {progress?.note === "files looked at" ? "looked at" : "read"} · {seconds} s</p>
      {failure !== null && <p><bdi>{failure.message}</bdi> <span className="soft">It is tried again at {failure.againAt.slice(11, 16)} UTC.</span></p>}
      <button type="button" disabled={ending.isPending || ending.isSuccess} onClick={() => ending.mutate()}>{ending.isSuccess ? "Ending" : "Cancel"}</button>
      {ending.error !== null && <ProblemBox problem={ending.error} />}
    </div>
  );
}

function Again({ number, onDone }: { readonly number: number; readonly onDone: () => void }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const again = useMutation({ mutationFn: async () => answered(api.POST("/workspaces/{workspace}/runs/{number}/again", { params: { path: { workspace, number } } })), onSuccess: onDone });
  if (!mayIn(session, workspace, "runs:write")) return null;
  return (
    <>
      <p><button type="button" disabled={again.isPending} onClick={() => again.mutate()}>Try it again</button></p>
      {again.error !== null && <ProblemBox problem={again.error} />}
    </>
  );
}

const fileColumns: readonly Column<FileTold>[] = [
  { head: "File", cell: ({ file }) => <bdi>{file}</bdi> },
  { head: "Read as", cell: ({ format }) => format ?? <span className="soft">left out</span> },
  { head: "Why", cell: ({ why }) => why },
];

function Came({ result: { changeSet, assets, statements, files, problems } }: { readonly result: Result }) {
  const workspace = useWorkspace();
  return (
    <>
      <p>
        {count(files.read, "file")} read, {files.leftOut.toLocaleString("en")} left out: {count(assets, "asset")} and {count(statements, "statement")}, in <Link to={historyAt(workspace)} search={{ number: String(changeSet) }}>change set {changeSet}</Link>.
        {" "}Next: <Link to={askAt(workspace)}>ask what a use comes to</Link>.
      </p>
      {problems.count > 0 && (
        <details open>
          <summary>{count(problems.count, "thing was", "things were")} met on the way</summary>
          <ul className="small met">
            {problems.told.map(({ code, message, file, line, hint }, index) => (
              <li key={`${index} ${code}`}>{file !== undefined && file !== null && <><bdi>{file}</bdi>{line !== undefined && line !== null && `:${line}`}: </>}<bdi>{message}</bdi>{hint !== undefined && hint !== null && <span className="soft"> — {hint}</span>}</li>
            ))}
            {problems.count > problems.told.length && <li className="soft">and {(problems.count - problems.told.length).toLocaleString("en")} more</li>}
          </ul>
        </details>
      )}
      <Table label="What was read" columns={fileColumns} rows={files.told} keyOf={({ file, format }) => `${format} ${file}`} />
      {files.read + files.leftOut > files.told.length && <p className="soft small">The first {files.told.length} of {(files.read + files.leftOut).toLocaleString("en")} files.</p>}
    </>
  );
}
