import { setImmediate } from "node:timers/promises";
import { impactSteps } from "@cleartitle/engine";
import { handler, type Handler, JobFailure, type Running } from "@cleartitle/jobs";
import { problem } from "@cleartitle/norms";
import type { Backing } from "../backing.js";
import { readChanges } from "../change/change-text.js";
import { decideOptions, oneOfMany, worldAsked } from "../decision/question.js";
import { ApiStop } from "../stop.js";
import { type Begun, beginning } from "./begun.js";
import { checkOf } from "./check.js";
import { askKind, AskPayload, checkKind, CheckPayload, impactKind, ImpactPayload, questionsOf } from "./asked.js";

type Behind = Pick<Backing, "states" | "store" | "queue" | "catalogue" | "decide">;

/** Answers are kept so many at a time, and at least so often; a worker that is killed loses what came after. */
const atOnce = 20;
const atLeast = 1_000;
/** Characters that one run may come to. */
const mostCharacters = 256_000_000;
/** Runs of a workspace whose answers are kept. */
const mostRuns = 10;

/** Tells a problem of the question as what ends the job: another attempt would find the same. */
async function ending<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ApiStop ? new JobFailure(error.problems[0]!, false) : error;
  }
}

interface Answering {
  readonly begun: Begun;
  readonly total: number;
  readonly answer: (index: number) => string;
}

/** Answers one after the other, going on where an earlier attempt was cut off. Others are answered in between. */
async function answered({ queue }: Behind, job: Running<unknown>, { begun, total, answer }: Answering): Promise<void> {
  await queue.letPartsGo(job.workspace, mostRuns);
  let { count, characters } = await job.kept();
  let [parts, since]: [string[], number] = [[], Date.parse(job.now())];
  const keep = async (): Promise<void> => {
    await job.keep(count, { parts, basis: JSON.stringify(begun) });
    count += parts.length;
    [parts, since] = [[], Date.parse(job.now())];
    await job.progress({ done: count, total, note: begun.anew === null ? null : `begun anew: ${begun.anew}` });
  };
  for (let index = count; index < total; index += 1) {
    await setImmediate();
    job.signal.throwIfAborted();
    const text = answer(index);
    characters += text.length;
    if (characters > mostCharacters) throw new JobFailure(problem("too-large", `the answers have more than ${mostCharacters} characters, and no more are kept of one run`, { hint: "ask fewer questions at once" }), false);
    parts.push(text);
    if (parts.length === atOnce || Date.parse(job.now()) - since >= atLeast) await keep();
  }
  await keep();
}

/** Answers many questions of one state of the records. */
const askJob = (behind: Behind): Handler =>
  handler({
    kind: askKind, payload: AskPayload, atOnce: 1,
    run: (job) => ending(async () => {
      const { asking, at } = job.payload;
      const { catalogue, begun } = await beginning(behind, job);
      const world = await behind.states.worldBy(job.workspace, at, catalogue);
      const questions = questionsOf(asking, world.graph.uses.keys());
      await answered(behind, job, { begun, total: questions.length, answer: (index) => {
        const question = questions[index]!;
        return JSON.stringify(behind.decide(worldAsked(world, question), question.use, oneOfMany(question)));
      } });
      return { changeSet: at, answers: questions.length, by: begun.by, anew: begun.anew };
    }),
  });

/** Decides again what a change set reaches, of one state of the records. */
const impactJob = (behind: Behind): Handler =>
  handler({
    kind: impactKind, payload: ImpactPayload, atOnce: 1,
    run: (job) => ending(async () => {
      const { changing: { changes: file, ...asking }, at } = job.payload;
      const { catalogue, begun } = await beginning(behind, job);
      const before = await behind.states.worldBy(job.workspace, at, catalogue);
      const changes = readChanges(file, before, "/changes");
      const after = behind.states.changed(before, changes);
      const { uses, entryOf, rest } = impactSteps(before, after, changes, { decide: behind.decide, options: { ...decideOptions(asking), withoutRange: true }, budget: Infinity });
      await answered(behind, job, { begun, total: uses.length, answer: (index) => JSON.stringify(entryOf(uses[index]!)) });
      return { changeSet: at, answers: uses.length, by: begun.by, anew: begun.anew, impact: rest() };
    }),
  });

/** Parts of a run that are read back at once. */
const readAtOnce = 100;

/** Checks all uses of one state of the records, and then tells what was found. */
const checkJob = (behind: Behind): Handler =>
  handler({
    kind: checkKind, payload: CheckPayload, atOnce: 1,
    run: (job) => ending(async () => {
      const { catalogue, begun } = await beginning(behind, job);
      const check = checkOf(await behind.states.worldBy(job.workspace, job.payload.at, catalogue), job.payload, behind.decide);
      const total = check.uses.length;
      const { count } = await job.kept();
      for (let from = 0; from < Math.min(count, total); from += readAtOnce) check.take((await behind.queue.parts(job.workspace, job.number, from, Math.min(readAtOnce, total - from))).parts);
      await answered(behind, job, { begun, total, answer: check.answer });
      const { findings, result } = check.rest();
      await answered(behind, job, { begun, total: total + findings.length, answer: (index) => findings[index - total]! });
      return { changeSet: job.payload.at, answers: total + findings.length, by: begun.by, anew: begun.anew, check: result };
    }),
  });

/** What answers at length. */
export const longAsks = (behind: Behind): readonly Handler[] => [askJob(behind), impactJob(behind), checkJob(behind)];
