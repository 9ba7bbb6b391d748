import type { Outline } from "@cleartitle/engine";
import { useQuery } from "@tanstack/react-query";
import { answered, api, asking } from "../api/client.js";
import { queryKey } from "../api/query-key.js";
import type { Asked } from "./asked.js";

/** As far as earlier acts are judged for a whole answer. */
const allClaims = 100_000;

async function outlined(workspace: string, asked: Asked, claims: number): Promise<Outline> {
  const params = { path: { workspace } };
  const told = "use" in asked
    ? await answered(api.POST("/workspaces/{workspace}/outline", { params, body: { ...asked, claims }, ...asking }))
    : await answered(api.POST("/workspaces/{workspace}/outline-described", { params, body: { ...asked, claims }, ...asking }));
  return told as unknown as Outline;
}

/** What a question comes to, told of one thing of each kind upstream. `judgesPast`: earlier acts are judged as well. */
export const useOutline = (workspace: string, asked: Asked | null, judgesPast: boolean) =>
  useQuery({ queryKey: queryKey.of(workspace, "outline", asked, judgesPast), enabled: asked !== null, queryFn: async () => outlined(workspace, asked!, judgesPast ? allClaims : 0) });

async function upstreamOf(workspace: string, asked: Asked): Promise<number> {
  const path = { workspace };
  const asset = "use" in asked ? (await answered(api.GET("/workspaces/{workspace}/uses/{id}", { params: { path: { ...path, id: asked.use } } }))).of : asked.described.of;
  return (await answered(api.GET("/workspaces/{workspace}/graph/upstream", { params: { path, query: { asset } } }))).things;
}

/** How many things a whole answer judges. Where it cannot be told the answer tells why. */
export const useUpstream = (workspace: string, asked: Asked | null) =>
  useQuery({ queryKey: queryKey.of(workspace, "upstream", asked), enabled: asked !== null, retry: false, queryFn: async () => upstreamOf(workspace, asked!) });
