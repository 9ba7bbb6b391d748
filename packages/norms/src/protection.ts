import { z } from "zod";
import { Layer } from "./layer.js";
import { IsoDate, Source, Verified } from "./standing.js";

/** Whether a kind of protection applies: by itself, in part, doubtful, not, or as a duty to protect others. */
export const Applies = z.enum(["yes", "partly", "if", "doubtful", "no", "duty"]);

/** Means of protection of a kind of asset, and the layers that are asked because of it. */
export const Protection = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  /** Kinds of asset that are meant. */
  kinds: z.array(z.string().min(1)).min(1),
  source: z.array(Source).min(1),
  verified: Verified,
  reviewed: IsoDate,
  reviewBy: IsoDate.optional(),
  means: z.array(
    z.strictObject({
      /** As it is called in practice: copyright, compilation, database right, secrecy, patent, mark, contract, technical measures. */
      by: z.string().min(1),
      layer: Layer,
      applies: Applies,
      where: z.string().min(1),
      says: z.string().min(1),
      facts: z.array(z.string().min(1)).optional(),
      /** How the layer comes into question: always, by a rule of law, when somebody speaks of it, by a text that binds; or why it does not. */
      asked: z.enum(["always", "by-law", "when-asserted", "by-instrument", "not"]),
      why: z.string().optional(),
      rules: z.array(z.string().min(1)).optional(),
    }),
  ).min(1),
});
export type Protection = z.infer<typeof Protection>;
