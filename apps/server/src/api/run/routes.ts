import { z } from "@hono/zod-openapi";
import type { Job } from "@cleartitle/store";
import type { Api } from "../api.js";
import { listName, numberedPage, pageOf, paging, readCursor } from "../cursor.js";
import { ProblemEntry } from "../problem.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { followed } from "./follow.js";

const text = z.string();
export const runNumber = z.coerce.number().int().min(1).max(2_147_483_647);

/** Long work, and how far it is. What it was asked stays with the queue. */
export const Run = z
  .strictObject({
    number: z.int(), kind: text, state: z.enum(["waiting", "working", "done", "dead", "cancelled"]), at: text, by: text, attempt: z.int(), finishedAt: text.nullable(), result: z.unknown(), problem: ProblemEntry.nullable(),
  })
  .openapi("Run");

export const runOf = ({ number: own, kind, state, at, by, attempt, finishedAt, result, problem }: Job): z.input<typeof Run> => ({ number: own, kind, state, at, by, attempt, finishedAt, result: result ?? null, problem });

export const runAddress = (workspace: string, run: number): string => `/api/v1/workspaces/${workspace}/runs/${run}`;

const one = inWorkspace.extend({ number: runNumber });

export function runRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/workspaces/{workspace}/runs", needs: "runs:read", feature: "runs", summary: "List long work", params: inWorkspace, query: z.strictObject({ ...paging, state: z.enum(["waiting", "working", "done", "dead", "cancelled"]).optional() }), answer: pageOf(Run) },
    async ({ query: { limit, cursor, state }, workspace, backing }) => {
      const name = listName(`${workspace}/runs`, { state });
      const jobs = await backing.queue.jobs(workspace, { after: Number(readCursor(cursor, name)?.after ?? 0), most: limit + 1, ...(state === undefined ? {} : { state }) });
      return { body: numberedPage(jobs.map(runOf), limit, name, (each) => each.number) as never };
    },
  );
  api.route({ method: "get", path: "/workspaces/{workspace}/runs/{number}", needs: "runs:read", feature: "runs", summary: "How far long work is", params: one, answer: Run }, async ({ params, workspace, backing }) => ({ body: runOf(await backing.queue.job(workspace, params.number)) as never }));
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/runs/{number}/events", needs: "runs:read", feature: "runs", summary: "What happens to long work, as it happens", media: ["text/event-stream"], params: one,
      description: "Server-sent events; each has the number of its step as id. Whoever comes back with `Last-Event-ID` is told all that came since, also by another process and after a restart. The stream ends with the work.",
    },
    async ({ params, workspace, backing, c }) => {
      await backing.queue.job(workspace, params.number);
      return followed(backing, workspace, params.number, Number(/^\d{1,9}$/.exec(c.req.header("last-event-id") ?? "")?.[0] ?? 0), c.req.raw.signal);
    },
  );
  api.route(
    { method: "post", path: "/workspaces/{workspace}/runs/{number}/cancel", needs: "runs:read", feature: "runs", summary: "End long work", description: "One's own; that of others needs `runs:write`.", params: one, answer: Run, status: 202 },
    async ({ params, workspace, caller, backing }) => {
      const { by } = await backing.queue.job(workspace, params.number);
      if (by !== caller.actor && !caller.permissions.has("runs:write")) throw stopWith("forbidden", "somebody else asked for that run, and to end it needs the permission `runs:write`", { offending: "runs:write", hint: "ask who began it, or somebody who may" });
      return { body: runOf(await backing.queue.cancel(workspace, params.number, { by: caller.actor, at: backing.now() })) as never };
    },
  );
  api.route({ method: "post", path: "/workspaces/{workspace}/runs/{number}/again", needs: "runs:write", feature: "runs", summary: "Take up again what failed", params: one, answer: Run, status: 202 }, async ({ params, workspace, caller, backing }) => ({ body: runOf(await backing.queue.again(workspace, params.number, { by: caller.actor, at: backing.now() })) as never }));
}
