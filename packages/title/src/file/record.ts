import { Instrument, Layer, Scope } from "@cleartitle/norms";
import { z } from "zod";
import { eventKinds } from "../event-kind.js";
import { DateText, Id, InstantText, PartyFacts, PeriodText, Places, SourceText, Text, Word } from "./value.js";

/** The records of a title file beside assets, derivations and uses: who said, holds, accepted, saw or decided what. */

export const FileParty = z
  .strictObject({
    id: Id,
    kind: Word.optional(),
    domicile: Word.optional(),
    headquarters: Word.optional(),
    controlledBy: z
      .array(z.strictObject({ party: Id, from: DateText.optional(), to: DateText.optional() }))
      
      .optional()
      .describe("Who controls it, from when to when."),
    facts: PartyFacts.optional(),
  })
  .describe("A person or organization.");
export type FileParty = z.infer<typeof FileParty>;

export const FileStatement = z
  .strictObject({
    id: Id.optional(),
    about: z.union([
      Id,
      z.strictObject({ asset: Id }),
      z.strictObject({ derivation: Id }),
      z.strictObject({ party: Id }),
      z.strictObject({ instrument: Id }),
      z.strictObject({ acquisition: Id }),
    ]).describe("An asset's id, or one of { asset }, { derivation }, { party }, { instrument }, { acquisition }; a copy of `works` that was got is `works#ID` by its id, or `works#acquired1` where it is the only one and has none."),
    what: Word.describe("`license`, `fact:ID`, `upstream`, `licensor`, …; of a party also `quantity:ID`."),
    value: z.union([z.boolean(), z.number(), z.string(), z.array(Text).min(1)]).nullable().optional().describe("The normalized value; a list for licenses with no operator; bounds of a quantity like `1000..5000`."),
    raw: z.string().nullable().optional().describe("The value as found."),
    scope: Scope.optional(),
    part: Id.optional(),
    rung: z.enum(["declared", "detected", "concluded"]).describe("Who says so: a source, a tool, or a person or written rule."),
    by: Word.optional(),
    source: SourceText.nullable().optional().describe("Default: this place in this file."),
    valid: PeriodText.optional().describe("When it was true of the world."),
    recordedAt: InstantText.optional().describe("When it was learned; unstated sorts before every date."),
    supersedes: Id.optional().describe("The statement that this one corrects. What a record itself says of a fact is named `ID:fact:FACT`, of a quantity `ID:quantity:QUANTITY`."),
  })
  .describe("One recorded claim.");
export type FileStatement = z.infer<typeof FileStatement>;

export const FileTitle = z
  .strictObject({
    asset: Id,
    layer: Layer,
    to: Id,
    from: Id.optional(),
    how: z.enum(["creation", "employment", "commission", "assignment", "order"]),
    on: DateText.optional(),
    in: Places.optional().describe("Default WORLD."),
    share: z.number().gt(0).lte(1).optional().describe("Share of the right, above 0 and at most 1; default 1."),
    evidence: Text.optional(),
  })
  .describe("A link in the chain of title.");
export type FileTitle = z.infer<typeof FileTitle>;

export const FileClaim = z
  .strictObject({ asset: Id, by: Id, layer: Layer, says: Text, settled: z.boolean().optional() })
  .describe("A rival claim to a right.");

export const FileAcceptance = z
  .strictObject({ instrument: Id, party: Id, on: DateText.optional(), version: Word.optional(), evidence: Text.optional() })
  .describe("A party accepted an instrument.");

export const FileEvent = z
  .strictObject({
    id: Id.optional(),
    kind: z.enum(eventKinds),
    of: Id.describe("The asset, instrument, derivation or party it happened to."),
    party: Id.optional(),
    part: Word.optional(),
    on: DateText,
    recordedAt: InstantText.optional(),
    evidence: Text.optional(),
    duty: Word.optional(),
    quantity: Word.optional(),
    to: Id.optional().describe("Of a duty that was kept, or of a payment: to whom; left out, it is for all to whom it was owed."),
    claims: z.array(Layer).min(1).optional().describe("Of a litigation: the rights that the suit is brought on."),
    against: Id.optional().describe("Of a litigation: whom it is brought against."),
    defensive: z.boolean().optional().describe("Of a litigation: whether it answers another's suit."),
  })
  .describe("Something that happened in the life of an asset or instrument.");
export type FileEvent = z.infer<typeof FileEvent>;

export const FileObservation = z
  .strictObject({
    id: Id.optional(),
    of: Word.describe("The place looked at, such as a host name."),
    at: InstantText,
    mechanism: Word.describe("robots, tdmrep, ai.txt, terms, …"),
    value: z.enum(["reserved", "open", "absent"]),
    form: Word,
    sha256: Word.optional(),
  })
  .describe("What a rights holder was seen to signal at an instant.");
export type FileObservation = z.infer<typeof FileObservation>;

/** Options by territory, with who took them and when. */
const AdoptedOptions = z.object({ by: Word.optional(), on: DateText.optional() }).catchall(Word);

export const FilePositions = z
  .record(Word, z.union([Word, AdoptedOptions, z.array(AdoptedOptions).min(1)]))
  .describe("Position → option everywhere; or territory → option, with `by` and `on`; or a list of these where who or when differ.");
export type FilePositions = z.infer<typeof FilePositions>;

export const FileWaiver = z
  .strictObject({
    id: Id.optional(),
    use: Id.optional(),
    asset: Id.optional(),
    kind: Word,
    reason: Text.regex(/\S/, "a waiver says why"),
    by: Word.regex(/\S/, "a waiver says who accepts it"),
    from: DateText.optional(),
    until: DateText.describe("A waiver ends."),
  })
  .describe("A finding or status accepted for a time. It changes the gate, never the decision.");
export type FileWaiver = z.infer<typeof FileWaiver>;

export const FileFinding = z
  .strictObject({
    kind: Word,
    asset: Id.optional().describe("What it is about; without it the file as a whole."),
    detail: Text,
    settle: Text.optional().describe("How to settle it; then the entry is taken out."),
  })
  .describe("What an import saw in the files that it read, and nobody settled yet. It may ask for more, and never allows anything.");
export type FileFinding = z.infer<typeof FileFinding>;

export const FileInstrument = Instrument.safeExtend({ covers: z.array(Id).optional().describe("The assets it covers.") });
export type FileInstrument = z.infer<typeof FileInstrument>;
