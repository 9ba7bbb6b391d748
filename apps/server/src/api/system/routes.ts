import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import { stopWith } from "../stop.js";

/** Whether the process runs, and whether it can answer. No permission: who asks is told nothing else. */
export function systemRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/health", needs: "anyone", feature: "system", summary: "The process runs", answer: z.strictObject({ status: z.literal("up") }) },
    () => ({ body: { status: "up" as const } }),
  );
  api.route(
    { method: "get", path: "/ready", needs: "anyone", feature: "system", summary: "The process can answer: its database does", answer: z.strictObject({ status: z.literal("ready"), catalogue: z.string() }) },
    async ({ backing }) => {
      if (backing.isEnding()) throw stopWith("unavailable", "the process is about to end", { hint: "ask another one" });
      await backing.store.ready();
      return { body: { status: "ready" as const, catalogue: backing.catalogue.digests.catalogue } };
    },
  );
  api.route(
    { method: "get", path: "/metrics", needs: "signed-in", feature: "system", summary: "What the process has done so far, in the text format of Prometheus", media: ["text/plain"] },
    ({ backing }) => new Response(backing.metrics.text(), { headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" } }),
  );
}
