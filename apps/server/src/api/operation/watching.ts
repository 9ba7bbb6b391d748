import { randomUUID } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { StoreRefusal } from "@cleartitle/store";
import type { Context } from "hono";
import type { ApiEnv } from "../caller.js";
import { problemAnswer } from "../problem.js";
import { ApiStop, stopWith } from "../stop.js";
import { bugLine, type LogLine } from "./log.js";
import type { Metrics } from "./metrics.js";
import type { Rate } from "./rate.js";

/** What looks on while requests are answered. */
export interface Watch {
  readonly log: (line: LogLine) => void;
  readonly metrics: Metrics;
  /** null: nobody is held back. */
  readonly rate: Rate | null;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** This instant in UTC. */
  readonly now: () => string;
}

function failed(error: unknown, c: Context<ApiEnv>, { log, metrics, now }: Watch): Response {
  const request = c.get("requestId");
  if (error instanceof ApiStop) return problemAnswer(error.problems, request, error.headers);
  if (error instanceof StoreRefusal) return problemAnswer([error.problem], request, error.problem.code === "io" ? { "Retry-After": "5" } : {});
  metrics.bug();
  log(bugLine(error, request, now()));
  const body = { type: "urn:cleartitle:problem:bug", title: "a bug", status: 500, detail: "the answer could not be made; the log says more", exit: 70, request, problems: [] };
  return new Response(JSON.stringify(body), { status: 500, headers: { "Content-Type": "application/problem+json" } });
}

/** Names each request, counts and logs it, and turns what stopped it into an answer. What it was of a bug is told to the log alone. */
export function watching(app: OpenAPIHono<ApiEnv>, watch: Watch): void {
  const { log, metrics, elapsed, now } = watch;
  app.use(async (c, next) => {
    const request = randomUUID();
    const began = elapsed();
    c.set("requestId", request);
    c.set("route", "none");
    metrics.began();
    try {
      await next();
    } finally {
      const ms = elapsed() - began;
      c.res.headers.set("X-Request-Id", request);
      const route = c.get("route");
      metrics.ended(c.req.method, route, c.res.status, ms / 1000);
      const caller = c.get("caller");
      log({ at: now(), request, method: c.req.method, route, status: c.res.status, ms: Math.round(ms * 10) / 10, actor: caller?.actor ?? null, workspace: caller?.workspace ?? null });
    }
  });
  app.notFound((c) => failed(stopWith("not-found", "there is nothing at this address", { hint: "the OpenAPI document lists what there is: /api/v1/openapi.json" }), c, watch));
  app.onError((error, c) => failed(error, c, watch));
}

/** Stops a caller who asks too much. */
export function holdBack({ rate, elapsed }: Watch, caller: string): void {
  const seconds = rate?.take(caller, elapsed()) ?? 0;
  if (seconds > 0) throw new ApiStop(stopWith("too-fast", "there were too many requests in a short time", { hint: `ask again in ${seconds} s` }).problems, { "Retry-After": String(seconds) });
}
