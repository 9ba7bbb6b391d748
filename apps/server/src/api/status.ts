import { z } from "@hono/zod-openapi";
import type { Status as StatusName } from "@cleartitle/norms";

/** What a decision comes to, from best to worst. */
export const Status = z.enum(["cleared", "conditional", "unresolved", "blocked"]) satisfies z.ZodType<StatusName>;
