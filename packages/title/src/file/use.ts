import { z } from "zod";
import { DateText, Id, oneOrMany, Places, PlainFacts, Scale, Word, Words } from "./value.js";

const FileRecipient = z
  .strictObject({
    role: Word,
    in: Places.optional(),
    actions: oneOrMany(Word).optional().describe("What the recipient will do with it."),
  })
  .describe("Who is handed the asset, or access to it.");

export const FileUse = z
  .strictObject({
    of: Id.describe("The asset used."),
    actions: Words,
    actor: Id.optional().describe("Default `us`."),
    recipients: z.array(FileRecipient).optional(),
    as: Word.optional().describe("License under which it is released: one of the catalogue, by any of its names, or one of `instruments`."),
    named: Word.optional().describe("Public name under which it is released."),
    purpose: Words.optional(),
    field: Words.optional(),
    in: Places.describe("All places in which it is offered."),
    hosted: Places.optional().describe("Where it runs, if elsewhere."),
    on: DateText,
    scale: Scale.optional(),
    facts: PlainFacts.optional(),
  })
  .describe("The question: may this be done?");
export type FileUse = z.infer<typeof FileUse>;
