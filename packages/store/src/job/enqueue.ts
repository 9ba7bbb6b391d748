import { sql } from "kysely";
import { channel } from "../connection/signal.js";
import { checkKnown } from "../workspace/known.js";
import type { Recording } from "../workspace/recording.js";
import type { Scope } from "../workspace/scope.js";
import { checkInstant, checkJob, type NewJob, textOf } from "./job.js";
import { addStep } from "./step.js";

export interface Enqueued {
  readonly number: number;
  /** false: it was asked for before under its name. */
  readonly isNew: boolean;
}

const usualAttempts = 5;

/**
 * Puts a job into the queue in a transaction that writes the rows it speaks of: both are kept, or neither. Workers of every process are told at commit.
 * INVARIANT: the transaction is one of `writingIn`, since jobs of a workspace are numbered.
 */
export async function enqueue(scope: Scope, job: NewJob, { by, at }: Recording): Promise<Enqueued> {
  const { tx, workspace } = scope;
  checkJob(job);
  checkInstant(at);
  await checkKnown(scope);
  const { kind, name, payload, dueAt = at, mostAttempts = usualAttempts } = job;
  const before = name === undefined ? undefined : await tx.selectFrom("jobs").select("number").where("workspace", "=", workspace).where("kind", "=", kind).where("name", "=", name).executeTakeFirst();
  if (before !== undefined) return { number: before.number, isNew: false };
  const newest = await tx.selectFrom("jobs").select(({ fn }) => fn.max("number").as("number")).where("workspace", "=", workspace).executeTakeFirst();
  const number = (newest?.number ?? 0) + 1;
  await tx.insertInto("jobs")
    .values({
      workspace, number, kind, name: name ?? null, payload: textOf(payload, "question"), recorded_at: at, by, most_attempts: mostAttempts, state: "waiting", due_at: dueAt, attempt: 0,
      lease: null, cancel_at: null, result: null, problem: null, finished_at: null,
    })
    .execute();
  await addStep(scope, number, at, { what: "queued", content: null });
  await sql`select pg_notify(${channel}, ${workspace})`.execute(tx);
  return { number, isNew: true };
}
