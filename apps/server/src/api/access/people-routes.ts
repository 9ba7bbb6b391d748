import { isRole, keptSecret, meantCode, newOneTimeCode, type Role, roleNames, roles } from "@cleartitle/access";
import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import type { Caller } from "../caller.js";
import { stopWith } from "../stop.js";
import { inWorkspace, WorkspaceName } from "../workspace/name.js";
import type { AccessRooms } from "./rooms.js";
import { roomsOf, stopAtTokens } from "./sign-in.js";

const feature = "people";
const RoleName = z.enum(roleNames as [Role, ...Role[]]);
const Roles = z.array(RoleName).max(roleNames.length);
const Member = z.strictObject({ id: z.string(), name: z.string(), email: z.string().nullable(), roles: z.array(z.string()), since: z.string() }).openapi("Member");
const Invitation = z.strictObject({ person: z.string(), code: z.string().openapi({ description: "Told once; the person chooses a password with it." }), expiresAt: z.string() }).openapi("Invitation");
const ofPerson = z.strictObject({ workspace: WorkspaceName, person: z.string().max(100) });
const week = 7 * 86_400_000;
const items = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item) });

const distinct = (given: readonly Role[]): Role[] => roleNames.filter((role) => given.includes(role));

export function peopleRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/roles", needs: "signed-in", feature, summary: "Roles, and what each is for", answer: items(z.strictObject({ role: RoleName, text: z.string(), permissions: z.array(z.string()) })) },
    () => ({ body: { items: roleNames.map((role) => ({ role, text: roles[role].text, permissions: [...roles[role].permissions] })) } }),
  );
  api.route(
    { method: "get", path: "/workspaces/{workspace}/people", needs: "people:read", feature, summary: "Who works in a workspace", params: inWorkspace, answer: items(Member) },
    async ({ workspace, backing }) => ({ body: { items: [...(await roomsOf(backing).memberships.members(workspace))].map((member) => ({ ...member, roles: [...member.roles] })) } }),
  );
  api.route(
    { method: "put", path: "/workspaces/{workspace}/people/{person}/roles", needs: "people:write", feature, summary: "Set all roles of somebody in a workspace; none takes them out", params: ofPerson, body: z.strictObject({ roles: Roles }), answer: z.strictObject({ roles: z.array(z.string()) }), writes: false },
    async ({ workspace, params: { person }, body, caller, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtTokens(caller);
      if ((await rooms.people.person(person)) === null) throw stopWith("not-found", "there is no such person", { pointer: "#path/person", hint: "a person tells their id: it is in the answer of `GET /session`" });
      const set = distinct(body.roles);
      await rooms.memberships.set(workspace, person, set, { by: caller.actor, at: backing.now(), address: rooms.addressOf(c) }, "admin");
      return { body: { roles: set } };
    },
  );
  invitationRoutes(api);
  auditRoutes(api);
}

function invitationRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/people", needs: "people:write", feature, summary: "Take somebody new in, who chooses a password with a code", params: inWorkspace,
      body: z.strictObject({ name: z.string().trim().min(1).max(200), email: z.email().max(320).nullable().default(null), roles: Roles.min(1) }), answer: Invitation, status: 201, writes: false,
    },
    async ({ workspace, body, caller, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtTokens(caller);
      const hand = { by: caller.actor, at: backing.now(), address: rooms.addressOf(c) };
      const { id } = await rooms.people.add({ name: body.name, email: body.email }, hand);
      await rooms.memberships.set(workspace, id, distinct(body.roles), hand, "admin");
      return { body: await invited(rooms, id, hand) };
    },
  );
  api.route(
    { method: "post", path: "/workspaces/{workspace}/people/{person}/invitation", needs: "people:write", feature, summary: "Give somebody a code for a new password", description: "Only for somebody all of whose workspaces the caller administers: the code opens what the person may do anywhere.", params: ofPerson, answer: Invitation, status: 201, writes: false },
    async ({ workspace, params: { person }, caller, backing, c }) => {
      const rooms = roomsOf(backing);
      stopAtTokens(caller);
      await stopBeyond(rooms, caller, workspace, person);
      return { body: await invited(rooms, person, { by: caller.actor, at: backing.now(), address: rooms.addressOf(c) }) };
    },
  );
  api.route(
    { method: "delete", path: "/workspaces/{workspace}/people/{person}/sessions", needs: "people:write", feature, summary: "End all sessions of somebody who works here", params: ofPerson, answer: z.strictObject({ ended: z.int() }), writes: false },
    async ({ workspace, params: { person }, caller, backing, c }) => {
      const rooms = roomsOf(backing);
      if ((await rooms.memberships.rolesIn(workspace, person)).length === 0) throw stopWith("not-found", "there is no such person here", { pointer: "#path/person" });
      return { body: { ended: await rooms.sessions.endOf(person, { by: caller.actor, at: backing.now(), address: rooms.addressOf(c) }) } };
    },
  );
}

async function invited({ people }: AccessRooms, person: string, hand: { readonly by: string; readonly at: string; readonly address: string }): Promise<z.infer<typeof Invitation>> {
  const code = newOneTimeCode();
  const expiresAt = new Date(Date.parse(hand.at) + week).toISOString();
  await people.invite(person, keptSecret(meantCode(code)), expiresAt, hand);
  return { person, code, expiresAt };
}

/** A new password opens everything of a person: who administers one of their workspaces alone does not get at the others. */
async function stopBeyond({ memberships }: AccessRooms, caller: Caller, workspace: string, person: string): Promise<void> {
  if ((await memberships.rolesIn(workspace, person)).length === 0) throw stopWith("not-found", "there is no such person here", { pointer: "#path/person" });
  for (const { workspace: theirs } of await memberships.workspacesOf(person)) {
    const held = (await memberships.rolesIn(theirs, caller.actor)).filter(isRole);
    if (!held.includes("admin")) throw stopWith("forbidden", "the person works in a workspace that you do not administer", { hint: "somebody who administers all of them gives the code" });
  }
}

const AuditEntry = z
  .strictObject({ id: z.string(), at: z.string(), what: z.string(), person: z.string().nullable(), by: z.string(), workspace: z.string().nullable(), address: z.string().nullable(), detail: z.unknown() })
  .openapi("AuditEntry");

function auditRoutes(api: Api): void {
  const query = z.strictObject({ after: z.string().max(200).default("").openapi({ description: "`id` of the last entry that is known." }), limit: z.coerce.number().int().min(1).max(1_000).default(100) });
  api.route(
    { method: "get", path: "/workspaces/{workspace}/audit", needs: "audit:read", feature, summary: "Who signed in, and who changed whose roles and tokens, from the oldest on", params: inWorkspace, query, answer: items(AuditEntry) },
    async ({ workspace, query: { after, limit }, backing }) => {
      const entries = await roomsOf(backing).auditOf(workspace, after, limit);
      return { body: { items: entries.map(({ id, at, what, person = null, by, workspace: of = null, address = null, detail = null }) => ({ id, at, what, person, by, workspace: of, address, detail })) } };
    },
  );
}
