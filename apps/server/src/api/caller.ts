import type { Permission } from "@cleartitle/access";
import type { Context } from "hono";

/** Who asks, of which workspace, and what they may do there. */
export interface Caller {
  /** A person by id; the local user by name. */
  readonly actor: string;
  /** How it is known who asks. */
  readonly by: "local" | "session" | "token" | "nothing";
  /** null: the route is of no workspace. */
  readonly workspace: string | null;
  /** The one workspace that a token is for; null: whoever asks is not held to one. */
  readonly heldTo: string | null;
  /** Empty in a workspace that is not theirs, which is told as if it were not there. */
  readonly permissions: ReadonlySet<Permission>;
}

/** What a route finds in its context. */
export interface ApiEnv {
  readonly Variables: { readonly caller: Caller; readonly requestId: string; readonly route: string };
}

/** Finds out who asks. Stops with `unauthenticated` where nobody can be told; null: nobody in particular, which only routes for anyone take. */
export type Identify = (c: Context<ApiEnv>, workspace: string | null) => Promise<Caller | null>;
