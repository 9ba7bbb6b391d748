import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";
import { useSearchState } from "../../part/search-state.js";

export type Obligation = components["schemas"]["Obligation"];
type State = Obligation["state"];

export const stateWords: Readonly<Record<State, string>> = { overdue: "overdue", open: "open", if: "if a question turns out so", met: "kept" };
const isState = (text: string | undefined): text is State => text !== undefined && Object.hasOwn(stateWords, text);

/** Later than any day that a text can name. */
const everything = "2999-12-31";

/** The obligations that the address asks for. `dated`: only those with a day of their own. */
export function useObligations(dated: boolean) {
  const workspace = useWorkspace();
  const [{ state, release, instrument, debtor, cursor }] = useSearchState();
  const query = {
    limit: dated ? 1000 : 100, ...(dated ? { dueBy: everything } : {}), ...(isState(state) ? { state } : {}), ...(release === undefined ? {} : { release }), ...(instrument === undefined ? {} : { instrument }), ...(debtor === undefined ? {} : { debtor }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  return useQuery({ queryKey: queryKey.of(workspace, "obligations", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/obligations", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
}
