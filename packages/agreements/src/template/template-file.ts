import { CalendarDate } from "@cleartitle/norms";
import { z } from "zod";
import { Stance } from "../clause/topic.js";
import { GroupFrame } from "../document/document-frame.js";

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id is small letters, digits and `-`").max(60);
const Says = z.string().min(3).max(1500);

/** A question: what it asks, why it matters, and of what it is the answer. */
const Question = z
  .strictObject({
    id: Id,
    asks: Says,
    why: Says,
    /** `topic.field`: a value of it. */
    field: z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, "a field is written `topic.field`").optional(),
    /** A topic: the version in which it is taken, `none` for leaving it out. */
    version: Id.optional(),
  })
  .refine((question) => (question.field === undefined) !== (question.version === undefined), { message: "a question is of a `field` or of a `version`" });
export type Question = z.infer<typeof Question> & { /** Asked of a field that no question of the file is of; its id is `topic.field`. */ readonly isDetail?: true };

/** A kind of agreement: its topics in their order under headings, the version in which each is proposed, and what is asked. */
export const TemplateFile = z.strictObject({
  id: Id,
  title: Says,
  /** What it is for, and for whom. */
  for: Says,
  /** What the deal model does not say of such an agreement, and how it is done instead. */
  limits: z.array(Says).optional(),
  /** What is licensed where nothing else is answered. */
  asset: z.strictObject({ kind: z.string(), layers: z.array(z.string()).min(1), scope: z.array(z.string()).min(1).optional() }),
  groups: z.array(GroupFrame).min(1),
  /** Topics that are proposed in another version than neutral. */
  versions: z.record(Id, Stance).optional(),
  /** Values of fields that are proposed in place of the topic's own. */
  with: z.record(Id, z.record(Id, z.unknown())).optional(),
  questions: z.array(Question).min(3).max(40),
  standing: z.literal("synthesis; review by counsel"),
  reviewed: CalendarDate,
});
export type TemplateFile = z.infer<typeof TemplateFile>;

/** A template with its questions and those of all other fields of its topics. */
export type Template = Omit<TemplateFile, "questions"> & { readonly questions: readonly Question[] };
