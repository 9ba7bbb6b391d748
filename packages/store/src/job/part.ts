import { sql } from "kysely";
import { StoreRefusal } from "../refusal.js";
import type { Scope } from "../workspace/scope.js";
import type { Lease } from "./claim.js";

/** How much of what a job comes to is kept already. */
export interface PartsKept {
  readonly count: number;
  readonly characters: number;
  /** By what the first was made, as its handler said it; null: it did not, or there is none. */
  readonly basis: string | null;
}

/** Parts of what a job comes to, and by what they are made. */
export interface Parts {
  readonly parts: readonly string[];
  readonly basis: string | null;
}

/** Parts after a number, in order, with what the first says of all: read at once, since a job may begin anew meanwhile. */
export async function partsAfter({ tx, workspace }: Scope, job: number, after: number, most: number): Promise<Parts> {
  const rows = await tx.selectFrom("job_parts").select(["number", "content", "basis"]).where("workspace", "=", workspace).where("job", "=", job)
    .where((each) => each.or([each("number", ">", after), each("number", "=", 1)])).orderBy("number").limit(most + 1).execute();
  return { parts: rows.filter(({ number }) => number > after).slice(0, most).map(({ content }) => content), basis: rows.find(({ number }) => number === 1)?.basis ?? null };
}

export async function partsKept({ tx, workspace }: Scope, job: number): Promise<PartsKept> {
  return tx.selectFrom("job_parts").select([sql<number>`count(*)::int`.as("count"), sql<number>`coalesce(sum(length(content)), 0)::float8`.as("characters"), sql<string | null>`max(basis)`.as("basis")]).where("workspace", "=", workspace).where("job", "=", job).executeTakeFirstOrThrow();
}

const leased = async ({ tx, workspace }: Scope, { number, token }: Lease) => tx.selectFrom("jobs").select("cancel_at").where("workspace", "=", workspace).where("number", "=", number).where("lease", "=", token).forUpdate().executeTakeFirst();

/** Lets the parts of a job go, as long as the worker has it: it begins anew. */
export async function dropParts(scope: Scope, lease: Lease): Promise<"held" | "cancelling" | "lost"> {
  const row = await leased(scope, lease);
  if (row === undefined) return "lost";
  await scope.tx.deleteFrom("job_parts").where("workspace", "=", scope.workspace).where("job", "=", lease.number).execute();
  return row.cancel_at === null ? "held" : "cancelling";
}

/** Keeps further parts, as long as the worker has the job: of two that work on one only one writes. */
export async function keepParts(scope: Scope, lease: Lease, after: number, { parts, basis }: Parts): Promise<"held" | "cancelling" | "lost"> {
  const { tx, workspace } = scope;
  const { number: job } = lease;
  const row = await leased(scope, lease);
  if (row === undefined) return "lost";
  const { last } = await tx.selectFrom("job_parts").select(sql<number>`coalesce(max(number), 0)::int`.as("last")).where("workspace", "=", workspace).where("job", "=", job).executeTakeFirstOrThrow();
  // They were let go meanwhile, by a redaction.
  if (last !== after) throw new StoreRefusal("conflict", `the job ${job} has ${last} parts and not ${after}`, { offending: String(job), hint: "it is taken up again from what is there" });
  if (parts.length > 0) await tx.insertInto("job_parts").values(parts.map((content, index) => ({ workspace, job, number: after + index + 1, content, basis: after + index === 0 ? basis : null }))).execute();
  return row.cancel_at === null ? "held" : "cancelling";
}

/** Lets go the parts of jobs that are over, but for the latest that have some. */
export async function letPartsGo({ tx, workspace }: Scope, keep: number): Promise<void> {
  const rows = await tx.selectFrom("jobs").select("number").where("workspace", "=", workspace).where("finished_at", "is not", null)
    .where((each) => each.exists(each.selectFrom("job_parts").select("job").where("job_parts.workspace", "=", workspace).whereRef("job_parts.job", "=", "jobs.number")))
    .orderBy("number", "desc").offset(keep).execute();
  if (rows.length > 0) await tx.deleteFrom("job_parts").where("workspace", "=", workspace).where("job", "in", rows.map((row) => row.number)).execute();
}
