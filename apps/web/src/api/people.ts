import { useQuery } from "@tanstack/react-query";
import { answered, api } from "./client.js";
import { queryKey } from "./query-key.js";
import { mayIn, useSignedIn } from "./session.js";

/** Who works in a workspace, for whoever may know. */
export function usePeople(workspace: string) {
  const session = useSignedIn();
  return useQuery({ queryKey: queryKey.of(workspace, "people"), enabled: session.by !== "local" && mayIn(session, workspace, "people:read"), queryFn: async () => (await answered(api.GET("/workspaces/{workspace}/people", { params: { path: { workspace } } }))).items });
}

/** What people are called, for whoever may know; others read their ids. */
export function useNameOf(workspace: string): (person: string) => string {
  const session = useSignedIn();
  const { data = [] } = usePeople(workspace);
  const names = new Map(data.map(({ id, name }) => [id, name]));
  return (person) => (session.by !== "local" && person === session.person ? "you" : (names.get(person) ?? person));
}
