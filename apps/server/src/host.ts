import type { MiddlewareHandler } from "hono";

/** What every answer says to browsers, whatever it is: it is what it says it is, stands in no frame, and tells nobody where one came from. */
export const guardedAnswer: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

const headers: Readonly<Record<string, string>> = {
  ...guardedAnswer,
  "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
};

/** A page of another site that points its own name at this machine sends that name: only names of this machine are answered. */
const isLoopback = (host: string | undefined): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? "");

/** Puts the headers of a guarded answer on all answers, and answers to no other name than those of this machine. */
export const guardingHost: MiddlewareHandler = async (c, next) => {
  if (!isLoopback(c.req.header("host"))) c.res = c.text("this server answers only to names of its own machine\n", 421);
  else await next();
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
};
