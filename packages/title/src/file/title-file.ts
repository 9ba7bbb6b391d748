import { Profile } from "@cleartitle/norms";
import { z } from "zod";
import { FileAsset, FileDerivation } from "./asset.js";
import {
  FileAcceptance, FileClaim, FileEvent, FileFinding, FileInstrument, FileObservation, FileParty, FilePositions, FileStatement, FileTitle, FileWaiver,
} from "./record.js";
import { FileUse } from "./use.js";
import { Id } from "./value.js";

const list = <T extends z.ZodType>(item: T) => z.array(item).optional();

/** A title file as written. What the reader makes of it is a TitleGraph. */
export const TitleFile = z
  .strictObject({
    $schema: z.string().optional(),
    us: Id.describe("The party on whose behalf the questions are asked."),
    profile: Profile.optional().describe("Where no position is taken: cautious (default), strict or permissive."),
    parties: list(FileParty),
    assets: list(FileAsset),
    derivations: list(FileDerivation),
    statements: list(FileStatement),
    instruments: list(FileInstrument).describe("Agreements, consents and terms that only this file has."),
    title: list(FileTitle),
    claims: list(FileClaim),
    acceptances: list(FileAcceptance),
    events: list(FileEvent),
    observations: list(FileObservation),
    positions: FilePositions.optional(),
    uses: z.record(Id, FileUse).optional().describe("Questions by name."),
    waivers: list(FileWaiver),
    findings: list(FileFinding),
  })
  .describe("Title file: which assets there are, what they were made from, who says what about them, and the uses asked for.");
export type TitleFile = z.infer<typeof TitleFile>;
