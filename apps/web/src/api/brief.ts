import { useQuery } from "@tanstack/react-query";
import { answered, api } from "./client.js";
import { queryKey } from "./query-key.js";

/** How much a workspace has recorded, and how it reads contested law. */
export const useBrief = (workspace: string) => useQuery({ queryKey: queryKey.of(workspace, "brief"), queryFn: async () => answered(api.GET("/workspaces/{workspace}", { params: { path: { workspace } } })) });
