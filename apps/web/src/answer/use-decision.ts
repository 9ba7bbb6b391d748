import type { Decision } from "@cleartitle/engine";
import { useQuery } from "@tanstack/react-query";
import { answered, api, asking } from "../api/client.js";
import { queryKey } from "../api/query-key.js";
import type { Asked } from "./asked.js";

async function decided(workspace: string, asked: Asked, proof: boolean): Promise<Decision> {
  const params = { path: { workspace } };
  const told = "use" in asked
    ? await answered(api.POST("/workspaces/{workspace}/ask", { params, body: { ...asked, proof }, ...asking }))
    : await answered(api.POST("/workspaces/{workspace}/ask-described", { params, body: { ...asked, proof }, ...asking }));
  return told as unknown as Decision;
}

/** What a question comes to now. `proof`: with every node of its proof. */
export const useDecision = (workspace: string, asked: Asked | null, { proof = false }: { readonly proof?: boolean } = {}) =>
  useQuery({ queryKey: queryKey.of(workspace, "ask", asked, proof), enabled: asked !== null, queryFn: async () => decided(workspace, asked!, proof) });
