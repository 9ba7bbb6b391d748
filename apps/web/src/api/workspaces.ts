import { useQuery } from "@tanstack/react-query";
import { answered, api } from "./client.js";
import { queryKey } from "./query-key.js";

/** Names of the workspaces that one may see. */
export const useWorkspaces = () =>
  useQuery({ queryKey: queryKey.workspaces, queryFn: async () => (await answered(api.GET("/workspaces", { params: { query: { limit: 1000 } } }))).items.map(({ id }) => id) });
