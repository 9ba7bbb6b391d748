import { isOpen, isOwnRequest, isRole, keptApiToken, keptSecret, type Permission, permissionsOf, scopeOf } from "@cleartitle/access";
import { problem } from "@cleartitle/norms";
import type { Context } from "hono";
import type { ApiEnv, Caller, Identify } from "../caller.js";
import { ApiStop, stopWith } from "../stop.js";
import { cookieOf } from "./cookie.js";
import { askedFrom } from "./own-page.js";
import { type AccessRooms, heldIn } from "./rooms.js";

/** How a page of ours shows that it asks. */
const guardHeader = "X-Cleartitle-Guard";

const nobody: ReadonlySet<Permission> = new Set();
/** A session that was seen so lately is not written down again. In milliseconds. */
const lately = 60_000;

const unknown = (message: string, hint: string): ApiStop => new ApiStop([problem("unauthenticated", message, { hint })], { "WWW-Authenticate": 'Bearer realm="cleartitle"' });

/** Finds out who asks: by a token in the header, or by the cookie of a session. A token that is sent counts, and a wrong one stops, whatever cookie comes with it. */
export const identifyBy = (rooms: AccessRooms, now: () => string): Identify => async (c, workspace) => {
  const sent = c.req.header("authorization");
  if (sent !== undefined) return byToken(rooms, sent, workspace, now());
  const secret = cookieOf(c, "session", rooms.origin);
  return secret === null ? null : bySession(rooms, c, secret, workspace, now());
};

async function byToken(rooms: AccessRooms, sent: string, workspace: string | null, now: string): Promise<Caller> {
  const [, text = ""] = /^Bearer +(\S{1,200})$/i.exec(sent) ?? [];
  const kept = keptApiToken(text);
  const token = kept === null ? null : await rooms.tokens.find(kept);
  if (token === null || token.endedAt !== null) throw unknown("the token is none, or was ended", "send `Authorization: Bearer ctk_…` with a token that stands");
  if (Date.parse(token.expiresAt) <= Date.parse(now)) throw unknown(`the token ended at ${token.expiresAt}`, "make a new one");
  const held = workspace === null || workspace === token.workspace ? scopeOf(token.scopes, await heldIn(rooms, token.workspace, token.person)) : nobody;
  return { actor: token.person, workspace, heldTo: token.workspace, permissions: workspace === null ? onlyOf(held, ["catalogue:read"]) : held, by: "token" };
}

async function bySession(rooms: AccessRooms, c: Context<ApiEnv>, secret: string, workspace: string | null, now: string): Promise<Caller | null> {
  const kept = keptSecret(secret);
  const session = await rooms.sessions.find(kept);
  if (session === null || !isOpen(session, now)) return null;
  const { method } = c.req;
  const asked = { method, ...askedFrom(c), guard: c.req.header(guardHeader) ?? null };
  if (!isOwnRequest(asked, rooms.origin, secret)) throw stopWith("forbidden", "the request was not made by a page of this server", { pointer: `#header/${guardHeader}`, hint: `send \`${guardHeader}\` as \`GET /session\` tells it` });
  if (Date.parse(now) - Date.parse(session.seenAt) > lately) await rooms.sessions.see(kept, now);
  const permissions = workspace === null ? await anywhere(rooms, session.person) : await heldIn(rooms, workspace, session.person);
  return { actor: session.person, workspace, heldTo: null, permissions, by: "session" };
}

/** Outside of workspaces there are two things to do: make another one, for whoever administers one, and read the catalogue, for whoever may anywhere. */
async function anywhere({ memberships }: AccessRooms, person: string): Promise<ReadonlySet<Permission>> {
  const held = permissionsOf((await memberships.workspacesOf(person)).flatMap(({ roles }) => roles).filter(isRole));
  return onlyOf(held, ["workspace:write", "catalogue:read"]);
}

const onlyOf = (held: ReadonlySet<Permission>, these: readonly Permission[]): ReadonlySet<Permission> => new Set(these.filter((each) => held.has(each)));
