import { z } from "zod";
import { IsoDate, Source, Verified } from "./standing.js";

export const RiskLevel = z.enum(["low", "medium", "high", "critical"]);
export type RiskLevel = z.infer<typeof RiskLevel>;

/** How risky a type of source is by place, with the reasons. A report, never a basis: no decision reads it. */
export const RiskMatrix = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  /** What the levels are meant for. */
  assumes: z.string().min(1),
  source: z.array(Source).min(1),
  verified: Verified,
  reviewed: IsoDate,
  reviewBy: IsoDate.optional(),
  /** Reason code → what it says, and the rules of law behind it. */
  reasons: z.record(z.string(), z.strictObject({ says: z.string().min(1), rules: z.array(z.string().min(1)).min(1).optional() })),
  /** What moves a level, in words. */
  modifiers: z.array(z.string().min(1)),
  types: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        title: z.string().min(1),
        /** Place or group → level and reason codes. */
        cells: z.record(z.string(), z.strictObject({ level: RiskLevel, reasons: z.array(z.string().min(1)).min(1) })),
      }),
    )
    .min(1),
});
export type RiskMatrix = z.infer<typeof RiskMatrix>;
