import { useQueries, useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { SearchState } from "../../part/search-state.js";
import type { GraphWay, Neighborhood } from "./drawn.js";
import { mostOfSide, type Opening } from "./opened.js";

/** When the records are read, and whose answer colors what is shown. */
export interface Seen {
  readonly asOf?: string;
  readonly use?: string;
  readonly on?: string;
}

/** Without a use there is no answer to have a date. */
export function seenIn({ asOf, use, on }: SearchState): Seen {
  return { ...(asOf === undefined ? {} : { asOf }), ...(use === undefined ? {} : { use }), ...(use === undefined || on === undefined ? {} : { on }) };
}

/** The steps of everything that was opened: one question for each thing, of both sides. */
export function useNeighborhoods(workspace: string, openings: readonly Opening[], center: string | null, seen: Seen) {
  const limits = new Map<string, number>(center === null ? [] : [[center, 1]]);
  for (const { id, shown } of openings) limits.set(id, Math.min(mostOfSide, Math.max(shown, limits.get(id) ?? 0)));
  return useQueries({
    queries: [...limits].map(([asset, limit]) => ({
      queryKey: queryKey.of(workspace, "graph", asset, limit, seen), staleTime: 60_000,
      queryFn: async (): Promise<Neighborhood> => answered(api.GET("/workspaces/{workspace}/graph", { params: { path: { workspace }, query: { asset, limit, ...seen } } })),
    })),
    combine: (results) => ({
      answers: new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.center.id, data] as const]))),
      isPending: results.some(({ isPending }) => isPending),
      error: results.find(({ error }) => error !== null)?.error ?? null,
      again: () => results.filter(({ error }) => error !== null).forEach((each) => void each.refetch()),
    }),
  });
}

export const useWay = (workspace: string, ends: readonly [string, string] | null, seen: Seen) =>
  useQuery({
    queryKey: queryKey.of(workspace, "way", ends, seen), enabled: ends !== null, staleTime: 60_000,
    queryFn: async (): Promise<GraphWay> => answered(api.GET("/workspaces/{workspace}/graph/path", { params: { path: { workspace }, query: { from: ends![0], to: ends![1], ...seen } } })),
  });
