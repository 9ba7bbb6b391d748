import { forgeryGuardOf, hashPassword, keptSecret, meantCode, permissionsOf, permissions as all, wrongInPassword, isRole } from "@cleartitle/access";
import { lookDaily } from "@cleartitle/jobs";
import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import type { Caller } from "../caller.js";
import { ApiStop, stopWith } from "../stop.js";
import { WorkspaceName } from "../workspace/name.js";
import { cookieHeader, cookieOf } from "./cookie.js";
import { countTries, loginOf, openSession, personOf, stopAtOthers } from "./open-session.js";
import type { AccessRooms } from "./rooms.js";

const feature = "sign-in";
const password = z.string().max(1_024);
const Login = z.string().min(1).max(200).openapi({ description: "How somebody signs in, such as an e-mail address." });
const PersonName = z.string().trim().min(1).max(200);
const Opened = z.strictObject({ person: z.string(), guard: z.string().openapi({ description: "To be sent as `X-Cleartitle-Guard` with whatever changes something." }) }).openapi("OpenedSession");

const SignedIn = z
  .strictObject({
    person: z.string(), name: z.string().nullable(), email: z.string().nullable(), by: z.enum(["local", "session", "token"]), guard: z.string().nullable(),
    workspaces: z.array(z.strictObject({ workspace: z.string(), roles: z.array(z.string()), permissions: z.array(z.enum(all as [(typeof all)[number], ...(typeof all)[number][]])) })),
  })
  .openapi("SignedIn");

/** The rooms of people; a server with one local user has none. */
export function roomsOf({ access }: Backing): AccessRooms {
  if (access === null) throw stopWith("unsupported", "this server has one local user, and nobody signs in", { hint: "start it with `--people`" });
  return access;
}

/** What a program may not do with its token: whatever would outlast the token's end. */
export function stopAtTokens(caller: Caller): void {
  if (caller.by === "token") throw stopWith("forbidden", "a token may not do that", { hint: "sign in, and do it yourself" });
}

const loginsName = (login: string, name: string): readonly string[] => [login, name];

function stopAtPassword(chosen: string, names: readonly string[]): void {
  const wrong = wrongInPassword(chosen, names);
  if (wrong.length > 0) throw new ApiStop(wrong);
}

export function signInRoutes(api: Api): void {
  api.route(
    { method: "post", path: "/session", needs: "anyone", feature, summary: "Sign in with a local account", description: "Answers with the cookie of a session.", body: z.strictObject({ login: Login, password }), answer: Opened, status: 201, writes: false },
    async ({ body, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtOthers(c, rooms);
      const person = await personOf(rooms, c, body, backing.now());
      const { secret, header } = await openSession(c, rooms, person, backing.now());
      return { body: { person, guard: forgeryGuardOf(secret) }, headers: { "Set-Cookie": header } };
    },
  );
  api.route(
    { method: "get", path: "/session", needs: "signed-in", feature, summary: "Who is signed in, and what they may do where", answer: SignedIn },
    async ({ caller, backing, c }) => ({ body: await signedIn(backing, caller, backing.access === null ? null : cookieOf(c, "session", backing.access.origin)) }),
  );
  api.route(
    { method: "delete", path: "/session", needs: "signed-in", feature, summary: "Sign out", status: 204, writes: false },
    async ({ caller, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtTokens(caller);
      const secret = cookieOf(c, "session", rooms.origin);
      if (secret !== null) await rooms.sessions.end(keptSecret(secret), backing.now());
      return { body: null, headers: { "Set-Cookie": cookieHeader("session", "", rooms.origin), "Clear-Site-Data": '"cache", "storage"' } };
    },
  );
  firstStartRoutes(api);
  passwordRoutes(api);
}

async function signedIn(backing: Backing, caller: Caller, secret: string | null): Promise<z.infer<typeof SignedIn>> {
  const { access } = backing;
  if (access === null) return { person: caller.actor, name: null, email: null, by: "local", guard: null, workspaces: [] };
  const person = await access.people.person(caller.actor);
  const workspaces = (await access.memberships.workspacesOf(caller.actor)).map(({ workspace, roles }) => ({ workspace, roles: [...roles], permissions: [...permissionsOf(roles.filter(isRole))] }));
  // What a token may do is its own affair, and may be less.
  const isToken = caller.by === "token";
  return { person: caller.actor, name: person?.name ?? null, email: person?.email ?? null, by: isToken ? "token" : "session", guard: isToken || secret === null ? null : forgeryGuardOf(secret), workspaces: isToken ? [] : workspaces };
}

function firstStartRoutes(api: Api): void {
  const body = z.strictObject({ code: z.string().max(100), name: PersonName, login: Login, password, workspace: WorkspaceName });
  api.route(
    { method: "post", path: "/first-start", needs: "anyone", feature, summary: "Become the first person of a new server", description: "With the code that was printed where it was started. The person administers the workspace that is named, which is made where there is none.", body, answer: Opened, status: 201, writes: false },
    async ({ body: { code, name, login: typed, password: chosen, workspace }, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtOthers(c, rooms);
      const now = backing.now();
      const takeBack = await countTries(rooms, c, null, now);
      if (!rooms.firstStart.isRight(code) || (await rooms.people.canAnybodySignIn())) throw stopWith("unauthenticated", "the code is none of this server, or somebody is there already", { pointer: "/code", hint: "it is printed where the server was started, as long as nobody is there" });
      await takeBack();
      const login = loginOf(typed);
      stopAtPassword(chosen, loginsName(login, name));
      const hash = await hashPassword(chosen);
      await opened(backing, workspace, now);
      const hand = { by: "setup", at: now, address: rooms.addressOf(c) };
      const { id } = await rooms.people.add({ name, email: null }, hand);
      await rooms.memberships.set(workspace, id, ["admin"], hand, "admin");
      // Last of all: until then nobody can sign in, and whoever was stopped in the middle begins anew.
      await rooms.people.setPassword(id, login, hash, hand, true);
      rooms.firstStart.end();
      const { secret, header } = await openSession(c, rooms, id, now);
      return { body: { person: id, guard: forgeryGuardOf(secret) }, headers: { "Set-Cookie": header } };
    },
  );
}

/** A workspace that is there, or a new one; looked through each day like any other. */
async function opened({ store, queue }: Backing, workspace: string, at: string): Promise<void> {
  const hand = { by: "setup", at };
  await store.workspace(workspace).catch(async () => store.create(workspace, hand));
  await lookDaily(queue, workspace, hand);
}

function passwordRoutes(api: Api): void {
  api.route(
    { method: "post", path: "/invitation", needs: "anyone", feature, summary: "Choose a password with a code", description: "A code works once. All sessions of the person end.", body: z.strictObject({ code: z.string().max(100), login: Login, password }), answer: Opened, status: 201, writes: false },
    async ({ body: { code, login: typed, password: chosen }, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtOthers(c, rooms);
      const now = backing.now();
      const takeBack = await countTries(rooms, c, null, now);
      const login = loginOf(typed);
      // Before the code is used up, since it works once.
      stopAtPassword(chosen, loginsName(login, ""));
      const hash = await hashPassword(chosen);
      const person = await rooms.people.redeem(keptSecret(meantCode(code)), { login, hash }, { at: now, address: rooms.addressOf(c) });
      if (person === null) throw stopWith("unauthenticated", "there is no such code, or it was used or is over", { pointer: "/code", hint: "ask for another one" });
      await takeBack();
      await rooms.sessions.endOf(person, { by: person, at: now });
      const { secret, header } = await openSession(c, rooms, person, now);
      return { body: { person, guard: forgeryGuardOf(secret) }, headers: { "Set-Cookie": header } };
    },
  );
  api.route(
    { method: "put", path: "/password", needs: "signed-in", feature, summary: "Change one's password", description: "All sessions of the person end, and a new one begins.", body: z.strictObject({ login: Login, current: password, password }), answer: Opened, writes: false },
    async ({ body: { login: typed, current, password: chosen }, caller, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtTokens(caller);
      const now = backing.now();
      const person = await personOf(rooms, c, { login: typed, password: current }, now);
      if (person !== caller.actor) throw stopWith("unauthenticated", "login or password is wrong");
      const login = loginOf(typed);
      stopAtPassword(chosen, loginsName(login, ""));
      await rooms.people.setPassword(person, login, await hashPassword(chosen), { by: person, at: now, address: rooms.addressOf(c) });
      await rooms.sessions.endOf(person, { by: person, at: now });
      const { secret, header } = await openSession(c, rooms, person, now);
      return { body: { person, guard: forgeryGuardOf(secret) }, headers: { "Set-Cookie": header } };
    },
  );
}
