/** Keys of what is kept of the answers. All of a workspace begins alike, so that a change forgets it and a switch forgets everything. */
export const queryKey = {
  session: ["session"] as const,
  sessionEnded: ["session-ended"] as const,
  signIn: ["sign-in"] as const,
  workspaces: ["workspaces"] as const,
  catalogue: (...rest: readonly unknown[]) => ["catalogue", ...rest] as const,
  ofAny: ["workspace"] as const,
  of: (workspace: string, ...rest: readonly unknown[]) => ["workspace", workspace, ...rest] as const,
};
