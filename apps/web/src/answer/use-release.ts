import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../api/client.js";
import { queryKey } from "../api/query-key.js";
import type { components } from "../api/schema.gen.js";

export type Release = components["schemas"]["Release"];

/** What a recorded use comes to on a day, and what changed since its decision was recorded. `asOf`: by the records of then, without what changed. */
export const useRelease = (workspace: string, use: string | undefined, day: string | undefined, asOf?: string) =>
  useQuery({
    queryKey: queryKey.of(workspace, "release", use, day ?? null, asOf ?? null), enabled: use !== undefined,
    queryFn: async () => answered(api.GET("/workspaces/{workspace}/releases/{use}", { params: { path: { workspace, use: use! }, query: { ...(day === undefined ? {} : { day }), ...(asOf === undefined ? {} : { asOf }) } } })),
  });
