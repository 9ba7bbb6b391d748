import { CalendarDate } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import { dayField } from "../agreement/schema.js";
import type { Api } from "../api.js";
import { paging } from "../cursor.js";
import { inWorkspace } from "../workspace/name.js";
import { PortfolioAnswer } from "./schema.js";
import { portfolioTold } from "./together.js";

/** All agreements of a workspace together. */
export function portfolioRoutes(api: Api): void {
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/portfolio", needs: "agreements:read", feature: "agreements", summary: "All agreements and contracts together: what counts on a day, what does not fit between them, what is due", params: inWorkspace, answer: PortfolioAnswer,
      description: "Of agreements that are recorded, and of contracts that were read, as persons left them. What a license out gives beyond the licenses in is asked of the engine, of three agreements at most; the others are named. Not found is no word that there is nothing.",
      query: z.strictObject({ ...dayField, until: z.optional(CalendarDate).openapi({ description: "Windows of notice that close by then are told; left out: the day itself." }), agreement: z.optional(z.string().max(4_000)).openapi({ description: "Findings that it is named in alone: of more findings than one answer tells, these are all of it." }), limit: paging.limit }),
    },
    async (asked) => {
      const { backing, query: { day = backing.now().slice(0, 10), until, agreement, limit } } = asked;
      return { body: await portfolioTold(asked, { day, soon: until ?? day, agreement, limit }) };
    },
  );
}
