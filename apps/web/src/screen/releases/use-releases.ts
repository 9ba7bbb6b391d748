import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import type { SearchState } from "../../part/search-state.js";

export type ReleaseBrief = components["schemas"]["ReleaseBrief"];

const statuses = ["blocked", "unresolved", "conditional", "cleared"] as const;
const statusIn = (text: string | undefined) => statuses.find((each) => each === text);

/** Uses of one page. */
const pageSize = 50;

/** A page of the recorded uses, as the address filters them. */
export function useReleases(workspace: string, state: SearchState) {
  const { q, cursor, day } = state;
  const decision = statusIn(state["decision"]);
  const query = { limit: pageSize, ...(q === undefined ? {} : { q }), ...(cursor === undefined ? {} : { cursor }), ...(day === undefined ? {} : { day }), ...(decision === undefined ? {} : { decision }) };
  return useQuery({ queryKey: queryKey.of(workspace, "releases", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/releases", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
}
