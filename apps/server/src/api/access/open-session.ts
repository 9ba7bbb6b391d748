import { accountPolicy, addressPolicy, checkPassword, failedAgain, guesserAt, hashPassword, keptSecret, lockedFor, newSecret } from "@cleartitle/access";
import { randomUUID } from "node:crypto";
import { problem } from "@cleartitle/norms";
import type { Context } from "hono";
import type { ApiEnv } from "../caller.js";
import { ApiStop, stopWith } from "../stop.js";
import { cookieHeader, cookieOf } from "./cookie.js";
import { stopAtPages } from "./own-page.js";
import type { AccessRooms } from "./rooms.js";

/** A login as it is compared: however it was typed. */
export const loginOf = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();

/** What is asked of a browser that has no session yet: another site may not sign somebody in as it likes. */
export const stopAtOthers = (c: Context<ApiEnv>, { origin }: AccessRooms): void => stopAtPages(c, origin);

/** How long what has passed of sessions and guesses is kept: longer than any of it counts. In milliseconds. */
const kept = 30 * 86_400_000;

/** Begins a session, always with a secret of its own: one that the browser had before ends. Gives the secret and the header that hands it over. */
export async function openSession(c: Context<ApiEnv>, rooms: AccessRooms, person: string, now: string): Promise<{ readonly secret: string; readonly header: string }> {
  const secret = newSecret();
  const before = cookieOf(c, "session", rooms.origin);
  await rooms.sessions.forget(new Date(Date.parse(now) - kept).toISOString());
  await rooms.sessions.start(keptSecret(secret), { id: randomUUID(), person, address: rooms.addressOf(c) }, now, before === null ? null : keptSecret(before));
  return { secret, header: cookieHeader("session", secret, rooms.origin) };
}

const tooFast = (seconds: number): ApiStop => new ApiStop([problem("too-fast", `too many tries: wait ${seconds} s`, { hint: "the wait grows with each try in vain" })], { "Retry-After": String(seconds) });

/** Counts a try at guessing something from an address, and at one account where there is one; gives what takes it back. */
export async function countTries({ sessions, addressOf }: AccessRooms, c: Context<ApiEnv>, account: string | null, now: string): Promise<() => Promise<void>> {
  const address = keptSecret(`address:${guesserAt(addressOf(c))}`);
  const counts = [[address, addressPolicy] as const, ...(account === null ? [] : [[keptSecret(`account:${account}`), accountPolicy] as const])];
  for (const [key, policy] of counts) {
    const { before, after } = await sessions.countTry(key, (failures) => (lockedFor(failures, now) > 0 ? null : failedAgain(failures, now, policy)));
    if (after === null) throw tooFast(lockedFor(before, now));
  }
  return async () => {
    for (const [key] of counts.slice(1)) await sessions.forgetTries(key);
    // Others guess from the same address: only this one try is taken back.
    await sessions.countTry(address, (failures) => (failures === null ? null : { ...failures, count: Math.max(0, failures.count - 1), lockedUntil: null }));
  };
}

/**
 * Whose login and password these are. Whatever is wrong costs the same time and is told in the same words, so that nobody learns which logins there are.
 */
export async function personOf(rooms: AccessRooms, c: Context<ApiEnv>, { login: typed, password }: { readonly login: string; readonly password: string }, now: string): Promise<string> {
  const login = loginOf(typed);
  const takeBack = await countTries(rooms, c, login, now);
  const known = await rooms.people.login(login);
  const { isRight, isOld } = await checkPassword(password, known?.hash ?? null);
  if (!isRight || known === null) {
    await rooms.people.audit({ what: "sign-in-failed", by: "nobody", at: now, address: rooms.addressOf(c), ...(known === null ? {} : { person: known.person }) });
    throw stopWith("unauthenticated", "login or password is wrong", { hint: "an administrator of your workspace gives a code for a new password" });
  }
  await takeBack();
  if (isOld) await rooms.people.rehash(login, known.person, known.hash, await hashPassword(password));
  return known.person;
}
