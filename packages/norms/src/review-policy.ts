import { z } from "zod";
import { addDuration, isDuration } from "./calendar.js";
import { InstrumentKind, type Instrument } from "./instrument.js";
import { spdxId } from "./expression.js";
import { IsoDate, Source, Verified } from "./standing.js";

/** How long the record of a license, of terms or of a policy is relied on before somebody has to look at its text again. */
export const ReviewPolicy = z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    source: z.array(Source).min(1),
    verified: Verified,
    reviewed: IsoDate,
    /** Of the rules that fit a record the shortest counts. */
    rules: z.array(
      z.strictObject({
        id: z.string().min(1),
        /** All of these hold of the record; without any, the rule fits every one. */
        when: z
          .strictObject({
            kind: z.array(InstrumentKind).min(1).optional(),
            verified: z.array(Verified).min(1).optional(),
            /** Whether the text is on the SPDX list, and so never changes under its id. */
            listed: z.boolean().optional(),
            /** Whether the licensor may change the text, or takes in a document as it stands on the day of the act. */
            moves: z.boolean().optional(),
          })
          .optional(),
        within: z.string().refine(isDuration, { message: "a duration is written like P3M" }),
        why: z.string().min(1),
      }),
    ).min(1),
  })
  .refine((policy) => policy.rules.some((rule) => rule.when === undefined), { message: "one rule fits every record: it has no `when`", path: ["rules"] });
export type ReviewPolicy = z.infer<typeof ReviewPolicy>;

const moves = (text: Instrument): boolean => text.termsVersion === "as-changed" || text.norms.some((norm) => norm.kind === "incorporate" && norm.incorporate.mode === "dynamic");

function fits({ when }: ReviewPolicy["rules"][number], text: Instrument): boolean {
  if (when === undefined) return true;
  if (when.kind?.includes(text.kind) === false || when.verified?.includes(text.verified) === false) return false;
  return (when.listed ?? isListed(text)) === isListed(text) && (when.moves ?? moves(text)) === moves(text);
}

const isListed = ({ id }: Instrument): boolean => spdxId(id) !== null;

/** The day by which a record is to be reviewed: its own, else the first that a policy sets; null: none does. */
export function reviewDue(text: Instrument, policies: Iterable<ReviewPolicy>): string | null {
  if (text.reviewBy !== undefined) return text.reviewBy;
  const days = [...policies].flatMap(({ rules }) => rules.filter((rule) => fits(rule, text)).map((rule) => addDuration(text.reviewed, rule.within) ?? text.reviewed));
  return days.toSorted()[0] ?? null;
}
