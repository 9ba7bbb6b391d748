import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";

export type AssetSheet = components["schemas"]["AssetSheet"];
export type Matter = AssetSheet["matters"][number];
export type Said = Matter["said"][number];

/** Everything that is recorded and found of one asset. */
export const useSheet = (workspace: string, id: string) =>
  useQuery({
    queryKey: queryKey.of(workspace, "sheet", id),
    queryFn: async () => answered(api.GET("/workspaces/{workspace}/assets/{id}/sheet", { params: { path: { workspace, id } } })),
  });

/** Steps of one page in each direction. */
const stepsAtOnce = 25;

/** What it was made of and what was made of it. `sources`, `results`: cursors of the pages shown. */
export const useSteps = (workspace: string, asset: string, cursors: { readonly sources?: string; readonly results?: string }) =>
  useQuery({
    queryKey: queryKey.of(workspace, "steps", asset, cursors), placeholderData: keepPreviousData,
    queryFn: async () => answered(api.GET("/workspaces/{workspace}/graph", { params: { path: { workspace }, query: { asset, limit: stepsAtOnce, ...cursors } } })),
  });
