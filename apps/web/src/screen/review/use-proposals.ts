import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";

export type Proposal = components["schemas"]["Proposal"];
export type ProposalState = Proposal["state"];

const pageSize = 50;
export const proposalStates = ["open", "approved", "rejected", "withdrawn"] as const satisfies readonly ProposalState[];

/** Proposals of a state, from a number on. */
export function useProposals(workspace: string, state: ProposalState, after: string | undefined, isAsked: boolean) {
  const query = { state, limit: pageSize, ...(after !== undefined && /^\d{1,9}$/.test(after) ? { after: Number(after) } : {}) };
  return useQuery({
    queryKey: queryKey.of(workspace, "proposals", query), enabled: isAsked, placeholderData: keepPreviousData,
    queryFn: async () => {
      const { items } = await answered(api.GET("/workspaces/{workspace}/proposals", { params: { path: { workspace }, query } }));
      return { items, next: items.length < pageSize ? null : String(items.at(-1)!.number) };
    },
  });
}

export const useProposal = (workspace: string, number: number) =>
  useQuery({ queryKey: queryKey.of(workspace, "proposal", number), queryFn: async () => answered(api.GET("/workspaces/{workspace}/proposals/{number}", { params: { path: { workspace, number } } })) });
