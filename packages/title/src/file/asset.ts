import { Scope } from "@cleartitle/norms";
import { z } from "zod";
import { DateText, Id, InstantText, oneOrMany, PeriodText, PlainFacts, Text, Word, Words } from "./value.js";

const LicenseName = z.string().min(1).regex(/^[^\n\r]*$/, "a license is named in one line");
const License = z.union([LicenseName, z.array(LicenseName)]).describe("SPDX expression, or a list with no operator (decided both ways).");

const FileAcquisition = z
  .strictObject({
    id: Word.regex(/^(?!acquired\d+$)[A-Za-z0-9][\w.-]*$/, "a copy has an id of letters, digits, `.`, `_` and `-`, and none like `acquired1`, which names a place among the copies").optional().describe("Tells it from other copies of the asset: statements name it `ASSET#ID`."),
    who: Id.optional().describe("Who got the copy; default `us`."),
    in: Word.optional(),
    on: DateText.optional(),
    how: Word.optional(),
    purpose: Words.optional(),
    field: Words.optional(),
    facts: PlainFacts.optional(),
  })
  .describe("How a copy was come by.");

export const FilePart = z
  .strictObject({
    id: Id,
    scope: Scope.optional(),
    license: License.optional(),
    facts: PlainFacts.optional(),
    recordedAt: InstantText.optional(),
  })
  .describe("A part of an asset with terms of its own.");
export type FilePart = z.infer<typeof FilePart>;

export const FileAsset = z
  .strictObject({
    id: Id,
    kind: Word.describe("dataset, model, code, prompt, workflow, output, product, persona, document."),
    version: Word.optional(),
    digest: Word.optional().describe("Digest of the bytes, such as \"sha256:…\"."),
    license: License.optional(),
    licensor: Id.optional().describe("Who licenses it; need not be described under `parties`."),
    source: Text.optional().describe("Where it comes from, such as \"hf:model/OWNER/NAME\" or an address."),
    modality: oneOrMany(Word).optional(),
    upstream: z.enum(["complete", "partial", "undisclosed"]).optional().describe("How much of what it was made from is known."),
    published: DateText.optional(),
    acquired: oneOrMany(FileAcquisition).optional(),
    parts: z.array(FilePart).optional(),
    facts: PlainFacts.optional(),
    recordedAt: InstantText.optional().describe("When these statements were recorded; unstated sorts before every date."),
    placeholder: z.boolean().optional().describe("Named by others and described by nobody."),
  })
  .describe("A thing rights attach to.");
export type FileAsset = z.infer<typeof FileAsset>;

const FileAct = z
  .strictObject({ act: Word, of: Id, until: DateText.optional() })
  .describe("A further act on one of the sources, such as keeping it until a date.");

export const FileDerivation = z
  .strictObject({
    id: Id.optional(),
    from: oneOrMany(Id).describe("The assets derived from."),
    to: Id.optional().describe("The result; absent for acts without one (crawl, evaluate)."),
    by: Word.describe("Kind of derivation."),
    who: Id.optional().describe("Who did it; default `us`."),
    on: PeriodText.optional(),
    in: Words.optional().describe("Where: one place, or several of which one is meant."),
    purpose: Words.optional(),
    field: Words.optional(),
    facts: PlainFacts.optional(),
    acts: z.array(FileAct).optional(),
  })
  .describe("What was made from what, by which kind of act.");
export type FileDerivation = z.infer<typeof FileDerivation>;
