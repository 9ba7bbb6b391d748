import { setImmediate } from "node:timers/promises";
import { z } from "@hono/zod-openapi";
import { decisionSchema, type Decision as DecisionRecord, inquire, inquiring, questionsSchema, readAnswers, type Inquiry as InquiryRecord } from "@cleartitle/engine";
import { parsePeriod } from "@cleartitle/norms";
import { changesOfAnswers } from "@cleartitle/title";
import type { Api } from "../api.js";
import { recordChanges, stopAt } from "../change/record-changes.js";
import { described } from "../described.js";
import { inSteps } from "../in-steps.js";
import { etagOf } from "../moment.js";
import type { Asked } from "../route.js";
import { worldOf, type State } from "../state.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { decidedText } from "./answers.js";
import { atField, decideOptions, oneOfMany, Question, questionFields, recordedQuestion, worldAsked } from "./question.js";

export const Decision = described<DecisionRecord>("Decision", decisionSchema);
export const Inquiry = described<InquiryRecord>("Inquiry", questionsSchema);

/** The state that a question is asked of. */
export const stateOf = async ({ backing, workspace }: Pick<Asked<never, never, never>, "backing" | "workspace">, at: number | undefined): Promise<State> => (at === undefined ? backing.states.newest(workspace) : backing.states.at(workspace, at));

function askOne(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/ask", needs: "decisions:ask", feature: "decisions", summary: "Ask what a use comes to", description: "Nothing is recorded. `ETag` is the change set that was asked.",
      params: inWorkspace, writes: false, body: z.strictObject({ ...questionFields, ...atField, proof: z.boolean().default(false).openapi({ description: "With every node of the proof." }) }).openapi("AskBody"), answer: Decision,
    },
    async (asked) => {
      const { at, proof, ...question } = asked.body;
      const state = await stateOf(asked, at);
      const world = worldOf(state, asked.workspace);
      const text = decidedText(world, () => worldAsked(world, question), recordedQuestion(question), { ...decideOptions(question), ...(proof ? { fullProof: true } : {}) }, asked.backing.decide, question.use);
      return new Response(text, { headers: { "Content-Type": "application/json; charset=utf-8", ETag: etagOf(state.number) } });
    },
  );
}

function askMany(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/ask-batch", needs: "decisions:ask", feature: "decisions", summary: "Ask many questions of one state of the records",
      description: "Without range and proof, which one question alone is asked for. Where a question has a problem nothing is decided.",
      params: inWorkspace, writes: false, body: z.strictObject({ questions: z.array(Question).min(1).max(100), ...atField }), answer: z.strictObject({ changeSet: z.int(), decisions: z.array(Decision) }),
    },
    async (asked) => {
      const { questions, at } = asked.body;
      const state = await stateOf(asked, at);
      const world = worldOf(state, asked.workspace);
      const worlds = questions.map((question, index) => worldAsked(world, question, `/questions/${index}`));
      const decisions: DecisionRecord[] = [];
      for (const [index, question] of questions.entries()) {
        decisions.push(asked.backing.decide(worlds[index]!, question.use, oneOfMany(question)));
        // Others are answered in between.
        await setImmediate();
      }
      return { body: { changeSet: state.number, decisions }, headers: { ETag: etagOf(state.number) } };
    },
  );
}

function askBack(api: Api): void {
  const most = z.int().min(1).max(200).default(20).openapi({ description: "Questions that are told at most." });
  const effects = z.boolean().default(false).openapi({ description: "Decide again with each possible answer, and put first what settles most." });
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/questions", needs: "decisions:ask", feature: "decisions", summary: "What has to be answered before a use can be decided", params: inWorkspace, writes: false,
      body: z.strictObject({ ...questionFields, ...atField, most, effects, budget: z.int().min(1).max(200).default(60).openapi({ description: "Times that the use is decided again at most." }) }), answer: Inquiry,
    },
    async (asked) => {
      const { at, most: told, effects: again, budget, ...question } = asked.body;
      const state = await stateOf(asked, at);
      const world = worldAsked(worldOf(state, asked.workspace), question);
      const inquiry = await inSteps(inquiring(world, question.use, asked.backing.decide, { ...decideOptions(question), most: told, effects: again, budget }), () => asked.backing.isEnding() || asked.c.req.raw.signal.aborted);
      return { body: inquiry as never, headers: { ETag: etagOf(state.number) } };
    },
  );
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/answers", needs: "records:write", feature: "decisions", summary: "Record answers to questions", status: 201,
      description: "Each is declared, as `FACT=VALUE` or `FACT@OF=VALUE`. Evidence is never written over: a later answer corrects the one before. What somebody concluded is corrected by a conclusion alone.",
      params: inWorkspace, body: z.strictObject({ use: questionFields.use, answers: z.array(z.string().min(1).max(2000)).min(1).max(100), during: z.string().max(100).optional().openapi({ description: "Of parties: when it was so, like 2026-01-01/2026-06-30." }) }),
      answer: z.strictObject({ changeSet: z.int(), notes: z.array(z.string()).openapi({ description: "What became of each answer, in words." }) }),
    },
    async (asked) => {
      const { use, answers: texts, during: written } = asked.body;
      const during = written === undefined ? undefined : parsePeriod(written);
      if (during === null) throw stopWith("bad-period", `\`${written}\` is no period`, { pointer: "/during", hint: "write a date, or two like 2026-01-01/2026-06-30, 2026-01-01/.." });
      const { changeSet, told } = await recordChanges(asked as never, {
        make: (world) => {
          const facts = inquire(worldAsked(world, { use }), use, asked.backing.decide, { most: Infinity }).questions;
          const { answers, problems: unread } = readAnswers(world, facts, texts, use);
          stopAt(unread);
          const { changes, notes, problems } = changesOfAnswers(world.graph, answers, { by: null, recordedAt: asked.backing.now(), ...(during === undefined ? {} : { during }) });
          stopAt(problems);
          return { changes, told: notes };
        },
      });
      return { body: { changeSet, notes: [...told] }, headers: { ETag: etagOf(changeSet) } };
    },
  );
}

/** Questions that record nothing of the answer, and the questions that come back. */
export function askRoutes(api: Api): void {
  askOne(api);
  askMany(api);
  askBack(api);
}
