import { z } from "zod";

/** What must be cleared separately. Order is the canonical order of reasons. */
export const layers = [
  "copyright", "moral", "related", "personal-data", "contract", "secret", "patent", "personality", "mark", "access", "regulation",
] as const;
export const Layer = z.enum(layers);
export type Layer = z.infer<typeof Layer>;

/** What of an asset a right or permit speaks of. */
export const Scope = z.enum(["content", "database", "metadata", "code", "weights", "output"]);
export type Scope = z.infer<typeof Scope>;
