import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import { inWorkspace } from "../workspace/name.js";
import { portfolioOf } from "./kept.js";
import { portfolioListRoutes } from "./list-routes.js";
import { ofDays } from "./of-days.js";
import { PortfolioAnswer } from "./schema.js";
import { overviewTold } from "./told.js";

/** All agreements of a workspace together. */
export function portfolioRoutes(api: Api): void {
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/portfolio", needs: "agreements:read", feature: "agreements", summary: "What all agreements and contracts together come to on a day", params: inWorkspace, query: z.strictObject(ofDays), answer: PortfolioAnswer,
      description: "Of agreements that are recorded, and of contracts that were read, as persons left them. What does not fit between them, how each stands, days, sums and caps are lists of their own. Not found is no word that there is nothing.",
    },
    async (asked) => {
      const { backing, query: { day = backing.now().slice(0, 10), until } } = asked;
      return { body: overviewTold(await portfolioOf(asked, day, until ?? day)) };
    },
  );
  portfolioListRoutes(api);
}
