import { OpenAPIHono, type z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Backing } from "./backing.js";
import type { ApiEnv, Caller } from "./caller.js";
import { holdBack, type Watch } from "./operation/watching.js";
import { ProblemBody } from "./problem.js";
import { unlessHad } from "./fresh.js";
import { once } from "./once.js";
import { readerOf } from "./request.js";
import type { Answered, Asked, Handle, Needs, RouteDefinition } from "./route.js";
import { ApiStop, stopWith } from "./stop.js";

type Shape = z.ZodObject;

/** Which routes there are and what each needs: what tests hold every role against. */
export interface ListedRoute {
  readonly method: string;
  readonly path: string;
  readonly needs: Needs;
  readonly feature: string;
  readonly writes: boolean;
}

/** Where the API stands among other pages. */
const prefix = "/api/v1";
const belowPrefix = (path: string): string => (path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) || "/" : path);

const toHono = (path: string): string => path.replaceAll(/\{(.+?)\}/g, ":$1");

/** The routes of all features. Each is told in the OpenAPI document from the same schemas by which its requests are checked. */
export class Api {
  readonly app = new OpenAPIHono<ApiEnv>({ getPath: (request) => belowPrefix(new URL(request.url).pathname) });
  readonly listed: ListedRoute[] = [];
  readonly #backing: Backing;
  readonly #watch: Watch;

  constructor(backing: Backing, watch: Watch) {
    this.#backing = backing;
    this.#watch = watch;
  }

  route<P extends Shape | undefined = undefined, Q extends Shape | undefined = undefined, B extends z.ZodType | undefined = undefined, A extends z.ZodType | undefined = undefined>(
    definition: RouteDefinition<P, Q, B, A>,
    handle: Handle<P, Q, B, A>,
  ): void {
    const { method, path, needs, feature, writes = method !== "get" } = definition;
    this.listed.push({ method, path, needs, feature, writes });
    this.app.openAPIRegistry.registerPath(documented(definition));
    const read = readerOf(definition);
    this.app.on(method.toUpperCase(), toHono(path), async (c) => {
      c.set("route", path);
      const caller = await this.#permitted(c, needs, path.startsWith("/workspaces/{workspace}"));
      const { params, query, body, bytes, fingerprint } = await read(c);
      const asked = { params, query, body, bytes, caller, workspace: caller.workspace ?? "", backing: this.#backing, c } as Asked<P, Q, B>;
      const answer = async (requestName: string | undefined): Promise<Response> => written(await handle({ ...asked, requestName }), definition.status ?? 200);
      const made = await (writes && caller.workspace !== null ? once(asked, fingerprint, answer) : answer(undefined));
      const answered = definition.exact === true ? await unlessHad(c, made) : made;
      // Nobody reads it to its end, which lets go of what it is read from.
      if (c.req.method === "HEAD") await answered.body?.cancel();
      return answered;
    });
  }

  /** Who asks; whoever asks too much is stopped, and so is an address from which nobody can be told. */
  async #identified(c: Context<ApiEnv>, workspace: string | null): Promise<Caller | null> {
    try {
      const caller = await this.#backing.identify(c, workspace);
      holdBack(this.#watch, caller === null ? `at ${this.#addressOf(c)}` : `by ${caller.actor}`);
      return caller;
    } catch (error) {
      if (error instanceof ApiStop && error.problems[0]?.code === "unauthenticated") holdBack(this.#watch, `at ${this.#addressOf(c)}`);
      throw error;
    }
  }

  /** Where a request came from, as far as the server can tell. */
  #addressOf(c: Context<ApiEnv>): string {
    return this.#backing.access?.addressOf(c) ?? (c.env as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? "nowhere";
  }

  /** Stops whoever may not. A workspace in which somebody may do nothing is told as if it were not there. */
  async #permitted(c: Context<ApiEnv>, needs: Needs, inWorkspace: boolean): Promise<Caller> {
    const workspace = inWorkspace ? (c.req.param("workspace") ?? "") : null;
    // Nobody is asked who they are: a session that is over is in nobody's way to sign in.
    if (needs === "anyone") {
      holdBack(this.#watch, `at ${this.#addressOf(c)}`);
      return { actor: "anyone", by: "nothing", workspace, heldTo: null, permissions: new Set() };
    }
    const caller = await this.#identified(c, workspace);
    if (caller === null) throw stopWith("unauthenticated", "nobody is signed in", { hint: "sign in, or send a token" });
    c.set("caller", caller);
    if (needs === "signed-in") return caller;
    if (workspace !== null && caller.permissions.size === 0) throw stopWith("not-found", `there is no workspace \`${workspace}\``, { offending: workspace });
    if (!caller.permissions.has(needs)) throw stopWith("forbidden", `that needs the permission \`${needs}\``, { offending: needs, hint: "ask somebody who gives roles in this workspace" });
    return caller;
  }
}

function written<A>(answered: Answered<A> | Response, status: number): Response {
  if (answered instanceof Response) return answered;
  const { body, headers = {} } = answered;
  if (body === null || status === 204) return new Response(null, { status: answered.status ?? status, headers });
  return new Response(JSON.stringify(body), { status: answered.status ?? status, headers: { "Content-Type": "application/json; charset=utf-8", ...headers } });
}

const failure = { description: "What is wrong, and what to do about it.", content: { "application/problem+json": { schema: ProblemBody } } };

function documented({ method, path, needs, feature, summary, description, params, query, body, raw, answer, media = [], status = 200, exact }: RouteDefinition<Shape | undefined, Shape | undefined, z.ZodType | undefined, z.ZodType | undefined>) {
  const content = { ...(answer === undefined ? {} : { "application/json": { schema: answer } }), ...Object.fromEntries(media.map((type) => [type, { schema: { type: "string" as const } }])) };
  const sent = body !== undefined ? { "application/json": { schema: body } } : raw === undefined ? null : Object.fromEntries(raw.mediaTypes.map((type) => [type, { schema: { type: "string" as const, format: "binary" } }]));
  return {
    method, path, summary, tags: [feature], operationId: operationOf(method, path), "x-permission": needs, ...(description === undefined ? {} : { description }),
    ...(needs === "anyone" ? { security: [] } : {}),
    request: { ...(params === undefined ? {} : { params }), ...(query === undefined ? {} : { query }), ...(sent === null ? {} : { body: { required: true, content: sent, ...(raw === undefined ? {} : { description: raw.says }) } }) },
    responses: { [status]: { description: summary, ...(Object.keys(content).length === 0 ? {} : { content }) }, ...(exact === true ? { 304: { description: "It is what `If-None-Match` names." } } : {}), default: failure },
  };
}

/** `get /workspaces/{workspace}/assets/{id}` is `getWorkspacesWorkspaceAssetsId`: steady, and made of nothing but the route. */
const operationOf = (method: string, path: string): string => method + path.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
