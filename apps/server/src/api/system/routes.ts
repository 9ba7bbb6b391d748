import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";

/** Whether the process runs, and whether it can answer. No permission: who asks is told nothing else. */
export function systemRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/health", needs: "anyone", feature: "system", summary: "The process runs", answer: z.strictObject({ status: z.literal("up") }) },
    () => ({ body: { status: "up" as const } }),
  );
  api.route(
    { method: "get", path: "/ready", needs: "anyone", feature: "system", summary: "The process can answer: its database does", answer: z.strictObject({ status: z.literal("ready"), catalogue: z.string() }) },
    async ({ backing }) => {
      await backing.store.ready();
      return { body: { status: "ready" as const, catalogue: backing.catalogue.digests.catalogue } };
    },
  );
}
