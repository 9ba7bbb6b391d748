import type { Decision } from "@cleartitle/engine";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { askedIn } from "../../answer/asked.js";
import { useDecision } from "../../answer/use-decision.js";
import { answered, api } from "../../api/client.js";
import { useWording } from "../../api/names.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { askAt } from "../../shell/address.js";
import { Node } from "./proof-node.js";
import { proofTree, wayTo } from "./proof-tree.js";
import { NodeSource } from "./node-source.js";
import "./proof.css";

/** A decision that was recorded, with its proof as it is made again of the same records. */
function useRecorded(workspace: string, number: number | null) {
  return useQuery({
    queryKey: queryKey.of(workspace, "recorded-proof", number), enabled: number !== null, staleTime: Infinity,
    queryFn: async () => {
      const params = { path: { workspace, number: number! } };
      const [decision, proof] = await Promise.all([answered(api.GET("/workspaces/{workspace}/decisions/{number}/decision", { params })), answered(api.GET("/workspaces/{workspace}/decisions/{number}/proof", { params }))]);
      return { ...(decision as unknown as Decision), proof: proof as unknown as Decision["proof"] };
    },
  });
}

function Shown({ decision, workspace }: { readonly decision: Decision; readonly workspace: string }) {
  const [state, change] = useSearchState();
  const wording = useWording(decision);
  const tree = useMemo(() => proofTree(decision), [decision]);
  const chosen = state["node"] ?? null;
  const way = useMemo(() => new Set(tree === null || chosen === null ? [] : wayTo(tree, chosen)), [tree, chosen]);
  if (tree === null) return <Empty title="The answer came without its proof"><p>Ask it anew.</p></Empty>;
  const node = chosen === null ? undefined : tree.nodes.get(chosen);
  const told = { tree, wording, chosen, way, onChoose: (id: string) => change({ node: id }, true) };
  return (
    <div className="proof">
      <div className="proof-tree">
        <ul><Node {...told} node={tree.root} depth={0} isFirst /></ul>
        {tree.exposures.length > 0 && (
          <Section id="past" title="Exposure from past acts" note="judged by the norms and facts of their own time; apart from what the use comes to">
            <ul>{tree.exposures.map((each) => <Node key={each.id} {...told} node={each} depth={4} isFirst={false} />)}</ul>
          </Section>
        )}
      </div>
      <aside className="proof-source" aria-label="Source of the chosen step" aria-live="polite">
        {node === undefined ? <p className="soft">{chosen === null ? "Choose a step: its source is shown here." : `No step of this proof is called ${chosen}.`}</p> : <NodeSource node={node} tree={tree} wording={wording} workspace={workspace} />}
        <p className="soft small digest">{decision.proof?.nodes} steps, <code>{decision.proof?.digest}</code></p>
      </aside>
    </div>
  );
}

/** From the verdict to the clause: every step, and what it follows from. */
export default function Proof() {
  const workspace = useWorkspace();
  const [state] = useSearchState();
  const number = state["decision"] === undefined || !/^\d{1,9}$/.test(state["decision"]) ? null : Number(state["decision"]);
  const { node: _, decision: __, ...question } = state;
  const asked = number === null ? askedIn(question) : null;
  const now = useDecision(workspace, asked, { proof: true });
  const recorded = useRecorded(workspace, number);
  const { data, error, isLoading, refetch } = number === null ? now : recorded;
  const title = data === undefined ? "Proof" : `Proof: ${data.use.name}`;
  return (
    <>
      <Heading title={title} lead={number === null ? "From the verdict down to the words, rules and facts on which it stands." : `Recorded decision ${number}, made again of the same records.`}>
        {asked !== null && <Link to={askAt(workspace)} search={question}>The answer</Link>}
      </Heading>
      {number === null && asked === null && <Empty title="No answer is chosen"><p><Link to={askAt(workspace)}>Ask</Link> first; each answer leads to its proof.</p></Empty>}
      {isLoading && <Loading what="Deciding, with every step" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && <Shown decision={data} workspace={workspace} />}
    </>
  );
}
