import { keptSecret } from "@cleartitle/access";
import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import { stopWith } from "../stop.js";
import { cookieHeader, cookieOf } from "./cookie.js";
import { openSession } from "./open-session.js";
import type { Arrived, Provider } from "./provider.js";
import type { AccessRooms } from "./rooms.js";
import { roomsOf } from "./sign-in.js";

const feature = "sign-in";
const minutes = 10;

/** A path of this server and nothing else: what a browser would take for another host's address is none. */
const ReturnTo = z.string().regex(/^\/(?![/\\])[\u0021-\u005b\u005d-\u007e]{0,500}$/, { message: "a path of this server" }).default("/");

const there = (location: string, cookies: readonly string[]): Response => {
  const headers = new Headers({ Location: location });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 302, headers });
};

function providerOf({ provider }: AccessRooms): Provider {
  if (provider === null) throw stopWith("unsupported", "this server knows no provider of sign-ins", { hint: "sign in with a local account" });
  return provider;
}

export function providerRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/sign-in/provider", needs: "anyone", feature, summary: "Sign in at the provider", query: z.strictObject({ returnTo: ReturnTo }), media: ["text/html"], status: 200 },
    async ({ query: { returnTo }, backing }) => {
      const rooms = roomsOf(backing);
      const now = backing.now();
      const { url, state, nonce, verifier } = await providerOf(rooms).leave();
      const expiresAt = new Date(Date.parse(now) + minutes * 60_000).toISOString();
      await rooms.sessions.keepSignIn(keptSecret(state), { nonce, verifier, returnTo, expiresAt });
      // Whoever comes back has to be the browser that left: else somebody could be signed in as another.
      return there(url, [cookieHeader("sign-in", state, rooms.origin, minutes * 60)]);
    },
  );
  api.route(
    // The provider adds what it likes to the address; what counts is looked at by who knows the protocol.
    { method: "get", path: "/sign-in/provider/back", needs: "anyone", feature, summary: "Where the provider sends people back to", query: z.looseObject({ state: z.string().max(200).optional() }), media: ["text/html"], status: 200 },
    async ({ backing, c }) => {
      const rooms = roomsOf(backing);
      const provider = providerOf(rooms);
      const now = backing.now();
      const state = cookieOf(c, "sign-in", rooms.origin);
      const pending = state === null ? null : await rooms.sessions.takeSignIn(keptSecret(state), now);
      if (state === null || pending === null) throw stopWith("unauthenticated", "this browser began no sign-in, or began it too long ago", { hint: "begin again at /api/v1/sign-in/provider" });
      const arrived = await provider.arrive(new URL(c.req.url).search, { state, nonce: pending.nonce, verifier: pending.verifier });
      const person = await takeIn(rooms, arrived, now, rooms.addressOf(c));
      const { header } = await openSession(c, rooms, person, now);
      return there(pending.returnTo, [header, cookieHeader("sign-in", "", rooms.origin)]);
    },
  );
}

/** Who came, with the roles that the provider gives: in the workspaces that are its own, these and no others. */
async function takeIn({ people, memberships }: AccessRooms, { identity, name, email, roles }: Arrived, at: string, address: string): Promise<string> {
  const person = await people.identify(identity, { name, email }, { at, address });
  for (const [workspace, given] of roles) {
    const had = await memberships.rolesIn(workspace, person);
    // Nobody is kept in it for want of another: the provider says who is there.
    if (given.length > 0 || had.length > 0) await memberships.set(workspace, person, given, { by: `provider ${identity.issuer}`, at, address }, "");
  }
  return person;
}
