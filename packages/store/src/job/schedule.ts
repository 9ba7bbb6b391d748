import { StoreRefusal } from "../refusal.js";
import type { Scope } from "../workspace/scope.js";
import { enqueue } from "./enqueue.js";
import { kindPattern } from "./job.js";

/** A kind of job that a workspace has once a day, at a time of day in UTC. */
export interface Schedule {
  readonly kind: string;
  /** Like `05:30`. */
  readonly time: string;
  readonly nextAt: string;
}

export function checkDaily(kind: string, time: string): void {
  if (!kindPattern.test(kind)) throw new StoreRefusal("bad-value", `\`${kind}\` is no kind of job`, { offending: kind });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new StoreRefusal("bad-value", `\`${time}\` is no time of day`, { offending: time, hint: "write it in UTC, like 05:30" });
}

/** The first instant at a time of day after another instant. Days that nobody was there for are not made up for: one look at the present tells all. */
export function nextDaily(time: string, after: string): string {
  const today = `${after.slice(0, 10)}T${time}:00.000Z`;
  return today > after ? today : new Date(Date.parse(today) + 86_400_000).toISOString();
}

/** Asks for what is due by now, each once for its day whoever looks, and sets when it is due again. */
export async function enqueueDue(scope: Scope, now: string): Promise<void> {
  const { tx, workspace } = scope;
  const due = await tx.selectFrom("schedules").selectAll().where("workspace", "=", workspace).where("next_at", "<=", now).orderBy("kind").execute();
  for (const { kind, at_time: time, next_at: dueAt, by } of due) {
    await enqueue(scope, { kind, name: `daily:${dueAt.slice(0, 10)}`, payload: { for: now.slice(0, 10) }, dueAt }, { by, at: now });
    await tx.updateTable("schedules").set({ next_at: nextDaily(time, now) }).where("workspace", "=", workspace).where("kind", "=", kind).execute();
  }
}
