import { Negotiation, type Negotiation as NegotiationFile, tactics } from "@cleartitle/negotiation";
import { z } from "@hono/zod-openapi";
import { AgreementId, count, maybe, text } from "../agreement/schema.js";
import { shapeOf, told } from "../described.js";
import { orNull } from "../drafting/clause-schema.js";
import { Status } from "../status.js";

/** A negotiation file names its negotiation and its parties as a deal does an agreement. */
export const NegotiationId = AgreementId;
const points = z.number().openapi({ description: "Points, with two digits behind the point at most." });
const worth = z.array(points).length(2).openapi({ description: "To the first party and to the second." });
const Settled = z.record(text, text).openapi({ description: "Option by issue." });

export const NegotiationRow = z
  .strictObject({
    id: text, title: text, agreement: maybe.openapi({ description: "In whose text its clauses are put; null: it is about no deal." }), parties: z.array(text), version: count.openapi({ description: "Versions of its file." }), sessions: count, open: count.openapi({ description: "Sessions that go on." }),
    steps: count, changedAt: text, unreadable: count.openapi({ description: "Faults by which the clauses of today cannot read its file; 0: they can." }),
  })
  .openapi("Negotiation");

const Option = z.strictObject({ id: text, is: maybe, version: maybe.openapi({ description: "Of the clause; null: own words, silence, or no clause." }), own: z.boolean(), silent: z.boolean() });
const Issue = z.strictObject({ id: text, topic: maybe, is: maybe, options: z.array(Option) }).openapi("NegotiationIssue");
const Party = z
  .strictObject({
    id: text, isUs: z.boolean().openapi({ description: "The records are kept for it." }), interests: z.array(text), values: z.record(text, z.strictObject({ weight: count, of: z.record(text, count) })).openapi({ description: "By issue its weight, and of each option the hundredths of it." }),
    releases: z.record(text, count), duty: count, reservation: points, batna: z.strictObject({ is: text, value: points }), tactic: z.enum(tactics),
  })
  .openapi("NegotiationParty");
export const SessionRow = z
  .strictObject({
    number: count, version: count.openapi({ description: "Of the file." }), changeSet: count.openapi({ description: "The state of the records on which it stands." }), simulated: z.array(text), persona: maybe.openapi({ description: "The language model that speaks for who is simulated; null: none does." }), seed: count, moves: count,
    turn: maybe.openapi({ description: "null: it is over, or whoever speaks begins it." }), outcome: z.enum(["open", "agreed", "left"]), by: text, at: text, problems: z.array(text).openapi({ description: "Why its record is not what it was." }),
  })
  .openapi("NegotiationSession");
export const NegotiationDetail = NegotiationRow.extend({
  rounds: count, text: text.openapi({ description: "The newest version of the file." }), file: told<NegotiationFile>("NegotiationFile", shapeOf(Negotiation)).nullable().openapi({ description: "What it says; null: the clauses of today cannot read it." }), issues: z.array(Issue), players: z.array(Party), versions: z.array(z.strictObject({ number: count, digest: text, agreement: maybe, by: text, at: text })), played: z.array(SessionRow), problems: z.array(text), maySpeak: maybe.openapi({ description: "The language model that may speak for a simulated side; null: whoever runs the server named none." }),
}).openapi("NegotiationDetail");

const Move = z.strictObject({ number: count, by: text, says: z.enum(["offer", "accept", "leave"]), settled: Settled.nullable(), words: maybe.openapi({ description: "What a language model said with it." }), recordedBy: text, at: text });
const IssueLog = z.strictObject({ issue: text, state: z.enum(["open", "agreed"]), positions: z.array(z.strictObject({ number: count, by: text, option: text })) });
export const SessionDetail = SessionRow.extend({ said: z.array(Move), issues: z.array(IssueLog).openapi({ description: "Of each issue what each side asked for, in order; `agreed`: the last offers of both ask for the same." }) }).openapi("NegotiationSessionDetail");

const Use = z.strictObject({ use: text, status: Status, obligations: count });
const Package = z.strictObject({ settled: Settled, worth, refusedBy: z.array(text).openapi({ description: "To whom it is worth less than the least that it takes." }), uses: z.array(Use).openapi({ description: "What it comes to if it is signed so." }) }).openapi("NegotiationPackage");
const Concession = z.strictObject({
  changes: z.array(z.strictObject({ issue: text, from: text, to: text, costs: points, gives: points })).openapi({ description: "With what each costs and gives by the parties' own weights." }), costs: points, gives: points,
  uses: z.array(z.strictObject({ use: text, before: Status, after: Status, obligations: count })).openapi({ description: "Uses that are answered otherwise." }), to: Package,
});
export const Packages = z
  .strictObject({
    session: count.nullable(), version: count, changeSet: count, agreement: maybe, issues: z.array(Issue).openapi({ description: "As in the version of the file on which it stands." }), players: z.array(Party), joint: z.array(text).openapi({ description: "Issues that are asked of the engine together." }),
    counts: z.strictObject({ packages: text, joint: count, asked: count, pruned: count, impossible: count, decided: count }),
    cut: z.strictObject({ combinations: count, kept: z.boolean(), couldBe: worth }).nullable().openapi({ description: "What was not asked, and the most that it could be worth; null: all was." }),
    hasZone: z.boolean().nullable().openapi({ description: "Whether there is a package that both take; null: what was not asked could hold one." }), efficient: z.array(Package), total: count.openapi({ description: "Efficient packages in all." }), inZone: count, proposal: orNull(Package),
    asIs: z.array(Use).openapi({ description: "What the uses come to by the records as they are, without this deal as it would be signed." }), for: text, from: Package, concessions: z.array(Concession), further: count.openapi({ description: "Concessions beyond those that are told." }), notLookedAt: count,
    last: orNull(Package).openapi({ description: "What was offered last in the session, or is agreed." }),
  })
  .openapi("NegotiationPackages");

export const Taken = z.strictObject({ negotiation: text, step: count, session: count.nullable() });
