import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { assetRows } from "../../api/asset-rows.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import type { SearchState } from "../../part/search-state.js";

export type AssetFacets = components["schemas"]["AssetFacets"];

/** What narrows the list. `q` is what was written into the search. */
const filterKeys = ["q", "kind", "severity", "licenseClass", "license", "layer", "findings", "placeholder"] as const;

const keeping = (keys: readonly string[], state: SearchState): SearchState => Object.fromEntries(keys.flatMap((key) => (state[key] === undefined ? [] : [[key, state[key]]])));

/** What a view keeps, and what the list is asked with: the filters and the order, not the page. The address may say anything; what is no order or kind the API refuses, and says so. */
export const viewOf = (state: SearchState): SearchState => keeping([...filterKeys, "sort"], state);

const rowsAtOnce = 100;

export const useRows = (workspace: string, state: SearchState) =>
  useQuery({
    queryKey: queryKey.of(workspace, "asset-rows", viewOf(state), state["cursor"] ?? null), placeholderData: keepPreviousData,
    queryFn: async () => assetRows(workspace, { ...viewOf(state), limit: rowsAtOnce, ...(state["cursor"] === undefined ? {} : { cursor: state["cursor"] }) }),
  });

export const useFacets = (workspace: string, state: SearchState) =>
  useQuery({
    queryKey: queryKey.of(workspace, "asset-facets", keeping(filterKeys, state)), placeholderData: keepPreviousData,
    queryFn: async () => (await answered(api.GET("/workspaces/{workspace}/asset-facets", { params: { path: { workspace }, query: keeping(filterKeys, state) as Record<string, never> } }))).facets,
  });

/** Ids of everything that the filters leave, so many at most. */
export async function filteredIds(workspace: string, state: SearchState, most: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; ids.length < most && cursor !== null; ) {
    const page = await assetRows(workspace, { ...viewOf(state), limit: 1000, ...(cursor === undefined ? {} : { cursor }) });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids.slice(0, most);
}
