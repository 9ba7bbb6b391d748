import type { z } from "@hono/zod-openapi";
import type { Permission } from "@cleartitle/access";
import type { Context } from "hono";
import type { Backing } from "./backing.js";
import type { ApiEnv, Caller } from "./caller.js";

/** What a route asks of the caller: a permission, to be somebody, or nothing. Closed, and told in the OpenAPI document as `x-permission`. */
export type Needs = Permission | "signed-in" | "anyone";

type Shape = z.ZodObject;
type Out<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A body that is no JSON: its bytes as they come, up to a number of them. */
interface RawBody {
  readonly mediaTypes: readonly string[];
  readonly most: number;
  readonly says: string;
}

export interface RouteDefinition<P extends Shape | undefined, Q extends Shape | undefined, B extends z.ZodType | undefined, A extends z.ZodType | undefined> {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** Below `/api/v1`, with parameters in braces. */
  readonly path: `/${string}`;
  readonly needs: Needs;
  readonly feature: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: P;
  readonly query?: Q;
  /** JSON; validated, and told with all that is wrong at once. */
  readonly body?: B;
  readonly raw?: RawBody;
  /** Of the answer where all goes well; left out: the handler makes a response of its own. */
  readonly answer?: A;
  /** Of responses that the handler makes of its own, also beside the answer. */
  readonly media?: readonly string[];
  readonly status?: 200 | 201 | 202 | 204;
  /** Its answer is told by its bytes alone: it has a tag of them, and whoever has them already (`If-None-Match`) is answered 304. Only for reads. */
  readonly exact?: true;
  /** It may be named by `Idempotency-Key`, and is carried out once under one name. Default: whatever is not GET. */
  readonly writes?: boolean;
}

/** One request as a handler gets it. */
export interface Asked<P, Q, B> {
  readonly params: Out<P>;
  readonly query: Out<Q>;
  readonly body: Out<B>;
  /** Of a raw body. */
  readonly bytes: Uint8Array;
  readonly caller: Caller;
  /** The workspace of the path. Only for routes that have one. */
  readonly workspace: string;
  readonly backing: Backing;
  readonly c: Context<ApiEnv>;
  /** Names this write for the store, which carries out once what it is asked twice; null: the caller gave no name. */
  readonly requestName: string | undefined;
}

/** What is written is only read. */
type Given<T> = T extends readonly (infer U)[] ? readonly Given<U>[] : T extends object ? { readonly [K in keyof T]: Given<T[K]> } : T;

/** What a handler gives: the body, with headers or another status where there is something to say. */
export interface Answered<A> {
  readonly body: A extends z.ZodType ? Given<z.input<A>> : null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

export type Handle<P, Q, B, A> = (asked: Asked<P, Q, B>) => Promise<Answered<A> | Response> | Answered<A> | Response;
