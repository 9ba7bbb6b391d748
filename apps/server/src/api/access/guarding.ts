import { problem } from "@cleartitle/norms";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { guardedAnswer } from "../../host.js";
import type { ApiEnv } from "../caller.js";
import { problemAnswer } from "../problem.js";

/** What every answer says to browsers: that it is no page, is shown in none, and is kept by nobody in between. */
const headers: Readonly<Record<string, string>> = { ...guardedAnswer, "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox" };
const always = "max-age=63072000";

/** A server for one local user answers to names of its own machine. */
const isLoopback = (url: URL): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);

/**
 * Answers only to the name of this server, so that no page of another site reaches it under a name of its own, and says of every answer how it is to be treated. `origin` null: it is for one local user.
 */
export function guardedBy(app: OpenAPIHono<ApiEnv>, origin: string | null): void {
  const own = origin === null ? null : new URL(origin).host;
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    if (own === null ? isLoopback(url) : url.host === own) await next();
    else c.res = problemAnswer([problem("wrong-host", "this server does not answer to that name", { pointer: "#header/Host" })], c.get("requestId"));
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "private, no-cache");
    if (origin?.startsWith("https:") === true) c.res.headers.set("Strict-Transport-Security", always);
  });
}
