import { useMutation, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { operations } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";

type Proposed = operations["postWorkspacesWorkspaceProposalsPositions"]["requestBody"]["content"]["application/json"]["proposed"];
type Changes = operations["postWorkspacesWorkspaceChanges"]["requestBody"]["content"]["application/json"]["changes"];

/** How contested law is read otherwise, as both ways of recording it have it. */
interface Taking {
  readonly why: string;
  readonly changes: Changes;
  readonly proposed: Proposed;
}

/** The one user of a machine records it; where there are more people it is proposed, and another approves. Tells what came of it. */
export function useTaking(isAlone: boolean) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ why, changes, proposed }: Taking): Promise<string> => {
      const path = { workspace };
      if (isAlone) {
        const { changeSet } = await answered(api.POST("/workspaces/{workspace}/changes", { params: { path }, body: { changes, why } }));
        return `Recorded as change set ${changeSet}.`;
      }
      const { number } = await answered(api.POST("/workspaces/{workspace}/proposals/positions", { params: { path }, body: { why, proposed } }));
      return `Proposed as number ${number}: it counts once another person approves it.`;
    },
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace) }),
  });
}
