import { useMutation, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";

/** What is said of all marked assets at once. */
export interface BulkStatement {
  readonly what: "license" | "licensor";
  readonly value: string;
  readonly why: string;
  readonly ids: readonly string[];
  readonly by: string;
}

/** As many as one change set takes. */
export const mostAtOnce = 2_000;

/** One statement about each. Nothing that was said before is taken away: what differs is a conflict, which somebody concludes. */
const statementsOf = ({ what, value, ids, by }: BulkStatement) => ids.map((id) => ({ about: { asset: id }, what, value, rung: "declared", by, source: { system: "said of many at once" } }));

/** Records it as one change set; said again under its name it is not recorded twice. */
export function useBulkChange(workspace: string, name: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (said: BulkStatement) =>
      answered(api.POST("/workspaces/{workspace}/changes", { params: { path: { workspace } }, headers: { "Idempotency-Key": name }, body: { why: said.why, changes: { add: { statements: statementsOf(said) } } as never } })),
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace) }),
  });
}
