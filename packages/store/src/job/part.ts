import { sql } from "kysely";
import { StoreRefusal } from "../refusal.js";
import type { Scope } from "../workspace/scope.js";
import type { Lease } from "./claim.js";

/** How much of what a job comes to is kept already. */
export interface PartsKept {
  readonly count: number;
  readonly characters: number;
}

/** Texts of parts after a number, in order. */
export async function partsAfter({ tx, workspace }: Scope, job: number, after: number, most: number): Promise<string[]> {
  const rows = await tx.selectFrom("job_parts").select("content").where("workspace", "=", workspace).where("job", "=", job).where("number", ">", after).orderBy("number").limit(most).execute();
  return rows.map((row) => row.content);
}

export async function partsKept({ tx, workspace }: Scope, job: number): Promise<PartsKept> {
  return tx.selectFrom("job_parts").select([sql<number>`count(*)::int`.as("count"), sql<number>`coalesce(sum(length(content)), 0)::float8`.as("characters")]).where("workspace", "=", workspace).where("job", "=", job).executeTakeFirstOrThrow();
}

/** Keeps further parts, as long as the worker has the job: of two that work on one only one writes. */
export async function keepParts({ tx, workspace }: Scope, { number: job, token }: Lease, after: number, parts: readonly string[]): Promise<"held" | "cancelling" | "lost"> {
  const row = await tx.selectFrom("jobs").select("cancel_at").where("workspace", "=", workspace).where("number", "=", job).where("lease", "=", token).forUpdate().executeTakeFirst();
  if (row === undefined) return "lost";
  const { last } = await tx.selectFrom("job_parts").select(sql<number>`coalesce(max(number), 0)::int`.as("last")).where("workspace", "=", workspace).where("job", "=", job).executeTakeFirstOrThrow();
  // They were let go meanwhile, by a redaction.
  if (last !== after) throw new StoreRefusal("conflict", `the job ${job} has ${last} parts and not ${after}`, { offending: String(job), hint: "it is taken up again from what is there" });
  if (parts.length > 0) await tx.insertInto("job_parts").values(parts.map((content, index) => ({ workspace, job, number: after + index + 1, content }))).execute();
  return row.cancel_at === null ? "held" : "cancelling";
}

/** Lets go the parts of jobs that are over, but for the latest that have some. */
export async function letPartsGo({ tx, workspace }: Scope, keep: number): Promise<void> {
  const rows = await tx.selectFrom("jobs").select("number").where("workspace", "=", workspace).where("finished_at", "is not", null)
    .where((each) => each.exists(each.selectFrom("job_parts").select("job").where("job_parts.workspace", "=", workspace).whereRef("job_parts.job", "=", "jobs.number")))
    .orderBy("number", "desc").offset(keep).execute();
  if (rows.length > 0) await tx.deleteFrom("job_parts").where("workspace", "=", workspace).where("job", "in", rows.map((row) => row.number)).execute();
}
