import { z } from "@hono/zod-openapi";
import { exportGraph, formats, sayLosses } from "@cleartitle/reports";
import { writeTitleFile } from "@cleartitle/title";
import type { Api } from "../api.js";
import { worldAsked } from "../decision/question.js";
import { etagOf, moment, stateAsked } from "../moment.js";
import { worldOf } from "../state.js";
import { ApiStop, stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";

const names = ["title", ...formats.map((each) => each.id)] as [string, ...string[]];

const mediaOf = (format: string): string => (format === "title" ? "application/yaml" : format === "card" ? "text/markdown" : "application/json");

/** Text of a header: what a document does not say may be told in any letters. */
const headerText = (words: readonly string[]): string => encodeURIComponent(words.join("; ")).slice(0, 4_000);

/** The records as a document: of ours, or of others. */
export function exportRoutes(api: Api): void {
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/exports/{format}", needs: "records:read", feature: "exports", summary: "The records as a document", media: ["application/yaml", "application/json", "text/markdown"],
      description: "`title` is the title file itself. What a reader of another format is not told stands in the header `Cleartitle-Losses`, percent-encoded.",
      params: inWorkspace.extend({ format: z.enum(names) }),
      query: z.strictObject({ ...moment, of: z.string().min(1).max(2000).optional().openapi({ description: "The chain of title of this asset alone." }), use: z.string().min(1).max(2000).optional().openapi({ description: "A use whose answer goes along." }), whole: z.enum(["true", "false"]).optional().openapi({ description: "Carry the title file too: for documents that stay in the house." }) }),
    },
    async (asked) => {
      const { params: { format }, query: { of, use, whole }, workspace, backing } = asked;
      const state = await stateAsked(asked, asked.query);
      const world = worldOf(state, workspace);
      const headers = { "Content-Type": `${mediaOf(format)}; charset=utf-8`, ETag: etagOf(state.number) };
      if (format === "title") return new Response(writeTitleFile(world.graph), { headers });
      if (use !== undefined && of !== undefined && world.graph.uses.get(use)?.of !== of) throw stopWith("usage", "the use is not of that asset", { pointer: "#query/use", hint: "name a use of the same asset, or leave out `of`" });
      const decisions = use === undefined ? [] : [backing.decide(worldAsked(world, { use }), use, { withoutRange: true, withoutProof: true })];
      const written = exportGraph(world.graph, formats.find((each) => each.id === format)!, { ...(of === undefined ? {} : { of }), whole: whole === "true", decisions });
      if (written.text === null) throw new ApiStop(written.problems);
      const told = sayLosses(written.losses);
      return new Response(written.text, { headers: { ...headers, ...(told.length === 0 ? {} : { "Cleartitle-Losses": headerText(told) }) } });
    },
  );
}
