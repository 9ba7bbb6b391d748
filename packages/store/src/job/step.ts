import { canonicalJson, type Problem } from "@cleartitle/norms";
import type { Scope } from "../workspace/scope.js";

/** How far a job is, as its handler says. */
export interface Progress {
  readonly done: number;
  /** null: nobody knows yet. */
  readonly total: number | null;
  readonly note: string | null;
}

/** What happened to a job. Kept with a number, so that whoever follows it goes on where he was, whichever process answers. */
export type JobEvent =
  | { readonly what: "queued"; readonly content: null }
  | { readonly what: "started"; readonly content: { readonly attempt: number } }
  | { readonly what: "progress"; readonly content: Progress }
  | { readonly what: "failed"; readonly content: { readonly attempt: number; readonly problem: Problem; readonly againAt: string } }
  | { readonly what: "dead"; readonly content: { readonly attempt: number; readonly problem: Problem } }
  | { readonly what: "cancelling" | "again"; readonly content: { readonly by: string } }
  | { readonly what: "done" | "cancelled"; readonly content: null };

export type JobStep = JobEvent & { readonly number: number; readonly at: string };

/** INVARIANT: the transaction has changed or locked the row of the job, so that nobody else numbers its steps. */
export async function addStep({ tx, workspace }: Scope, job: number, at: string, { what, content }: JobEvent): Promise<number> {
  const last = await tx.selectFrom("job_steps").select(({ fn }) => fn.max("number").as("number")).where("workspace", "=", workspace).where("job", "=", job).executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx.insertInto("job_steps").values({ workspace, job, number, at, what, content: content === null ? null : canonicalJson(content) }).execute();
  return number;
}

/** Steps of a job after a number, in order. */
export async function stepsAfter({ tx, workspace }: Scope, job: number, number: number, most: number): Promise<JobStep[]> {
  const rows = await tx.selectFrom("job_steps").select(["number", "at", "what", "content"]).where("workspace", "=", workspace).where("job", "=", job).where("number", ">", number).orderBy("number").limit(most).execute();
  return rows.map(({ content, ...row }) => ({ ...row, content: content === null ? null : (JSON.parse(content) as unknown) })) as JobStep[];
}
