import { z } from "@hono/zod-openapi";
import { decisionSchema } from "@cleartitle/engine";
import { graphAsked } from "@cleartitle/ledger";
import type { RecordedDecision, Workspace } from "@cleartitle/store";
import type { Api } from "../api.js";
import { listName, numberedPage, pageOf, paging, readCursor } from "../cursor.js";
import { told } from "../described.js";
import { etagOf } from "../moment.js";
import { worldOf } from "../state.js";
import { ApiStop, stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { Basis } from "./basis.js";
import { Decision, stateOf } from "./ask.js";
import { atField, decideOptions, questionFields, recordedQuestion, worldAsked } from "./question.js";
import { decisionText, proofOf, replayed } from "./replay.js";

const text = z.string();
const maybe = text.nullable();
const Proof = told<object>("Proof", { ...(decisionSchema["properties"] as Readonly<Record<string, object>>)["proof"], description: "`proof` of a decision, with `dag`." });

const Recorded = z
  .strictObject({
    number: z.int(), changeSet: z.int().openapi({ description: "The records that were decided on." }), use: text, status: z.enum(["cleared", "conditional", "unresolved", "blocked"]), basis: Basis,
    question: z.strictObject({ use: text, in: z.array(text).nullable(), asOf: maybe, knownAt: maybe, profile: maybe }), decision: text.openapi({ description: "Digest of its canonical text." }), at: text, by: text,
  })
  .openapi("RecordedDecision");

const numbered = inWorkspace.extend({ number: z.coerce.number().int().min(1).max(2_147_483_647) });

/** A recorded decision by its number, or the problem that there is none. */
export async function recordedAt(workspace: Workspace, number: number): Promise<RecordedDecision> {
  const [recorded] = await workspace.decisions(number - 1, 1);
  if (recorded === undefined || recorded.number !== number) throw stopWith("not-found", `there is no recorded decision ${number}`, { pointer: "#path/number" });
  return recorded;
}

function recording(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/decisions", needs: "decisions:record", feature: "decisions", summary: "Decide a use, and record the decision", status: 201,
      params: inWorkspace, body: z.strictObject({ ...questionFields, ...atField, why: text.max(20_000).optional() }), answer: Recorded,
    },
    async (asked) => {
      const { body: { at, why, ...question }, workspace, caller, backing, requestName } = asked;
      const state = await stateOf(asked, at);
      const world = worldOf(state, workspace);
      const said = recordedQuestion(question);
      const decision = backing.decide(worldAsked(world, question), question.use, decideOptions(question));
      const kept = await backing.states.workspace(workspace);
      const number = await kept.recordDecision(
        { decision, catalogue: world.catalogue, question: said, asked: (graph) => graphAsked(backing.states.told(graph), said), changeSet: state.number },
        { by: caller.actor, at: backing.now(), ...(why === undefined ? {} : { why }), ...(requestName === undefined ? {} : { request: requestName }) },
      );
      const recorded = await recordedAt(kept, number);
      return { body: recorded as never, headers: { ETag: etagOf(recorded.changeSet), Location: `/api/v1/workspaces/${workspace}/decisions/${number}` } };
    },
  );
  api.route(
    { method: "get", path: "/workspaces/{workspace}/decisions", needs: "decisions:read", feature: "decisions", summary: "List recorded decisions", params: inWorkspace, query: z.strictObject(paging), answer: pageOf(Recorded) },
    async ({ query: { limit, cursor }, workspace, backing }) => {
      const name = listName(`${workspace}/decisions`, {});
      const after = Number(readCursor(cursor, name)?.after ?? 0);
      return { body: numberedPage(await (await backing.states.workspace(workspace)).decisions(after, limit + 1), limit, name, (each) => each.number) as never };
    },
  );
}

function reading(api: Api): void {
  const of = { needs: "decisions:read", feature: "decisions", params: numbered } as const;
  api.route({ ...of, method: "get", path: "/workspaces/{workspace}/decisions/{number}", summary: "A recorded decision in brief", answer: Recorded }, async ({ params, workspace, backing }) => ({ body: (await recordedAt(await backing.states.workspace(workspace), params.number)) as never }));
  api.route({ ...of, exact: true, method: "get", path: "/workspaces/{workspace}/decisions/{number}/decision", summary: "The decision as it was recorded, to the byte", answer: Decision }, async ({ params, workspace, backing }) => {
    const kept = await backing.states.workspace(workspace);
    return new Response(await decisionText(kept, await recordedAt(kept, params.number)), { headers: { "Content-Type": "application/json; charset=utf-8" } });
  });
  api.route(
    {
      ...of, method: "get", path: "/workspaces/{workspace}/decisions/{number}/proof", summary: "The proof of a recorded decision, with every node", description: "Decided again of the records that it was made of; refused where that gives other bytes.",
      answer: Proof,
    },
    async ({ params, workspace, backing }) => {
      const kept = await backing.states.workspace(workspace);
      const recorded = await recordedAt(kept, params.number);
      const { problem } = await replayed(backing, kept, recorded);
      if (problem !== null) throw new ApiStop([problem]);
      return { body: (await proofOf(backing, kept, recorded)) as object };
    },
  );
  api.route(
    { ...of, method: "post", writes: false, path: "/workspaces/{workspace}/decisions/{number}/replay", summary: "Decide a recorded decision again, and compare the bytes", description: "By the catalogue that it was made by: the one that decides now, or the one that was kept with it. The engine is the one that decides now; where another one recorded it, `engine` names both, and the bytes are compared but for its version.",
      answer: z.strictObject({ number: z.int(), same: z.literal(true), decision: text, by: z.enum(["here", "kept"]).openapi({ description: "The catalogue that decided again: the one that decides now, or an earlier one that was kept." }), engine: z.strictObject({ recorded: text, here: text }).openapi({ description: "Version of the engine that it was recorded by, and of the one that decided again." }), today: maybe.openapi({ description: "What the catalogue that decides now makes of a decision of an earlier one, in words." }) }) },
    async ({ params, workspace, backing }) => {
      const kept = await backing.states.workspace(workspace);
      const recorded = await recordedAt(kept, params.number);
      const { problem, engine, by, today } = await replayed(backing, kept, recorded);
      if (problem !== null) throw new ApiStop([problem]);
      return { body: { number: recorded.number, same: true as const, decision: recorded.decision, engine, by, today } };
    },
  );
}

/** Decisions that somebody recorded, and whether they still come out the same. */
export function recordedRoutes(api: Api): void {
  recording(api);
  reading(api);
}
