import { z } from "zod";
import { FactValue } from "./condition.js";
import { IsoDate, Source, Verified } from "./standing.js";

const Id = z.string().regex(/^[a-zA-Z0-9][\w.-]*$/, "an id is letters, digits, `.`, `_`, `-`");
const Names = z.array(z.string().min(1).max(200)).min(1);

/** One way to answer, in words: which values of the deciding facts it stands for, and what it means under which rules. */
export const QuestionnaireAnswer = z.strictObject({
  says: z.string().min(1),
  /** Fact → the values that make this the answer. */
  is: z.record(z.string(), z.union([FactValue, z.array(FactValue).min(1)])).optional(),
  means: z.string().min(1),
  /** Where it means this; absent: wherever the questionnaire is used. */
  in: Names.optional(),
  /** The rules of law that say so. */
  rules: Names.optional(),
});
export type QuestionnaireAnswer = z.infer<typeof QuestionnaireAnswer>;

/** What else than a fact decides a question: the acts of the use, the places of acts, the license on record, the chain of title. */
export const QuestionnaireReads = z.enum(["actions", "places", "license", "title"]);
export type QuestionnaireReads = z.infer<typeof QuestionnaireReads>;

const QuestionnaireQuestion = z
  .strictObject({
    id: Id,
    ask: z.string().min(1),
    help: z.string().min(1).optional(),
    facts: Names.optional(),
    reads: QuestionnaireReads.optional(),
    answers: z.array(QuestionnaireAnswer).min(1),
    /** Rules that read the facts, or that the answers come from. */
    rules: Names.optional(),
    positions: Names.optional(),
    /** Fact → why no rule of the catalogue turns on it, though it is asked. */
    unread: z.record(z.string(), z.string().min(1)).optional(),
  })
  .refine((q) => q.facts !== undefined || q.reads !== undefined, { message: "a question names its `facts`, or what else it `reads`" });
export type QuestionnaireQuestion = z.infer<typeof QuestionnaireQuestion>;

/**
 * An ordered grouping of facts over the rules of law. It decides nothing: what is answered is evidence, and the engine is asked.
 */
export const Questionnaire = z
  .strictObject({
    id: Id,
    title: z.string().min(1),
    /** Places and groups for which it is meant. */
    in: Names,
    source: z.array(Source).min(1),
    verified: Verified,
    reviewed: IsoDate,
    reviewBy: IsoDate.optional(),
    note: z.string().optional(),
    questions: z.array(QuestionnaireQuestion).min(1),
  })
  .refine((q) => new Set(q.questions.map((each) => each.id)).size === q.questions.length, { message: "ids of questions are unique within a questionnaire", path: ["questions"] });
export type Questionnaire = z.infer<typeof Questionnaire>;
