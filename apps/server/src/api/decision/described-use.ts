import { z } from "@hono/zod-openapi";
import { follow, inquire, type World } from "@cleartitle/engine";
import { readUse, useSchema } from "@cleartitle/title";
import type { Api } from "../api.js";
import { stopAt } from "../change/record-changes.js";
import { etagOf } from "../moment.js";
import { mapping } from "../described.js";
import { worldOf } from "../state.js";
import { inWorkspace } from "../workspace/name.js";
import { decidedText } from "./answers.js";
import { Decision, Inquiry, stateOf } from "./ask.js";
import { askingFields, atField, decideOptions } from "./question.js";

/** A use as a title file writes it. Its schema is told here and checked where it is read, against what the records and the taxonomies have. */
const DescribedUse = mapping("DescribedUse", useSchema());

export const describedFields = {
  described: DescribedUse,
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/, { message: "a name has letters, digits, blanks, points and dashes, 100 at most" }).default("asked").openapi({ description: "What the use is called in the answer; none of the records has the name." }),
  ...askingFields, ...atField,
} as const;

interface Described {
  readonly name: string;
  readonly described: object;
}

/** The world with the use beside those that are recorded, compiled as the world itself is. */
export function worldWith(world: World, { name, described: value }: Described): World {
  const { graph, catalogue } = world;
  const { use, problems } = readUse(name, value, { graph, catalogue });
  stopAt(problems, "/described");
  const asked = { ...world, graph: { ...graph, uses: new Map(graph.uses).set(name, use!) } };
  follow(world, asked, []);
  return asked;
}

/** Questions of a use that is in no records: nothing of it is kept. */
export function describedRoutes(api: Api): void {
  const of = { method: "post", needs: "decisions:ask", feature: "decisions", params: inWorkspace, writes: false } as const;
  api.route(
    {
      ...of, path: "/workspaces/{workspace}/ask-described", summary: "Ask what a use would come to that is not recorded", description: "The use is described as in a title file, of assets that the records have. Nothing is recorded. `ETag` is the change set that was asked.",
      body: z.strictObject({ ...describedFields, proof: z.boolean().default(false).openapi({ description: "With every node of the proof." }) }).openapi("AskDescribedBody"), answer: Decision,
    },
    async (asked) => {
      const { at, proof, described: value, name, ...asking } = asked.body;
      const state = await stateOf(asked, at);
      const world = worldOf(state, asked.workspace);
      const text = decidedText(world, () => worldWith(world, { name, described: value }), { name, described: value }, { ...decideOptions(asking), ...(proof ? { fullProof: true } : {}) }, asked.backing.decide, name);
      return new Response(text, { headers: { "Content-Type": "application/json; charset=utf-8", ETag: etagOf(state.number) } });
    },
  );
  api.route(
    {
      ...of, path: "/workspaces/{workspace}/questions-described", summary: "What has to be answered before a use that is not recorded can be decided",
      body: z.strictObject({ ...describedFields, most: z.int().min(1).max(200).default(20).openapi({ description: "Questions that are told at most." }) }).openapi("QuestionsDescribedBody"), answer: Inquiry,
    },
    async (asked) => {
      const { at, most, described: value, name, ...asking } = asked.body;
      const state = await stateOf(asked, at);
      const world = worldWith(worldOf(state, asked.workspace), { name, described: value });
      return { body: inquire(world, name, asked.backing.decide, { ...decideOptions(asking), most }) as never, headers: { ETag: etagOf(state.number) } };
    },
  );
}
