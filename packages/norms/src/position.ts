import { z } from "zod";
import { IsoDate, Source, Verified } from "./standing.js";

/** A contested question with ordered options, most cautious first. Each rule that uses it maps every option to its effect there. */
export const Position = z
  .strictObject({
    id: z.string().min(1),
    question: z.string().min(1),
    options: z.array(z.strictObject({ id: z.string().min(1), says: z.string().min(1) })).min(2),
    /** The value on the profile `cautious`. `strict` takes the first option, `permissive` the last. */
    cautious: z.string(),
    review: z.string().optional(),
    source: z.array(Source).min(1),
    verified: Verified,
    reviewed: IsoDate,
    reviewBy: IsoDate.optional(),
  })
  .refine((p) => p.options.some((o) => o.id === p.cautious), { message: "`cautious` is one of the options", path: ["cautious"] });
export type Position = z.infer<typeof Position>;

export const Profile = z.enum(["cautious", "strict", "permissive"]);
export type Profile = z.infer<typeof Profile>;

export function profileValue(position: Position, profile: Profile): string {
  if (profile === "cautious") return position.cautious;
  const option = profile === "strict" ? position.options[0] : position.options.at(-1);
  return option!.id;
}
