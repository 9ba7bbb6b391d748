import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import type { SearchState } from "../../part/search-state.js";

export type Finding = components["schemas"]["Finding"];
export type FindingCounts = components["schemas"]["FindingCounts"];

const oneOf = <T extends string>(values: readonly T[], text: string | undefined): T | undefined => values.find((each) => each === text);
const pageSize = 50;

/** What of the address filters findings. */
function filterOf(state: SearchState) {
  const about = oneOf(["records", "rights"] as const, state["about"]);
  const severity = oneOf(["blocked", "unresolved", "conditional", "cleared", "none"] as const, state["severity"]);
  const waived = oneOf(["true", "false"] as const, state["waived"]);
  const { kind, asset, use } = state;
  return { ...(about === undefined ? {} : { about }), ...(severity === undefined ? {} : { severity }), ...(waived === undefined ? {} : { waived }), ...(kind === undefined ? {} : { kind }), ...(asset === undefined ? {} : { asset }), ...(use === undefined ? {} : { use }) };
}

/** A page of what is wrong or worth a look. */
export function useFindings(workspace: string, state: SearchState) {
  const query = { ...filterOf(state), limit: pageSize, ...(state["cursor"] === undefined ? {} : { cursor: state["cursor"] }) };
  return useQuery({ queryKey: queryKey.of(workspace, "findings", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/findings", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
}

/** How many there are of each kind and severity. They stand on the first page of a list alone, and without a filter by that facet, so that another value can be chosen. */
export function useFindingCounts(workspace: string, state: SearchState, without: "kind" | "severity" | "waived"): { readonly counts: FindingCounts | undefined; readonly isPending: boolean } {
  const filter = filterOf(state);
  const query = { ...Object.fromEntries(Object.entries(filter).filter(([key]) => key !== without)), limit: 1 } as typeof filter & { limit: number };
  const { data, isPending } = useQuery({ queryKey: queryKey.of(workspace, "findings", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/findings", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
  return { counts: data?.counts ?? undefined, isPending };
}
