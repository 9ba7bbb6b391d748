import { z } from "@hono/zod-openapi";
import { impactEntrySchema, type ImpactEntry as ImpactEntryRecord } from "@cleartitle/engine";
import type { NewJob } from "@cleartitle/store";
import type { Api } from "../api.js";
import { readChanges } from "../change/change-text.js";
import { listName, paging, readCursor, writeCursor } from "../cursor.js";
import { Decision, stateOf } from "../decision/ask.js";
import { described } from "../described.js";
import { atField, wrongNames } from "../decision/question.js";
import type { Asked } from "../route.js";
import { Run, runAddress, runNumber, runOf } from "../run/routes.js";
import { worldOf } from "../state.js";
import { ApiStop, stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { readBegun } from "./begun.js";
import { CheckEntry } from "./check.js";
import { askKind, Asking, type AskPayload, CheckAsked, checkKind, type CheckPayload, Changing, impactKind, type ImpactPayload, mostQuestions, questionsOf } from "./asked.js";

const feature = "runs";
const root = "/workspaces/{workspace}/runs";
/** Beyond these nobody waits for the last one any more. */
const mostWaiting = 20;
/** Problems that are told at once: each name that is not there is compared with all that are. */
const mostTold = 100;
/** Uses of a check: as many as a run has answers, and findings besides. */
const mostChecked = mostQuestions;

/** Asks for the work, once under one name. */
async function begun({ workspace, caller, backing, requestName }: Pick<Asked<never, never, never>, "workspace" | "caller" | "backing" | "requestName">, job: Pick<NewJob, "kind"> & { readonly payload: AskPayload | CheckPayload | ImpactPayload }) {
  const { queue } = backing;
  const waiting = await queue.jobs(workspace, { state: "waiting", kind: job.kind, most: mostWaiting });
  if (waiting.length >= mostWaiting) throw stopWith("unavailable", `${mostWaiting} runs of this kind wait already`, { hint: "try again when some of them are done, or cancel them" });
  const { number } = await queue.enqueue(workspace, { ...job, ...(requestName === undefined ? {} : { name: requestName }) }, { by: caller.actor, at: backing.now() });
  return { body: runOf(await queue.job(workspace, number)) as never, headers: { Location: runAddress(workspace, number) } };
}

function beginning(api: Api): void {
  const of = { method: "post", needs: "decisions:ask", feature, params: inWorkspace, answer: Run, status: 202 } as const;
  const next = "It goes on where it stood when the server is started anew; `answers` of the run gives what there is of it.";
  api.route(
    {
      ...of, path: `${root}/ask`, summary: "Ask many questions, or of every use, in a run", description: `Each answer is the one that \`ask-batch\` gives, of the records of one change set. ${next} Where a question has a problem nothing is decided.`,
      body: z.union([Asking.options[0].extend(atField), Asking.options[1].extend(atField)]).openapi("LongAsk"),
    },
    async (asked) => {
      const { at, ...asking } = asked.body;
      const state = await stateOf(asked, at);
      const world = worldOf(state, asked.workspace);
      const questions = questionsOf(asking, world.graph.uses.keys());
      if (questions.length > mostQuestions) throw stopWith("too-large", `the records have ${questions.length} uses; one run answers ${mostQuestions} questions at most`, { pointer: "/every", hint: "name some of them under `questions`" });
      const problems = [];
      for (const [index, question] of questions.entries()) if (problems.length < mostTold) problems.push(...wrongNames(world, question, `/questions/${index}`));
      if (problems.length > 0) throw new ApiStop(problems.slice(0, mostTold));
      return begun(asked, { kind: askKind, payload: { asking: asking, at: state.number } });
    },
  );
  api.route(
    {
      ...of, path: `${root}/check`, summary: "Every use of the records through the gate, with all findings, in a run", description: `What \`cleartitle check\` tells of a title file, of the records of one change set: answers are each use with its reasons and what waivers leave of it, and then what was found; the result tells under \`check\` how many stop and the exit code of the command. ${next}`,
      body: CheckAsked.extend(atField).openapi("LongCheck"),
    },
    async (asked) => {
      const { at, ...checked } = asked.body;
      const state = await stateOf(asked, at);
      const { graph: { uses } } = worldOf(state, asked.workspace);
      if (uses.size > mostChecked) throw stopWith("too-large", `the records have ${uses.size} uses; one run checks ${mostChecked} at most`, { hint: "ask some of them by `runs/ask`" });
      return begun(asked, { kind: checkKind, payload: { asked: checked, at: state.number, on: checked.asOf ?? asked.backing.now().slice(0, 10) } });
    },
  );
  api.route(
    {
      ...of, path: `${root}/impact`, summary: "What a change set would do to every answer, in a run", description: `Nothing is recorded. Answers are the entries that \`impact\` gives under \`uses\`, of all uses that are reached; its other fields are in the result. ${next}`,
      body: Changing.openapi("LongImpact"),
    },
    async (asked) => {
      const state = await asked.backing.states.newest(asked.workspace);
      readChanges(asked.body.changes, worldOf(state, asked.workspace), "/changes");
      return begun(asked, { kind: impactKind, payload: { changing: asked.body, at: state.number } });
    },
  );
}

const answering: ReadonlySet<string> = new Set([askKind, checkKind, impactKind]);
const over: ReadonlySet<string> = new Set(["done", "dead", "cancelled"]);

const ImpactEntry = described<ImpactEntryRecord>("ImpactEntry", { $id: "urn:cleartitle:schema:impact:1#/properties/uses/items", ...impactEntrySchema });

function reading(api: Api): void {
  const Answers = z.strictObject({ items: z.array(z.union([Decision, ImpactEntry, CheckEntry])), next: z.string().nullable() });
  api.route(
    {
      method: "get", path: `${root}/{number}/answers`, needs: "decisions:ask", feature, summary: "What a run has answered so far", params: inWorkspace.extend({ number: runNumber }), answer: Answers,
      description: "In the order of the questions, and all by one catalogue: a run that is taken up after the program got another one goes on by the one that it began with, or begins anew and says so in its result (`by`, `anew`); pages from before are then refused. While the run goes on `next` is where its further answers will be, also where there are none yet; null: it is over, and these are the last. Answers are kept of the latest 10 runs of a workspace, and no longer than until something is redacted.",
      query: z.strictObject({ ...paging, limit: z.coerce.number().int().min(1).max(100).default(20).openapi({ description: "Answers of a page at most." }) }),
    },
    async ({ params: { number }, query: { limit, cursor }, workspace, backing: { queue } }) => {
      // Read before its answers: of a run that was over then there are no more.
      const job = await queue.job(workspace, number);
      if (!answering.has(job.kind)) throw stopWith("not-found", `the run ${number} asks nothing: it is \`${job.kind}\``, { pointer: "#path/number", hint: "its `result` tells what came of it" });
      const name = listName(`${workspace}/runs/${number}/answers`, {});
      const place = readCursor(cursor, name);
      const after = Number(place?.after ?? 0);
      const { parts, basis } = await queue.parts(workspace, number, after, limit + 1);
      const from = place?.at ?? 0;
      // None are there while it begins anew, and none are when they were let go.
      const round = basis === null ? from : (readBegun(basis)?.round ?? 0);
      if (after > 0 && from !== round) throw stopWith("out-of-date", `the run ${number} was begun anew, by another catalogue than the pages before are of`, { pointer: "#query/cursor", hint: "read its answers from the first on" });
      const told = (job.result as { readonly answers?: number } | null)?.answers ?? 0;
      if (parts.length === 0 && after < told) throw stopWith("not-found", `the answers of run ${number} are not kept any more`, { pointer: "#path/number", hint: "ask again" });
      const items = parts.slice(0, limit);
      const ends = over.has(job.state) && parts.length <= limit;
      const next = ends ? null : writeCursor({ after: after + items.length, at: round, of: name });
      // As they were kept: to the byte what is answered directly.
      return new Response(`{"items":[${items.join(",")}],"next":${JSON.stringify(next)}}`, { headers: { "Content-Type": "application/json; charset=utf-8" } });
    },
  );
}

/** Questions that take longer than a request: asked for in a run, answered one by one, and kept for a while. */
export function longAskRoutes(api: Api): void {
  beginning(api);
  reading(api);
}
