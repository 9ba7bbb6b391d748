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

/** What a browser says by itself of the page that asks; a program says neither. */
interface AskedFrom {
  /** `Sec-Fetch-Site`. */
  readonly site: string | null;
  /** `Origin`. */
  readonly origin: string | null;
}

export interface AskedWith extends AskedFrom {
  readonly method: string;
  /** The guard that came in a header. */
  readonly guard: string | null;
}

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** What only reads may come from anywhere, since no other page sees the answer. */
export const isReading = (method: string): boolean => reading.has(method);

/** Whether no page of another origin asks, as far as browsers say. `own`: the server's origin. */
export const isOwnPage = ({ site, origin }: AskedFrom, own: string): boolean => (site === null || site === "same-origin" || site === "none") && (origin === null || origin === own);

/** Whether a request with a session's cookie was made by a page of ours. `own`: the server's origin. */
export const isOwnRequest = ({ method, guard, ...from }: AskedWith, own: string, secret: string): boolean =>
  isReading(method) || (isOwnPage(from, own) && guard !== null && isSame(guard, forgeryGuardOf(secret)));
