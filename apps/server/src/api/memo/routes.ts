import { z } from "@hono/zod-openapi";
import { type Decision, namesOf } from "@cleartitle/engine";
import { graphAsked } from "@cleartitle/ledger";
import { memoFormats, memoOf, writeMemo } from "@cleartitle/reports";
import type { Api } from "../api.js";
import { recordedAt } from "../decision/recorded.js";
import { askingFields, decideOptions, worldAsked } from "../decision/question.js";
import { decisionText, worldThen } from "../decision/replay.js";
import { etagOf, moment, stateAsked } from "../moment.js";
import { worldOf } from "../state.js";
import { inWorkspace } from "../workspace/name.js";

const feature = "memos";
const text = z.string();
const formats = Object.keys(memoFormats) as [keyof typeof memoFormats, ...(keyof typeof memoFormats)[]];
const format = z.enum(formats).default("markdown").openapi({ description: "Of the document." });
const media = Object.values(memoFormats).map((each) => each.mediaType);

/** A name of a file that every system takes. */
const fileName = (use: string, extension: string): string => `memo-${use.replaceAll(/[^A-Za-z0-9.-]+/g, "-").slice(0, 80)}.${extension}`;

async function memoAnswer(memo: Parameters<typeof writeMemo>[0], as: keyof typeof memoFormats, use: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  const { mediaType, extension } = memoFormats[as];
  return new Response(Buffer.from(await writeMemo(memo, as)), { headers: { ...headers, "Content-Type": mediaType, "Content-Disposition": `attachment; filename="${fileName(use, extension)}"` } });
}

/** A decision as the document that counsel hands on. */
export function memoRoutes(api: Api): void {
  api.route(
    {
      method: "get", needs: "decisions:read", feature, path: "/workspaces/{workspace}/decisions/{number}/memo", summary: "A recorded decision as a memo", description: "As Markdown, for a word processor or as PDF. Told from the recorded text; the same decision gives the same bytes.",
      params: inWorkspace.extend({ number: z.coerce.number().int().min(1).max(2_147_483_647) }), query: z.strictObject({ format }), media,
    },
    async ({ params: { number }, query, workspace, backing }) => {
      const kept = await backing.states.workspace(workspace);
      const recorded = await recordedAt(kept, number);
      const decision = JSON.parse(await decisionText(kept, recorded)) as Decision;
      const world = await worldThen(backing, kept, recorded);
      const graph = graphAsked(world.graph, recorded.question);
      const memo = memoOf(decision, { names: namesOf({ ...world, graph }), graph, recorded: { number, by: recorded.by, at: recorded.at } });
      return memoAnswer(memo, query.format, decision.use.name, { ETag: `"${recorded.decision}"` });
    },
  );
  api.route(
    {
      method: "get", needs: "decisions:ask", feature, path: "/workspaces/{workspace}/uses/{use}/memo", summary: "What a use comes to, as a memo", description: "Decided with its range, and not recorded.", params: inWorkspace.extend({ use: text.min(1).max(2000) }),
      query: z.strictObject({ at: moment.at, format, asOf: askingFields.asOf, profile: askingFields.profile }), media,
    },
    async (asked) => {
      const { params: { use }, query: { at, format: as, ...asking }, workspace, backing } = asked;
      const state = await stateAsked(asked, { at });
      const world = worldAsked(worldOf(state, workspace), { use }, "#path");
      const decision = backing.decide(world, use, decideOptions(asking));
      return memoAnswer(memoOf(decision, { names: namesOf(world), graph: world.graph }), as, use, { ETag: etagOf(state.number) });
    },
  );
}
