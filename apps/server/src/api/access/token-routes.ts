import { isPermission, keptApiToken, keptSecret, newApiToken, wrongInToken } from "@cleartitle/access";
import type { ApiToken } from "@cleartitle/store";
import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import { ApiStop, stopWith } from "../stop.js";
import { inWorkspace, WorkspaceName } from "../workspace/name.js";
import { cookieOf } from "./cookie.js";
import { roomsOf, stopAtTokens } from "./sign-in.js";

const feature = "tokens";
const Token = z.strictObject({ id: z.string(), person: z.string(), name: z.string(), scopes: z.array(z.string()), madeAt: z.string(), expiresAt: z.string(), endedAt: z.string().nullable() }).openapi("Token");
const Made = Token.extend({ token: z.string().openapi({ description: "Told once, and kept nowhere." }) }).openapi("MadeToken");
const Session = z.strictObject({ id: z.string(), isThis: z.boolean().openapi({ description: "The one that asks." }), startedAt: z.string(), seenAt: z.string(), address: z.string() }).openapi("Session");

const told = ({ id, person, name, scopes, madeAt, expiresAt, endedAt }: ApiToken): z.infer<typeof Token> => ({ id, person, name, scopes: [...scopes], madeAt, expiresAt, endedAt });

/** Tokens for programs: of one workspace, made by a person for what they may do there. Whoever reads records may make one that reads them. */
export function tokenRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/workspaces/{workspace}/tokens", needs: "catalogue:read", feature, summary: "One's tokens in a workspace; of who gives roles, everybody's", params: inWorkspace, answer: z.strictObject({ items: z.array(Token) }) },
    async ({ workspace, caller, backing }) => {
      const all = await roomsOf(backing).tokens.ofWorkspace(workspace);
      return { body: { items: all.filter(({ person }) => person === caller.actor || caller.permissions.has("people:write")).map(told) } };
    },
  );
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/tokens", needs: "catalogue:read", feature, summary: "Make a token for a program", params: inWorkspace,
      body: z.strictObject({ name: z.string().max(1_000), scopes: z.array(z.string().max(100)).max(100), expiresAt: z.iso.datetime({ offset: true }) }), answer: Made, status: 201, writes: false,
    },
    async ({ workspace, body: { name, scopes, expiresAt: wished }, caller, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtTokens(caller);
      const now = backing.now();
      const problems = wrongInToken({ name, scopes, expiresAt: wished }, caller.permissions, now);
      if (problems.length > 0) throw new ApiStop(problems);
      const text = newApiToken();
      const expiresAt = new Date(wished).toISOString();
      const token = await rooms.tokens.make(keptApiToken(text)!, { workspace, person: caller.actor, name: name.trim(), scopes: [...new Set(scopes.filter(isPermission))], expiresAt }, { by: caller.actor, at: now, address: rooms.addressOf(c) });
      return { body: { ...told(token), token: text } };
    },
  );
  api.route(
    { method: "delete", path: "/workspaces/{workspace}/tokens/{token}", needs: "catalogue:read", feature, summary: "End a token: one's own, or of whoever works where one gives roles", params: z.strictObject({ workspace: WorkspaceName, token: z.string().max(100) }), status: 204, writes: false },
    async ({ workspace, params: { token }, caller, backing, c }) => {
      const rooms = roomsOf(backing);
      const hand = { by: caller.actor, at: backing.now(), address: rooms.addressOf(c) };
      if (!(await rooms.tokens.end(workspace, token, hand, caller.permissions.has("people:write") ? null : caller.actor))) throw stopWith("not-found", "there is no such token, or it was ended", { pointer: "#path/token" });
      return { body: null };
    },
  );
  sessionRoutes(api);
}

function sessionRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/sessions", needs: "signed-in", feature: "sign-in", summary: "Where one is signed in", answer: z.strictObject({ items: z.array(Session) }) },
    async ({ caller, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtTokens(caller);
      const secret = cookieOf(c, "session", rooms.origin);
      const own = secret === null ? null : await rooms.sessions.find(keptSecret(secret));
      return { body: { items: (await rooms.sessions.ofPerson(caller.actor)).map(({ id, startedAt, seenAt, address }) => ({ id, isThis: id === own?.id, startedAt, seenAt, address })) } };
    },
  );
  api.route(
    { method: "delete", path: "/sessions/{session}", needs: "signed-in", feature: "sign-in", summary: "End one of one's sessions", params: z.strictObject({ session: z.string().max(100) }), status: 204, writes: false },
    async ({ params: { session }, caller, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtTokens(caller);
      const ended = await rooms.sessions.endOf(caller.actor, { by: caller.actor, at: backing.now(), address: rooms.addressOf(c) }, session);
      if (ended === 0) throw stopWith("not-found", "there is no such session", { pointer: "#path/session" });
      return { body: null };
    },
  );
}
