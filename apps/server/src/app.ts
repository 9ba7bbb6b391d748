import { decide as decideUse, type Decision } from "@cleartitle/engine";
import { Hono, type Context } from "hono";
import { decisionPage, notFoundPage, type PageWorld } from "./page.js";
import { pageIcon, pageStyle } from "./page-style.js";

export interface AppOptions {
  readonly world: PageWorld;
  /** The use that is shown where the address names none. */
  readonly use: string;
  /** Answers one use; the engine's own where none is given. */
  readonly decide?: (use: string) => Decision;
}

const headers: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cache-Control": "no-store",
};

/** A page of another site that points its own name at this machine sends that name: only names of this machine are answered. */
const isLoopback = (host: string | undefined): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? "");

function notFoundProblem(c: Context, use: string): Response {
  const body = { type: "urn:cleartitle:problem:not-found", title: "not found", status: 404, detail: `the title file has no use \`${use}\`` };
  return c.body(JSON.stringify(body), 404, { "Content-Type": "application/problem+json" });
}

/** The application without a port: the page, its style, and the decision as JSON. Only reads. */
export function createApp({ world, use, decide }: AppOptions): Hono {
  const app = new Hono();
  const known = new Map<string, Decision>();
  const answer = (name: string): Decision | null => {
    if (!world.graph.uses.has(name)) return null;
    const decision = known.get(name) ?? (decide === undefined ? decideUse(world, name, {}) : decide(name));
    known.set(name, decision);
    return decision;
  };
  app.use(async (c, next) => {
    if (!isLoopback(c.req.header("host"))) c.res = c.text("this server answers only to names of its own machine\n", 421);
    else if (c.req.method !== "GET" && c.req.method !== "HEAD") c.res = c.text("only reading is possible here\n", 405, { Allow: "GET, HEAD" });
    else await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  });
  app.get("/", (c) => {
    const name = c.req.query("use") ?? use;
    const decision = answer(name);
    return decision === null ? c.html(notFoundPage(world, `There is no use “${name}” in this title file.`), 404) : c.html(decisionPage(world, decision));
  });
  app.get("/decision.json", (c) => {
    const name = c.req.query("use") ?? use;
    const decision = answer(name);
    return decision === null ? notFoundProblem(c, name) : c.body(`${JSON.stringify(decision, null, 2)}\n`, 200, { "Content-Type": "application/json; charset=utf-8" });
  });
  app.get("/style.css", (c) => c.body(pageStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/icon.svg", (c) => c.body(pageIcon, 200, { "Content-Type": "image/svg+xml" }));
  app.notFound((c) => c.html(notFoundPage(world, "There is no such page."), 404));
  app.onError((error, c) => {
    console.error(error);
    return c.text("a bug: the answer could not be made; the terminal says more\n", 500);
  });
  return app;
}
