import type { IncomingHttpHeaders } from "node:http";

/** The time as far as a connection needs it; tests have one that passes at once. */
export interface Clock {
  now(): number;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const clock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) => new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  }),
};

/** How often one thing is asked for at most. */
export const maxTries = 6;
/** A server that asks for more patience than this is asked again by the user. */
export const maxWait = 900_000;

export const mayAskAgain = (status: number): boolean => [408, 425, 429, 500, 502, 503, 504].includes(status);

/** How long the server asks to wait: `Retry-After` in seconds or as a date, or the seconds until a limit is lifted. `null`: it does not say. */
export function waitTold(headers: IncomingHttpHeaders, now: number): number | null {
  const after = headers["retry-after"]?.trim();
  if (after !== undefined && /^\d{1,9}$/.test(after)) return Number(after) * 1_000;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  if (Number.isFinite(date)) return Math.max(0, date - now);
  return limitOf(headers)?.lifted ?? null;
}

/** What a server says in `RateLimit`: how many requests are left, and when there are all again. */
function limitOf(headers: IncomingHttpHeaders): { readonly left: number; readonly lifted: number } | null {
  const told = [headers["ratelimit"]].flat().join(",");
  const [, left] = /(?:^|[;,\s])r=(\d{1,9})(?:[;,\s]|$)/.exec(told) ?? [];
  const [, seconds] = /(?:^|[;,\s])t=(\d{1,9})(?:[;,\s]|$)/.exec(told) ?? [];
  return left === undefined || seconds === undefined ? null : { left: Number(left), lifted: Number(seconds) * 1_000 };
}

/** How long to wait before the next request, where the limit is used up by the one that was answered. */
export function pauseAfter(headers: IncomingHttpHeaders): number {
  const limit = limitOf(headers);
  return limit !== null && limit.left === 0 ? limit.lifted : 0;
}

/** Twice as long each time, from a second to a minute. */
export const backoff = (tries: number): number => Math.min(60_000, 1_000 * 2 ** (tries - 1));
