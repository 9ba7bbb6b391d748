import { z } from "@hono/zod-openapi";
import { CalendarDate } from "@cleartitle/norms";
import { ChangeFile } from "../change/change-text.js";
import { askingFields, Question } from "../decision/question.js";

/** Questions of a run: each of its answers is kept for a while. */
export const mostQuestions = 10_000;

const Questions = z.strictObject({ questions: z.array(Question).min(1).max(mostQuestions) });
const Every = z.strictObject({ every: z.strictObject(askingFields).openapi({ description: "Each use of the records is asked of, in their order." }) });

/** What is asked at length: questions one by one, or the same of every use. */
export const Asking = z.union([Questions, Every]);

/** Questions of one change set, as a job has them. */
export const AskPayload = z.strictObject({ asking: Asking, at: z.int().min(1) });
export type AskPayload = z.infer<typeof AskPayload>;

export const Changing = z.strictObject({ changes: ChangeFile, ...askingFields });

export const ImpactPayload = z.strictObject({ changing: Changing, at: z.int().min(1) });
export type ImpactPayload = z.infer<typeof ImpactPayload>;

const failOn = z.enum(["blocked", "unresolved", "conditional"]).default("blocked").openapi({ description: "From which answer on a use stops." });
export const CheckAsked = z.strictObject({ ...askingFields, failOn });

/** `on`: the day for which waivers hold and licenses are read. */
export const CheckPayload = z.strictObject({ asked: CheckAsked, at: z.int().min(1), on: CalendarDate });
export type CheckPayload = z.infer<typeof CheckPayload>;

export const checkKind = "check";
export const askKind = "ask";
export const impactKind = "impact";

/** The questions of a job in order. `uses`: those of the records. */
export const questionsOf = (asking: AskPayload["asking"], uses: Iterable<string>): readonly Question[] => ("questions" in asking ? asking.questions : [...uses].map((use) => ({ use, ...asking.every })));
