import { canonicalJson, problem, type Problem } from "@cleartitle/norms";
import { z } from "zod";
import { StoreRefusal } from "../refusal.js";
import type { JobRow } from "./job-row.js";

/** `dead`: it went wrong as often as it may, or in a way that another attempt cannot mend; somebody has to look. */
export type JobState = "waiting" | "working" | "done" | "dead" | "cancelled";

/** Work that somebody asked for, and how far it is. */
export interface Job {
  readonly workspace: string;
  readonly number: number;
  readonly kind: string;
  readonly name: string | null;
  readonly payload: unknown;
  readonly at: string;
  readonly by: string;
  readonly state: JobState;
  /** When it is taken up, or of one at work, when its worker is given up unless it says that it lives. */
  readonly dueAt: string;
  /** How often it was begun. */
  readonly attempt: number;
  readonly mostAttempts: number;
  /** Somebody wants it ended; its worker is told. */
  readonly cancelAt: string | null;
  readonly result: unknown;
  /** What went wrong last. */
  readonly problem: Problem | null;
  readonly finishedAt: string | null;
}

/** Work to be done. */
export interface NewJob {
  readonly kind: string;
  /** Asked for again under the same name, the job that is there is given; without one it is always a new one. */
  readonly name?: string;
  readonly payload: unknown;
  /** Not before; default: at once. */
  readonly dueAt?: string;
  readonly mostAttempts?: number;
}

const mostPayload = 1_000_000;
const Instant = z.iso.datetime({ precision: 3 });
export const kindPattern = /^[a-z][a-z0-9-]{0,62}$/;
const Shape = z.strictObject({ kind: z.string().regex(kindPattern), name: z.string().regex(/^[\u0020-\u007e]{1,200}$/).optional(), dueAt: Instant.optional(), mostAttempts: z.int().min(1).max(100).optional(), payload: z.unknown() });

/** Instants are compared as text, so all have one form: UTC, to the millisecond. */
export function checkInstant(at: string): void {
  if (!Instant.safeParse(at).success) throw new StoreRefusal("bad-value", `\`${at}\` is no instant of the queue`, { offending: at, hint: "write it in UTC and to the millisecond, like 2026-03-01T09:30:00.000Z" });
}

/** The text of what a job is asked or gave, no longer than is kept. */
export function textOf(value: unknown, what: string): string {
  const text = canonicalJson(value);
  if (text.length > mostPayload) throw new StoreRefusal("too-large", `the ${what} of the job has ${text.length} characters; ${mostPayload} are kept at most`, { hint: "keep it as a file, and name its digest" });
  return text;
}

export function checkJob(job: NewJob): void {
  const issue = Shape.safeParse(job).error?.issues[0];
  if (issue !== undefined) throw new StoreRefusal("bad-value", `the job is not well said: \`${issue.path.join(".")}\`: ${issue.message}`, { pointer: `/${issue.path.join("/")}` });
}

const read = (text: string | null): unknown => (text === null ? null : (JSON.parse(text) as unknown));

export const jobOf = (row: JobRow): Job => ({
  workspace: row.workspace, number: row.number, kind: row.kind, name: row.name, payload: read(row.payload), at: row.recorded_at, by: row.by, state: row.state as JobState, dueAt: row.due_at,
  attempt: row.attempt, mostAttempts: row.most_attempts, cancelAt: row.cancel_at, result: read(row.result), problem: read(row.problem) as Problem | null, finishedAt: row.finished_at,
});

/** What a worker that said nothing any more leaves behind. */
export const abandoned = (attempt: number): Problem =>
  problem("io", `the worker was lost in attempt ${attempt}: it ended without a word, or could not reach the database`, { hint: "look at its log; the job can be asked for again" });
