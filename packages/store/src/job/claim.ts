import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { abandoned, type Job, jobOf } from "./job.js";
import type { JobRow } from "./job-row.js";
import { addStep, type JobEvent } from "./step.js";
import type { Scope } from "../workspace/scope.js";

/** The right to work on a job until an instant. Whoever lost it changes nothing of the job any more. */
export interface Lease {
  readonly workspace: string;
  readonly number: number;
  readonly token: string;
}

export interface Claimed {
  readonly job: Job;
  readonly lease: Lease;
}

export interface Claim {
  readonly now: string;
  /** When the worker is given up, unless it says before that it lives. */
  readonly until: string;
  /** Kinds that the worker knows, with how many of each a workspace may have at work at once. */
  readonly limits: ReadonlyMap<string, number>;
}

/** Kinds of which the workspace may have one more at work. Workers that were given up do not count. */
async function freeKinds({ tx, workspace }: Scope, { now, limits }: Claim): Promise<string[]> {
  const rows = await tx.selectFrom("jobs").select("kind").where("workspace", "=", workspace).where("state", "=", "working").where("due_at", ">", now).execute();
  const busy = new Map<string, number>();
  for (const { kind } of rows) busy.set(kind, (busy.get(kind) ?? 0) + 1);
  return [...limits].filter(([kind, most]) => (busy.get(kind) ?? 0) < most).map(([kind]) => kind);
}

const nextDue = async ({ tx, workspace }: Scope, now: string, kinds: readonly string[]): Promise<JobRow | undefined> =>
  tx.selectFrom("jobs").selectAll().where("workspace", "=", workspace).where("state", "in", ["waiting", "working"]).where("due_at", "<=", now).where("kind", "in", kinds)
    .orderBy("due_at").orderBy("number").limit(1).forUpdate().skipLocked().executeTakeFirst();

/** How a job that nobody may take up again ends; null: it may. */
function endOf({ attempt, most_attempts: most, cancel_at: cancelAt }: JobRow): { readonly state: "cancelled" | "dead"; readonly event: JobEvent } | null {
  if (cancelAt !== null) return { state: "cancelled", event: { what: "cancelled", content: null } };
  return attempt >= most ? { state: "dead", event: { what: "dead", content: { attempt, problem: abandoned(attempt) } } } : null;
}

/** Takes the job of a workspace that is due first; null: there is none that may be begun now. */
export async function claim(scope: Scope, asked: Claim): Promise<Claimed | null> {
  const { tx, workspace } = scope;
  // One at a time in a workspace: two that count at once would both find room for one more.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cleartitle-jobs:${workspace}`}, 0))`.execute(tx);
  const kinds = await freeKinds(scope, asked);
  const { now, until } = asked;
  for (;;) {
    const row = kinds.length === 0 ? undefined : await nextDue(scope, now, kinds);
    if (row === undefined) return null;
    const end = endOf(row);
    const attempt = row.attempt + 1;
    const token = randomUUID();
    const change = end === null
      ? { state: "working", due_at: until, attempt, lease: token }
      : { state: end.state, lease: null, finished_at: now, ...(end.event.what === "dead" ? { problem: JSON.stringify(end.event.content.problem) } : {}) };
    const changed = await tx.updateTable("jobs").set(change).where("workspace", "=", workspace).where("number", "=", row.number).returningAll().executeTakeFirstOrThrow();
    await addStep(scope, row.number, now, end?.event ?? { what: "started", content: { attempt } });
    if (end === null) return { job: jobOf(changed), lease: { workspace, number: row.number, token } };
  }
}
