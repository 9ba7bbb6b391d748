import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { ApiEnv } from "./caller.js";

/** Tags of `If-None-Match`, compared as RFC 9110 has it for reads: `W/` says nothing. */
const tagsIn = (header: string): readonly string[] => header.split(",").slice(0, 100).map((tag) => tag.trim().replace(/^W\//, ""));

/**
 * An answer that is told by its bytes: with a tag of them, where it has none, and without them (304) for whoever has them already. Only for what nobody may alter by `If-Match`: there the tag is the state that was read, and another
 * answer of the same state, of another day or by another catalogue, has the same.
 */
export async function unlessHad(c: Context<ApiEnv>, answered: Response): Promise<Response> {
  if (answered.status !== 200) return answered;
  const bytes = new Uint8Array(await answered.arrayBuffer());
  const headers = new Headers(answered.headers);
  const tag = headers.get("ETag") ?? `"sha256:${createHash("sha256").update(bytes).digest("hex")}"`;
  headers.set("ETag", tag);
  const had = c.req.header("if-none-match");
  if (had === undefined || (had.trim() !== "*" && !tagsIn(had).includes(tag))) return new Response(bytes, { headers });
  for (const name of ["Content-Type", "Content-Disposition", "Content-Length"]) headers.delete(name);
  return new Response(null, { status: 304, headers });
}
