import { type Guard, isSame, keptSecret, newSecret, refusedAsWritten } from "@cleartitle/access";
import { calendarOf, concerns, isMailAddress, type Notice, noticeKinds, reviewKind } from "@cleartitle/jobs";
import { type Subscription, StoreRefusal } from "@cleartitle/store";
import { z } from "@hono/zod-openapi";
import { heldIn } from "../access/rooms.js";
import { stopAtTokens } from "../access/sign-in.js";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import type { Caller } from "../caller.js";
import { listName, numberedPage, ordered, pageOf, readCursor, writeCursor } from "../cursor.js";
import { Run, runAddress, runOf } from "../run/routes.js";
import { stopWith } from "../stop.js";
import { rolesOf } from "./told.js";
import { inWorkspace, WorkspaceName } from "../workspace/name.js";

const feature = "notices";
const text = z.string();
const number = z.coerce.number().int().min(1).max(2_147_483_647);
const Kind = z.enum(Object.keys(noticeKinds) as [keyof typeof noticeKinds, ...(keyof typeof noticeKinds)[]]);

const NoticeEntry = z
  .strictObject({ number: z.int(), at: text, kind: Kind, stage: z.enum(["ahead", "past"]), on: text.nullable(), roles: z.array(text), person: text.nullable(), what: text, todo: text, link: text, fingerprint: text })
  .openapi("Notice");

const SubscriptionEntry = z
  .strictObject({ number: z.int(), person: text, channel: z.enum(["webhook", "mail", "calendar"]), address: text.nullable(), kinds: z.array(text).nullable().openapi({ description: "null: whatever is the person's work." }), at: text, endedAt: text.nullable() })
  .openapi("Subscription");

const kinds = z.array(Kind).min(1).max(Kind.options.length).nullable().default(null);
const Made = z.strictObject({ number: z.int(), secret: text.nullable().openapi({ description: "What signs; told once. null: mail is not signed." }) }).openapi("MadeSubscription");
const MadeCalendar = z.strictObject({ number: z.int(), address: text.openapi({ description: "Whoever has it reads the calendar; told once." }) }).openapi("MadeCalendar");

/** For how long both secrets of a webhook sign after one was changed. */
const bothFor = 7 * 86_400_000;
/** Days of one calendar: the newest count, since programs read all of it again and again. */
const mostDays = 2_000;

const one = inWorkspace.extend({ number });
const told = ({ number: own, person, channel, address, kinds: of, at, endedAt }: Subscription): z.input<typeof SubscriptionEntry> => ({ number: own, person, channel, address, kinds: of === null ? null : [...of], at, endedAt });
const calendarAddress = (workspace: string, own: number, secret: string): string => `/api/v1/calendars/${workspace}/${own}/${secret}`;

/** A subscription of the caller's own, or anybody's for whoever says who is told. Of others it is as if there were none. */
async function ownOf(backing: Backing, workspace: string, caller: Caller, own: number): Promise<Subscription> {
  const found = (await backing.board.subscriptions(workspace)).find((each) => each.number === own);
  if (found === undefined || (found.person !== caller.actor && !caller.permissions.has("notifications:write"))) throw stopWith("not-found", `there is no subscription ${own}`, { pointer: "#path/number" });
  return found;
}

function checkAddress(channel: "webhook" | "mail", address: string, guard: Guard): void {
  if (channel === "mail") {
    if (!isMailAddress(address)) throw stopWith("bad-value", "that is no address for mail", { pointer: "/address", hint: "write it like jane@acme.example" });
    return;
  }
  if (!URL.canParse(address) || !["https:", "http:"].includes(new URL(address).protocol)) throw stopWith("bad-value", "that is no address of a server", { pointer: "/address", hint: "write it like https://acme.example/hook" });
  const refused = refusedAsWritten(guard, new URL(address));
  if (refused !== null) throw stopWith("bad-value", `nothing would be sent there: ${refused}`, { pointer: "/address", hint: "name a public address by https, or have an administrator allow this one" });
}

/** What time brings, and who is told of it. */
export function noticeRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/workspaces/{workspace}/notices", needs: "notifications:read", feature, summary: "What time has brought, as it was found", params: inWorkspace, query: z.strictObject(ordered), answer: pageOf(NoticeEntry) },
    async ({ query: { limit, cursor, order }, workspace, backing }) => {
      const name = listName(`${workspace}/notices`, order === "oldest" ? {} : { order });
      if (order === "newest") {
        const end = cursor === undefined ? ((await backing.board.newest<Notice>(workspace, 1)).at(-1)?.number ?? 0) : Number(readCursor(cursor, name)?.after ?? 0);
        const from = Math.max(0, end - limit);
        const some = end === 0 ? [] : await backing.board.notices<Notice>(workspace, from, end - from);
        return { body: { items: some.toReversed(), next: from === 0 ? null : writeCursor({ after: from, at: null, of: name }) } };
      }
      const notices = await backing.board.notices<Notice>(workspace, Number(readCursor(cursor, name)?.after ?? 0), limit + 1);
      return { body: numberedPage(notices, limit, name, (each) => each.number) };
    },
  );
  api.route(
    { method: "post", path: "/workspaces/{workspace}/reviews", needs: "runs:write", feature, summary: "Look now what time has brought, and not only once a day", params: inWorkspace, answer: Run, status: 202 },
    async ({ workspace, caller, backing, requestName }) => {
      const at = backing.now();
      const { number: run } = await backing.queue.enqueue(workspace, { kind: reviewKind, payload: { for: at.slice(0, 10) }, ...(requestName === undefined ? {} : { name: requestName }) }, { by: caller.actor, at });
      return { body: runOf(await backing.queue.job(workspace, run)) as never, headers: { Location: runAddress(workspace, run) } };
    },
  );
  subscriptionRoutes(api);
  calendarRoutes(api);
}

function subscriptionRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/workspaces/{workspace}/subscriptions", needs: "notifications:read", feature, summary: "How one is told; of who says it for others, how everybody is", params: inWorkspace, answer: z.strictObject({ items: z.array(SubscriptionEntry) }) },
    async ({ workspace, caller, backing }) => ({ body: { items: (await backing.board.subscriptions(workspace, caller.permissions.has("notifications:write") ? null : caller.actor)).map(told) } }),
  );
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/subscriptions", needs: "notifications:write", feature, summary: "Have somebody told by a webhook or by mail", params: inWorkspace, status: 201, writes: false,
      body: z.strictObject({ person: text.min(1).max(200).optional(), channel: z.enum(["webhook", "mail"]), address: text.min(1).max(2_000), kinds }), answer: Made,
    },
    async ({ workspace, body: { person, channel, address, kinds: wanted }, caller, backing }) => {
      stopAtTokens(caller);
      checkAddress(channel, address, backing.guard);
      const secret = channel === "webhook" ? newSecret() : null;
      const own = await backing.board.subscribe(workspace, { person: person ?? caller.actor, channel, address, kinds: wanted, secret }, { by: caller.actor, at: backing.now() });
      return { body: { number: own, secret } };
    },
  );
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/subscriptions/{number}/secret", needs: "notifications:write", feature, summary: "Change the secret of a webhook", params: one, answer: Made, status: 201, writes: false,
      description: "For a week both sign, so that the receiver can change his at any moment.",
    },
    async ({ workspace, params, caller, backing }) => {
      stopAtTokens(caller);
      const { channel } = await ownOf(backing, workspace, caller, params.number);
      if (channel !== "webhook") throw stopWith("usage", "that is no webhook", { pointer: "#path/number", hint: "mail has no secret; of a calendar make another one" });
      const secret = newSecret();
      await backing.board.changeSecret(workspace, params.number, secret, new Date(Date.parse(backing.now()) + bothFor).toISOString());
      return { body: { number: params.number, secret } };
    },
  );
  api.route(
    { method: "delete", path: "/workspaces/{workspace}/subscriptions/{number}", needs: "notifications:read", feature, summary: "End a subscription, or a calendar", params: one, status: 204, writes: false },
    async ({ workspace, params, caller, backing }) => {
      await ownOf(backing, workspace, caller, params.number);
      await backing.board.end(workspace, params.number, { by: caller.actor, at: backing.now() });
      return { body: null };
    },
  );
}

function calendarRoutes(api: Api): void {
  api.route(
    { method: "post", path: "/workspaces/{workspace}/calendars", needs: "notifications:read", feature, summary: "Make an address under which one's days are a calendar", params: inWorkspace, body: z.strictObject({ kinds }), answer: MadeCalendar, status: 201, writes: false },
    async ({ workspace, body: { kinds: wanted }, caller, backing }) => {
      stopAtTokens(caller);
      const secret = newSecret();
      const own = await backing.board.subscribe(workspace, { person: caller.actor, channel: "calendar", address: null, kinds: wanted, secret: keptSecret(secret) }, { by: caller.actor, at: backing.now() });
      return { body: { number: own, address: calendarAddress(workspace, own, secret) } };
    },
  );
  api.route(
    { exact: true, method: "get", path: "/calendars/{of}/{number}/{secret}", needs: "anyone", feature, summary: "Days of a workspace as a calendar, for whoever has its address", media: ["text/calendar"], params: z.strictObject({ of: WorkspaceName, number, secret: text.min(1).max(200) }) },
    async ({ params: { of, number: own, secret }, backing, c }) => {
      const { person, kinds: wanted } = await opened(backing, of, own, secret);
      const subscriber = { person, kinds: wanted, roles: await rolesOf(backing.access, of, person) };
      const notices = (await backing.board.newest<Notice>(of, mostDays)).filter((notice) => concerns(notice, subscriber));
      const base = `${backing.access?.origin ?? new URL(c.req.url).origin}/${of}`;
      return new Response(calendarOf(of, base, notices), { headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, max-age=3600" } });
    },
  );
}

/** The calendar of an address; one that is wrong in any part is told alike, so that nobody learns which. */
async function opened(backing: Backing, workspace: string, own: number, secret: string): Promise<Subscription> {
  const none = stopWith("not-found", "there is no such calendar", { hint: "make another address for it" });
  const found = await backing.board.withSecrets(workspace, own, backing.now()).catch((error: unknown) => {
    throw error instanceof StoreRefusal && error.problem.code === "not-found" ? none : error;
  });
  if (found.channel !== "calendar" || found.endedAt !== null || !found.secrets.some((kept) => isSame(kept, keptSecret(secret)))) throw none;
  // An address is no more than its maker: who may no longer read the notices reads them no other way.
  if (backing.access !== null && !(await heldIn(backing.access, workspace, found.person)).has("notifications:read")) throw none;
  return found;
}
