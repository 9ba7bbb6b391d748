import { useQuery } from "@tanstack/react-query";
import { answered, api } from "./client.js";
import { queryKey } from "./query-key.js";
import { mayIn, useSignedIn } from "./session.js";

/** What people are called, for whoever may know; others read their ids. */
export function useNameOf(workspace: string): (person: string) => string {
  const session = useSignedIn();
  const { data } = useQuery({ queryKey: queryKey.of(workspace, "people"), enabled: session.by !== "local" && mayIn(session, workspace, "people:read"), queryFn: async () => answered(api.GET("/workspaces/{workspace}/people", { params: { path: { workspace } } })) });
  const names = new Map((data?.items ?? []).map(({ id, name }) => [id, name]));
  return (person) => (session.by !== "local" && person === session.person ? "you" : (names.get(person) ?? person));
}
