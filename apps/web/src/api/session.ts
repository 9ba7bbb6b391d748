import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { answered, api, setGuard } from "./client.js";
import { queryKey } from "./query-key.js";
import type { components } from "./schema.gen.js";

export type SignedIn = components["schemas"]["SignedIn"];
export type Permission = SignedIn["workspaces"][number]["permissions"][number];

export async function sessionNow(): Promise<SignedIn> {
  const session = await answered(api.GET("/session"));
  setGuard(session);
  return session;
}

/** Who is signed in; a problem of status 401 where nobody is. */
export const useSession = () => useQuery({ queryKey: queryKey.session, queryFn: sessionNow, staleTime: Infinity, retry: false });

/** The same where it is known that somebody is. */
export const useSignedIn = (): SignedIn => useSuspenseQuery({ queryKey: queryKey.session, queryFn: sessionNow, staleTime: Infinity, retry: false }).data;

/** Whether one may do something in a workspace. The one user of a machine may do everything. */
export function mayIn({ by, workspaces }: SignedIn, workspace: string, permission: Permission): boolean {
  return by === "local" || workspaces.some((each) => each.workspace === workspace && each.permissions.includes(permission));
}
