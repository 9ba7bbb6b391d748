import { CalendarDate } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import { dayField } from "../agreement/schema.js";

/** Of which days a portfolio is asked. */
export const ofDays = { ...dayField, until: z.optional(CalendarDate).openapi({ description: "Windows of notice that close by then are told; left out: the day itself." }) } as const;
