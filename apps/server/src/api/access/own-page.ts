import { isOwnPage } from "@cleartitle/access";
import type { Context } from "hono";
import type { ApiEnv } from "../caller.js";
import { stopWith } from "../stop.js";

/** Where a browser says that a request comes from. */
export const askedFrom = (c: Context<ApiEnv>): { readonly site: string | null; readonly origin: string | null } => ({ site: c.req.header("sec-fetch-site") ?? null, origin: c.req.header("origin") ?? null });

/** Stops what a page of another origin asks. */
export function stopAtPages(c: Context<ApiEnv>, own: string): void {
  if (!isOwnPage(askedFrom(c), own)) throw stopWith("forbidden", "the request was not made by a page of this server", { pointer: "#header/Origin" });
}
