import { z } from "zod";
import { CalendarDate } from "./calendar.js";

/** How a record of law or of a license was checked. Only `primary` and `secondary` can grant. */
export const Verified = z.enum(["primary", "secondary", "partial", "memory", "unverified"]);
export type Verified = z.infer<typeof Verified>;

export const canGrant = (verified: Verified): boolean => verified === "primary" || verified === "secondary";

/** A day that there is. */
export const IsoDate = CalendarDate;

/** Where an assertion comes from. */
export const Source = z.strictObject({
  what: z.string().min(1),
  where: z.string().min(1),
  section: z.string().optional(),
  retrieved: IsoDate.optional(),
});
export type Source = z.infer<typeof Source>;
