import type { Guard } from "./destination.js";
import { exchange, type Fault, type Reply, type Resolve } from "./exchange.js";

/** What is asked of an address that a user named. With a body it is sent, else fetched. */
export interface Fetching {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Default: a megabyte. */
  readonly maxBytes?: number;
  /** In all, in milliseconds. Default: 10 s. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /** Only the status counts: a long, packed or broken body is no fault, and none is given back. */
  readonly statusOnly?: boolean;
}

export interface Fetched extends Reply {
  /** Where the answer is from, after redirects. */
  readonly url: string;
}

const maxRedirects = 3;

/**
 * Asks an address that a user named. Every address on the way is judged by `guard`, redirects too. A redirect is followed for what is fetched only, and what was sent with the first address stays
 * with its origin. Expected failures are values.
 */
export async function guardedFetch(guard: Guard, fetching: Fetching, resolve?: Resolve): Promise<Fetched | Fault> {
  const { body = null, maxBytes = 1_048_576, timeout = 10_000, signal = new AbortController().signal, statusOnly = false } = fetching;
  let url = urlIn(fetching.url);
  let headers = fetching.headers ?? {};
  const until = AbortSignal.timeout(timeout);
  const ends = AbortSignal.any([signal, until]);
  for (let turn = 0; turn <= maxRedirects; turn++) {
    const wrong = wrongIn(url);
    if (url === null || wrong !== null) return { fault: "refused", detail: wrong ?? "it is no address" };
    const reply = await exchange({ url, headers, body, maxBytes, timeout, statusOnly }, guard, ends, resolve);
    if ("fault" in reply) return reply.fault === "stopped" && until.aborted ? { fault: "lost", detail: "no answer in time" } : reply;
    const to = reply.headers.location;
    if (to === undefined || reply.status < 300 || reply.status > 399) return { ...reply, url: url.href };
    if (body !== null) return { fault: "refused", detail: "it sends on, and what is sent is not sent on" };
    const next = urlIn(to, url);
    if (next !== null && next.origin !== url.origin) headers = {};
    url = next;
  }
  return { fault: "refused", detail: "it sends on and on" };
}

function urlIn(text: string, from?: URL): URL | null {
  try {
    return new URL(text, from);
  } catch {
    // The language's only way of saying that an address is none.
    return null;
  }
}

function wrongIn(url: URL | null): string | null {
  if (url === null) return "it is no address";
  if (url.protocol !== "https:" && url.protocol !== "http:") return `\`${url.protocol}\` is not spoken`;
  return url.username === "" && url.password === "" ? null : "it holds a name or a password";
}
