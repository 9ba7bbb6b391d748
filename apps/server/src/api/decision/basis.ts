import { z } from "@hono/zod-openapi";

const text = z.string();

/** What an answer was computed from, and as of when. */
export const Basis = z.strictObject({ catalogue: text, taxonomies: text, groups: text, graph: text, positions: text, engine: text, asOf: text, knownAt: text }).openapi("Basis");
