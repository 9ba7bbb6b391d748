import type { Context } from "hono";
import { generateCookie, getCookie } from "hono/cookie";
import type { ApiEnv } from "../caller.js";

type Named = "session" | "sign-in";

const isSecure = (origin: string): boolean => origin.startsWith("https:");

/** With encryption a name that a browser takes for this host alone, and of no page that was sent without. Unencrypted (loopback) browsers would not take such a name. */
const nameOf = (name: Named, origin: string): string => (isSecure(origin) ? `__Host-cleartitle-${name}` : `cleartitle-${name}`);

export const cookieOf = (c: Context<ApiEnv>, name: Named, origin: string): string | null => getCookie(c, nameOf(name, origin)) ?? null;

/**
 * The header that gives a browser a cookie; an empty value takes it back. No script reads it. `Lax`, since a provider sends people back from its own pages; what changes something needs the guard besides.
 * `seconds` null: until the browser is closed.
 */
export const cookieHeader = (name: Named, value: string, origin: string, seconds: number | null = null): string =>
  generateCookie(nameOf(name, origin), value, { path: "/", httpOnly: true, secure: isSecure(origin), sameSite: "Lax", ...(value === "" ? { maxAge: 0 } : seconds === null ? {} : { maxAge: seconds }) });
