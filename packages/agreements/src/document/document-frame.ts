import { CalendarDate } from "@cleartitle/norms";
import { z } from "zod";
import { Stance } from "../clause/topic.js";
import { partyRoles } from "../deal/deal.js";

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id is small letters, digits and `-`").max(60);
const Says = z.string().min(1).max(1500);
const Sentence = z.strictObject({ topic: Id, version: Stance, at: z.number().int().min(1).max(12), phrase: Says });

/** What a word of the clauses means; `forms` are the words by which clauses say it. */
const Definition = z.strictObject({ id: Id, term: Says, forms: z.array(Says).min(1), text: Says });

/** Words of a sentence that speak of other clauses; `alone`: they say enough where the deal has none of these. */
const Reference = Sentence.extend({ to: z.array(Id).min(1), alone: z.literal(true).optional() });

/** What a sentence calls the annex; without a field the parties attach it. */
const Annex = Sentence.extend({ is: Says, field: Id.optional() });

const scheduleIds = ["assets", "acts", "prices", "days", "duties", "annex"] as const;
export type ScheduleId = (typeof scheduleIds)[number];
const ScheduleFrame = z.strictObject({ id: z.enum(scheduleIds), title: Says, says: Says, columns: z.array(Says).min(2).max(4), topics: z.array(Id).optional() });
export type ScheduleFrame = z.infer<typeof ScheduleFrame>;

/** Clauses under one heading, in their order. */
export const GroupFrame = z.strictObject({ id: Id, title: Says, topics: z.array(Id).min(1) });
export type GroupFrame = z.infer<typeof GroupFrame>;

/** What a document of clauses has beside them. */
export const DocumentFrame = z.strictObject({
  standing: z.literal("synthesis; review by counsel"),
  reviewed: CalendarDate,
  opening: z.array(Says).min(1),
  headings: z.strictObject({ contents: Says, definitions: Says, further: Says, signatures: Says, schedules: Says }),
  groups: z.array(GroupFrame).min(1),
  definitions: z.array(Definition).min(1),
  references: z.array(Reference),
  annexes: z.array(Annex),
  "key-terms": z.array(z.strictObject({ title: Says, of: z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, "a field is written `topic.field`") })),
  schedules: z.array(ScheduleFrame).min(1),
  words: z.strictObject({ open: Says, attach: Says, all: Says, draft: Says, signed: Says }),
  roles: z.record(z.enum(partyRoles), Says),
  signature: z.strictObject({ says: Says, lines: z.array(Says).min(1) }),
});
export type DocumentFrame = z.infer<typeof DocumentFrame>;
