import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { TakenTopic } from "./prepared.js";

interface DealShape {
  readonly id: string;
  readonly title: string;
  readonly parties: readonly { readonly id: string; readonly role: string; readonly name?: string }[];
  readonly topics: Readonly<Record<string, TakenTopic>>;
}

/** The newest version of an agreement as the server reads it. */
export const useDeal = (workspace: string, agreement: string) =>
  useQuery({
    queryKey: queryKey.of(workspace, "deal-of", agreement), enabled: agreement !== "",
    queryFn: async () => {
      const { version } = await answered(api.GET("/workspaces/{workspace}/agreements/{id}", { params: { path: { workspace, id: agreement } } }));
      const { text } = await answered(api.GET("/workspaces/{workspace}/agreements/{id}/versions/{number}", { params: { path: { workspace, id: agreement, number: version } } }));
      return (await answered(api.POST("/workspaces/{workspace}/drafts/read", { params: { path: { workspace } }, body: { deal: text } }))).deal as unknown as DealShape;
    },
  });

/** Agreements that may be negotiated: what is signed as well, since it may be changed. */
export const useAgreementNames = (workspace: string) =>
  useQuery({ queryKey: queryKey.of(workspace, "agreement-names"), queryFn: async () => (await answered(api.GET("/workspaces/{workspace}/agreements", { params: { path: { workspace }, query: { limit: 1000 } } }))).items.filter(({ state }) => state !== "withdrawn" && state !== "ended").map(({ id, title, state }) => ({ id, title, state })) });
