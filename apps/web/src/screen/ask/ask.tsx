import type { Decision } from "@cleartitle/engine";
import { useQuery } from "@tanstack/react-query";
import { Answer } from "../../answer/answer.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { AskForm } from "./ask-form.js";
import { type Asked, askedIn } from "./asked.js";

function useDecision(workspace: string, asked: Asked | null) {
  return useQuery({
    queryKey: queryKey.of(workspace, "ask", asked), enabled: asked !== null,
    queryFn: async () => (await answered(api.POST("/workspaces/{workspace}/ask", { params: { path: { workspace } }, body: asked! }))) as unknown as Decision,
  });
}

/** May who do what with this, where, when? */
export default function Ask() {
  const workspace = useWorkspace();
  const [state] = useSearchState();
  const asked = askedIn(state);
  const { data, error, isLoading, refetch } = useDecision(workspace, asked);
  return (
    <>
      <Heading title="Ask" lead="May this be used so, there and then; on which conditions; and who says so." />
      <AskForm />
      {isLoading && <Loading what="Deciding" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && <Answer decision={data} />}
    </>
  );
}
