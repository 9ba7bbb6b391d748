import { useQuery } from "@tanstack/react-query";
import { answered, api } from "./client.js";
import { queryKey } from "./query-key.js";

/** The uses of the records. */
export const useUses = (workspace: string, isAsked = true) =>
  useQuery({ queryKey: queryKey.of(workspace, "uses"), enabled: isAsked, queryFn: async () => answered(api.GET("/workspaces/{workspace}/uses", { params: { path: { workspace }, query: { limit: 1000 } } })) });
