import { useMutation, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { paths } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";

type Body = NonNullable<paths["/workspaces/{workspace}/proposals/waivers"]["post"]["requestBody"]>["content"]["application/json"];

/** Proposes a waiver or the end of one; where there is one user alone, it is recorded at once. `number`: of the proposal; null: it is in the records. */
export function useProposeWaiver(isAlone: boolean) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Body): Promise<{ readonly number: number | null }> => {
      const params = { path: { workspace } };
      if (!isAlone) return answered(api.POST("/workspaces/{workspace}/proposals/waivers", { params, body }));
      await answered(api.POST("/workspaces/{workspace}/waivers", { params, body }));
      return { number: null };
    },
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace) }),
  });
}
