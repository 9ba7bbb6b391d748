import { decide as decideUse, type Decision } from "@cleartitle/engine";
import { Hono, type Context } from "hono";
import { decisionPage, notFoundPage, type PageWorld } from "./page.js";
import { pageIcon, pageStyle } from "./page-style.js";

export interface AppOptions {
  /** What is shown, as it is now. */
  readonly world: PageWorld | (() => Promise<PageWorld>);
  /** The use that is shown where the address names none. */
  readonly use: string;
  /** Answers one use; the engine's own where none is given. */
  readonly decide?: (use: string, world: PageWorld) => Decision;
}

function notFoundProblem(c: Context, use: string): Response {
  const body = { type: "urn:cleartitle:problem:not-found", title: "not found", status: 404, detail: `the title file has no use \`${use}\`` };
  return c.body(JSON.stringify(body), 404, { "Content-Type": "application/problem+json" });
}

/** Each use of a world decided once. A world never changes. */
function answering({ decide }: AppOptions): (world: PageWorld, name: string) => Decision | null {
  const known = new WeakMap<PageWorld, Map<string, Decision>>();
  return (world, name) => {
    if (!world.graph.uses.has(name)) return null;
    let decisions = known.get(world);
    if (decisions === undefined) known.set(world, (decisions = new Map()));
    const decision = decisions.get(name) ?? (decide === undefined ? decideUse(world, name, {}) : decide(name, world));
    decisions.set(name, decision);
    return decision;
  };
}

/** The application without a port: the page, its style, and the decision as JSON. Only reads. */
export function createApp(options: AppOptions): Hono {
  const { world: shown, use } = options;
  const app = new Hono();
  const worldNow = async (): Promise<PageWorld> => (typeof shown === "function" ? shown() : shown);
  const answer = answering(options);
  app.use(async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") c.res = c.text("only reading is possible here\n", 405, { Allow: "GET, HEAD" });
    else await next();
  });
  app.get("/", async (c) => {
    const world = await worldNow();
    const name = c.req.query("use") ?? use;
    const decision = answer(world, name);
    return decision === null ? c.html(notFoundPage(world, `There is no use “${name}” in this title file.`), 404) : c.html(decisionPage(world, decision));
  });
  app.get("/decision.json", async (c) => {
    const name = c.req.query("use") ?? use;
    const decision = answer(await worldNow(), name);
    return decision === null ? notFoundProblem(c, name) : c.body(`${JSON.stringify(decision, null, 2)}\n`, 200, { "Content-Type": "application/json; charset=utf-8" });
  });
  app.get("/style.css", (c) => c.body(pageStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/icon.svg", (c) => c.body(pageIcon, 200, { "Content-Type": "image/svg+xml" }));
  app.notFound(async (c) => c.html(notFoundPage(await worldNow(), "There is no such page."), 404));
  app.onError((error, c) => {
    console.error(error);
    return c.text("a bug: the answer could not be made; the terminal says more\n", 500);
  });
  return app;
}
