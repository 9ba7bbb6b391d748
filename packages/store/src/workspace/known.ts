import { StoreRefusal } from "../refusal.js";
import type { Scope } from "./scope.js";

/** Refuses a workspace that nobody made: what is asked for it would belong to nothing. */
export async function checkKnown({ tx, workspace }: Scope): Promise<void> {
  const there = await tx.selectFrom("workspaces").select("id").where("id", "=", workspace).executeTakeFirst();
  if (there === undefined) throw new StoreRefusal("not-found", `there is no workspace \`${workspace}\``, { offending: workspace });
}
