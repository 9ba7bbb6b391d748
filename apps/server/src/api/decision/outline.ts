import { outline, type Outline as OutlineRecord, type OutlineOptions, thingsUpstream, type World } from "@cleartitle/engine";
import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import { turns } from "../drafting/turn.js";
import { etagOf } from "../moment.js";
import type { Asked } from "../route.js";
import { worldOf } from "../state.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { answerText } from "./answers.js";
import { Decision, stateOf } from "./ask.js";
import { describedFields, worldWith } from "./described-use.js";
import { atField, decideOptions, questionFields, recordedQuestion, worldAsked } from "./question.js";

/** Things upstream of which this process makes an outline: it is kept busy until one is made. */
const mostThings = 100_000;
/** As far as earlier acts are judged for a whole answer. */
const mostClaims = 100_000;

/** Others are answered between two of them. */
const inOutline = turns("outlines wait to be made");

const count = z.int().positive();
const Outline = z
  .strictObject({
    $schema: z.literal("urn:cleartitle:schema:outline:1"), version: z.literal(1), things: count.openapi({ description: "How many things what is asked about came from, itself included." }),
    kinds: z.array(z.strictObject({ asset: z.string(), things: count })).openapi({ description: "The nearest thing of each kind, and how many there are of it, itself included; nearest first." }),
    decision: Decision,
  })
  .openapi("Outline");

const claims = z.int().min(0).max(mostClaims).default(0).openapi({ description: "Claims that earlier acts are judged against at most. 0: they are counted and not judged, so that the answer is cut, and never better than `unresolved`, where there are some." });

const says = "The same answer in every place as `ask` gives with as many claims, by judging one thing of each kind upstream: what is said of it is so of all of its kind; obligations and findings are told of it alone. It has no range and no proof. For what came from thousands of things. Nothing is recorded. `ETag` is the change set that was asked.";

/** What an outline is made of, and what it turns on. */
interface Outlined {
  readonly world: World;
  readonly asked: () => World;
  readonly question: unknown;
  readonly use: string;
  readonly options: OutlineOptions;
}

/** An outline, where it keeps this process busy for no longer than it has time. */
export function outlineWithin(most: number, world: World, use: string, options: OutlineOptions): OutlineRecord {
  const things = thingsUpstream(world, use);
  if (things > most) throw stopWith("too-many", `${things} things are upstream, and an outline is made here of ${most} at most`, { hint: "ask by the command line: `cleartitle ask --outline`" });
  return outline(world, use, options);
}

async function answered({ c, backing }: Pick<Asked<never, never, never>, "c" | "backing">, changeSet: number, outlined: Outlined): Promise<Response> {
  const text = await inOutline(async () => {
    if (backing.isEnding() || c.req.raw.signal.aborted) throw stopWith("unavailable", "nobody waits for it any more, or this server is about to end", { hint: "ask again" });
    return answerText(outlined.world, ["outline", outlined.question, outlined.options], () => outlineWithin(mostThings, outlined.asked(), outlined.use, outlined.options));
  });
  return new Response(text, { headers: { "Content-Type": "application/json; charset=utf-8", ETag: etagOf(changeSet) } });
}

/** An answer over very much that is upstream, told of one thing of each kind. */
export function outlineRoutes(api: Api): void {
  const of = { method: "post", needs: "decisions:ask", feature: "decisions", params: inWorkspace, writes: false, description: says, answer: Outline } as const;
  api.route({ ...of, path: "/workspaces/{workspace}/outline", summary: "Ask what a use comes to, told of one thing of each kind", body: z.strictObject({ ...questionFields, ...atField, claims }).openapi("OutlineBody") }, async (asked) => {
    const { at, claims: claimBudget, ...question } = asked.body;
    const state = await stateOf(asked, at);
    const world = worldOf(state, asked.workspace);
    return answered(asked, state.number, { world, asked: () => worldAsked(world, question), question: recordedQuestion(question), use: question.use, options: { ...decideOptions(question), claimBudget, withoutProof: true } });
  });
  api.route({ ...of, path: "/workspaces/{workspace}/outline-described", summary: "The same of a use that is not recorded", body: z.strictObject({ ...describedFields, claims }).openapi("OutlineDescribedBody") }, async (asked) => {
    const { at, claims: claimBudget, described, name, ...asking } = asked.body;
    const state = await stateOf(asked, at);
    const world = worldOf(state, asked.workspace);
    return answered(asked, state.number, { world, asked: () => worldWith(world, { name, described }), question: { name, described }, use: name, options: { ...decideOptions(asking), claimBudget, withoutProof: true } });
  });
}
