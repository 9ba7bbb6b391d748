import { createHash } from "node:crypto";
import { isSame } from "../secret/secret.js";

/** How long a session lasts: without a request, and in all. In milliseconds. */
export interface SessionPolicy {
  readonly idle: number;
  readonly whole: number;
}

/** NIST SP 800-63B-4, section 2.2.3: an hour without a request, and a day in all, at most; here a working day. */
export const sessionPolicy: SessionPolicy = { idle: 3_600_000, whole: 43_200_000 };

/** By how much the clocks of two processes may differ. */
const drift = 60_000;

export interface SessionTimes {
  readonly startedAt: string;
  readonly seenAt: string;
  readonly endedAt: string | null;
}

/** Whether a session still stands. A clock that was set back ends it rather than making it longer. */
export function isOpen({ startedAt, seenAt, endedAt }: SessionTimes, now: string, { idle, whole }: SessionPolicy = sessionPolicy): boolean {
  const at = Date.parse(now);
  const [fromStart, fromSeen] = [at - Date.parse(startedAt), at - Date.parse(seenAt)];
  return endedAt === null && fromStart >= -drift && fromSeen >= -drift && fromStart < whole && fromSeen < idle;
}

/** What a page of ours sends with whatever changes something. It is made of the session's secret, which no page can read. */
export const forgeryGuardOf = (secret: string): string => createHash("sha256").update(`forgery:${secret}`).digest("base64url");

export interface AskedWith {
  readonly method: string;
  /** `Sec-Fetch-Site`. */
  readonly site: string | null;
  /** `Origin`. */
  readonly origin: string | null;
  /** The guard that came in a header. */
  readonly guard: string | null;
}

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request with a session's cookie was made by a page of ours: what only reads may come from anywhere, since no other page sees the answer. `own`: the server's origin. */
export function isOwnRequest({ method, site, origin, guard }: AskedWith, own: string, secret: string): boolean {
  if (reading.has(method)) return true;
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  if (origin !== null && origin !== own) return false;
  return guard !== null && isSame(guard, forgeryGuardOf(secret));
}
