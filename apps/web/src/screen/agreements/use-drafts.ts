import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, api, asking } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { Effect, ReadDeal } from "./deal.js";

export const readDeal = async (workspace: string, deal: string): Promise<ReadDeal> => answered(api.POST("/workspaces/{workspace}/drafts/read", { params: { path: { workspace } }, body: { deal } }));

/** A deal in words, and what does not fit together. What was read before stays while it is read anew. */
export const useReadDeal = (workspace: string, deal: string) => useQuery({ queryKey: queryKey.of(workspace, "read-deal", deal), queryFn: async () => readDeal(workspace, deal), staleTime: Infinity, placeholderData: keepPreviousData });

/** What it does to the releases that a deal is agreed otherwise. */
export const useEffectOf = (workspace: string, before: string, after: string, isAsked = true) =>
  useQuery({
    queryKey: queryKey.of(workspace, "deal-effect", before, after), enabled: isAsked && before !== after, staleTime: 60_000,
    queryFn: async (): Promise<Effect> => answered(api.POST("/workspaces/{workspace}/drafts/effect", { params: { path: { workspace } }, body: { before, after }, ...asking })),
  });

export const useTopic = (id: string, isAsked = true) => useQuery({ queryKey: queryKey.catalogue("clauses", id), enabled: isAsked, queryFn: async () => answered(api.GET("/catalogue/clauses/{id}", { params: { path: { id } } })), staleTime: Infinity });
