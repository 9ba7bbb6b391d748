import { Norm, Profile } from "@cleartitle/norms";
import { z } from "zod";
import { FileAsset, FileDerivation } from "./asset.js";
import { FileAcceptance, FileEvent, FileInstrument, FileParty, FilePositions, FileStatement } from "./record.js";
import { FileUse } from "./use.js";
import { DateText, Id, oneOrMany, Places, Text, Word } from "./value.js";

const list = <T extends z.ZodType>(item: T) => z.array(item).optional();
const ids = z.array(Id).min(1).optional();

const Added = z
  .strictObject({
    parties: list(FileParty), assets: list(FileAsset), derivations: list(FileDerivation), statements: list(FileStatement), instruments: list(FileInstrument),
    acceptances: list(FileAcceptance), events: list(FileEvent), positions: FilePositions.optional(),
  })
  .describe("Records as in a title file. One with an id that is there takes the place of the old one.");

const Removed = z
  .strictObject({
    assets: ids, derivations: ids, statements: ids, instruments: ids, events: ids,
    acceptances: list(z.strictObject({ instrument: Id, party: Id })), positions: list(z.strictObject({ position: Word, territory: Word.optional() })),
  })
  .describe("Records that go, by id. With an asset goes all that speaks of it.");

const Redline = z
  .strictObject({
    instrument: Id,
    drop: ids.describe("Norms struck out."),
    norms: z.array(Norm).min(1).optional().describe("Norms said anew, under their ids, or added."),
  })
  .describe("A text as it would be after negotiation.");

/** A change set as written: what if a world were so. The reader makes changes of a title graph of it. */
export const ChangeFile = z
  .strictObject({
    $schema: z.string().optional(),
    title: Text.optional().describe("What is asked, in words."),
    remove: Removed.optional(),
    add: Added.optional(),
    redline: list(Redline),
    terminate: list(z.strictObject({ instrument: Id, on: DateText, party: Id.optional(), evidence: Text.optional() })).describe("Agreements and licenses that end on a day, for all or for one party."),
    erase: list(z.strictObject({ asset: Id, part: Word.optional(), on: DateText })).describe("Requests for erasure that are honored: what is recorded as deleted."),
    leave: list(z.strictObject({ places: Places, uses: oneOrMany(Id).optional() })).describe("Places in which uses are no longer offered; default: of every use."),
    profile: Profile.optional().describe("Which answer counts where no position is taken."),
    uses: z.record(Id, FileUse.partial()).optional().describe("Uses asked otherwise: only what is written changes."),
  })
  .describe("Change set: what a title file would say otherwise.");
export type ChangeFile = z.infer<typeof ChangeFile>;
