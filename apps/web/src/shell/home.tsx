import { Link, Navigate } from "@tanstack/react-router";
import { ApiProblem } from "../api/problem.js";
import { useSession } from "../api/session.js";
import { useWorkspaces } from "../api/workspaces.js";
import { Empty } from "../part/empty.js";
import { Heading } from "../part/heading.js";
import { Loading } from "../part/loading.js";
import { ProblemBox } from "../part/problem-box.js";
import { SignIn } from "./sign-in.js";
import "./page.css";

/** The first page: the one workspace, or which there are. */
export function Home() {
  const session = useSession();
  if (session.isPending) return <Loading what="Seeing who is signed in" />;
  if (session.error instanceof ApiProblem && session.error.status === 401) return <SignIn />;
  if (session.error !== null) return <ProblemBox problem={session.error} again={() => void session.refetch()} />;
  return <Workspaces />;
}

function Workspaces() {
  const { data, error, isPending, refetch } = useWorkspaces();
  if (isPending) return <Loading what="Looking for workspaces" />;
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  const [only] = data;
  if (data.length === 1 && only !== undefined) return <Navigate to={`/w/${encodeURIComponent(only)}/ask` as never} replace />;
  return (
    <main className="page">
      <Heading title="Workspaces" lead="Each keeps its own records, people and decisions." />
      {data.length === 0
        ? <Empty title="There is none yet"><p>Ask who administers one to take you in, or make the first with <code>cleartitle serve FILE --data FOLDER</code>.</p></Empty>
        : <ul>{data.map((name) => <li key={name}><Link to={`/w/${encodeURIComponent(name)}/ask` as never}>{name}</Link></li>)}</ul>}
    </main>
  );
}
