import { z } from "@hono/zod-openapi";
import { check, digestOf, problem, sha256, type Problem } from "@cleartitle/norms";
import type { Context } from "hono";
import type { ApiEnv } from "./caller.js";
import { ApiStop, stopWith } from "./stop.js";

/** Of a JSON body; uploads say their own. */
const mostBytes = 4_000_000;
const mostDepth = 64;

const nowhere = { line: null, column: null } as unknown as { line: number; column: number };

/** Where a value stands, as clients can use it: a pointer into the body, or the part of the request and the name. */
function placed(each: Problem): Problem {
  const [, part = "", ...rest] = (each.pointer ?? "").split("/");
  const pointer = part === "body" ? rest.map((step) => `/${step}`).join("") : `#${part}${rest.map((step) => `/${step}`).join("")}`;
  return { ...each, pointer };
}

/** Bytes of a body, up to a number; beyond it nothing more is read. */
async function bytesOf(c: Context<ApiEnv>, most: number): Promise<Uint8Array> {
  const tooLarge = (): ApiStop => stopWith("too-large", `the body has more than ${most} bytes`, { hint: "send less at once" });
  const told = c.req.header("content-length");
  if (told !== undefined && Number(told) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // A body without a length may go on for ever.
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Nesting of a JSON text, counted before anything is built of it. */
function depthOf(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (inText) {
      if (sign === 92) at += 1;
      else if (sign === 34) inText = false;
    } else if (sign === 34) inText = true;
    else if (sign === 91 || sign === 123) deepest = Math.max(deepest, (depth += 1));
    else if (sign === 93 || sign === 125) depth -= 1;
  }
  return deepest;
}

/** `undefined`: there is none. */
function json(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw stopWith("json-syntax", "the body is not UTF-8 text", { pointer: "" });
  }
  if (depthOf(text) > mostDepth) throw stopWith("too-deep", `the body is nested deeper than ${mostDepth}`, { pointer: "" });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw stopWith("json-syntax", `the body is no JSON: ${(error as Error).message.slice(0, 200)}`, { pointer: "" });
  }
}

const essence = (type: string | undefined): string => (type ?? "").split(";")[0]!.trim().toLowerCase();

function checkMedia(c: Context<ApiEnv>, allowed: readonly string[]): void {
  if (allowed.includes("*/*")) return;
  const type = essence(c.req.header("content-type"));
  if (!allowed.includes(type)) throw stopWith("wrong-media-type", type === "" ? "the request does not say what its body is" : `\`${type.slice(0, 100)}\` is not read here`, { pointer: "#header/Content-Type", hint: `send ${allowed.join(", ")}` });
}

/** Each parameter of the address once: which of two was meant nobody knows. */
function queryOf(c: Context<ApiEnv>): Record<string, unknown> {
  const all = Object.entries(c.req.queries());
  const twice = all.filter(([, values]) => values.length > 1);
  if (twice.length > 0) throw new ApiStop(twice.slice(0, 20).map(([name, values]) => problem("duplicate-key", `the parameter \`${name.slice(0, 100)}\` stands in the address ${values.length} times`, { pointer: `#query/${name.slice(0, 100)}` })));
  return Object.fromEntries(all.map(([name, values]) => [name, values[0]]));
}

export interface RequestShape {
  readonly params?: z.ZodType | undefined;
  readonly query?: z.ZodType | undefined;
  readonly body?: z.ZodType | undefined;
  readonly raw?: { readonly mediaTypes: readonly string[]; readonly most: number } | undefined;
}

export interface RequestParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly bytes: Uint8Array;
  /** Digest of all that was asked: the same for a request that is repeated, and for no other. */
  readonly fingerprint: () => string;
}

const none = z.strictObject({});

/** What a route reads, in one schema: whatever is wrong in any part of a request is told at once. */
export function readerOf({ params = none, query = none, body, raw }: RequestShape): (c: Context<ApiEnv>) => Promise<RequestParts> {
  const whole = z.strictObject({ path: params, query, ...(body === undefined ? {} : { body }) });
  return async (c) => {
    if (body !== undefined) checkMedia(c, ["application/json"]);
    if (raw !== undefined) checkMedia(c, raw.mediaTypes);
    const bytes = body === undefined && raw === undefined ? new Uint8Array() : await bytesOf(c, raw?.most ?? mostBytes);
    const value = { path: c.req.param(), query: queryOf(c), ...(body === undefined ? {} : { body: json(bytes) }) };
    const { value: read, problems } = check(whole, { file: "request", value, locate: () => nowhere, locateKey: () => nowhere });
    if (read === null) throw new ApiStop(problems.map((each) => ({ ...placed(each), file: null })));
    const { path: parts, query: asked, body: given } = read;
    // The same bytes are another question as another kind of file.
    const media = raw === undefined ? null : essence(c.req.header("content-type"));
    return { params: parts, query: asked, body: given, bytes, fingerprint: () => digestOf([c.req.method, c.req.path, parts, asked, media, sha256(bytes)]) };
  };
}
