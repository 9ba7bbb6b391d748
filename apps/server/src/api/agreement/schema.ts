import { z } from "@hono/zod-openapi";
import { WrittenNorm } from "../record/schema.js";
import { CalendarDate } from "@cleartitle/norms";
import { LifeStep, Side as SideName } from "@cleartitle/agreements";

export const text = z.string();
export const maybe = text.nullable();
export const count = z.int().nonnegative();
export const Side = z.enum(SideName.options).openapi("AgreementSide");
export const State = z.enum(["draft", "sent", "signed", "past-term", "ended", "withdrawn"]).openapi("AgreementState");
/** Names of agreements are those that a deal may have. */
export const AgreementId = text.regex(/^[a-zA-Z0-9][\w.-]*$/, { message: "an id is letters, digits, `.`, `_`, `-`" }).max(100);

const Renewal = z.strictObject({ noticeBy: maybe.openapi({ description: "Last day to say no." }), until: maybe.openapi({ description: "Until when it runs where nobody says no." }), stopped: z.strictObject({ on: text, side: text, who: maybe.openapi({ description: "Who says that it counts, of a notice that came too late for the term in which it was given." }) }).nullable(),
  open: z.array(z.strictObject({
    question: z.enum(["late-notice", "overtaken-notice"]), step: count.openapi({ description: "The step by which the notice was recorded." }), on: text, side: text, noticeBy: maybe, daysLate: count, term: text.openapi({ description: "Last day of the term in which it was given." }),
    ends: z.strictObject({ counting: maybe, otherwise: maybe }).openapi({ description: "Last day if it counts for the next term, and until when it goes on if it does not and nobody says no." }), says: text,
  })).openapi({ description: "Notices of which nobody has said whether they count for the next term; while there is one, the end is open." }) });

/** An agreement in a list. */
export const AgreementRow = z
  .strictObject({
    id: text, title: text, state: State.openapi({ description: "On the day that is asked for. `past-term`: its last day is over, it renews by itself, and nobody recorded whether it did." }), openEnd: maybe.openapi({ description: "Why it is not known whether it still runs; null: it is known." }), turn: Side.nullable().openapi({ description: "Whose move it is." }), ours: Side,
    parties: z.array(z.strictObject({ id: text, role: text, name: maybe })), assets: z.array(text), topics: z.array(text),
    version: count, signedOn: maybe, from: maybe, to: maybe.openapi({ description: "Last day of the term, after the renewals that are recorded; null: none is known." }), lastDay: maybe.openapi({ description: "The last day in force: of the term, or before it where an end is recorded." }),
    evergreen: z.boolean(), renewal: Renewal.nullable(), amendments: count, waiting: count.openapi({ description: "Amendments that wait for signatures." }), steps: count, changedAt: text,
    unreadable: count.openapi({ description: "Faults by which the clauses of today cannot read it; 0: they can." }),
  })
  .openapi("Agreement");

const Signature = z.strictObject({ side: Side, on: text, evidence: text, by: text });
const Frozen = maybe.openapi({ description: "The day on which the other side got it, or it came from there; from then on it is frozen. null: nobody else has seen it." });
export const VersionRow = z.strictObject({ number: count, side: Side, digest: text, by: text, at: text, frozenOn: Frozen }).openapi("AgreementVersion");
const AmendmentRow = z.strictObject({ id: text, digest: text, from: text, by: text, at: text, topics: z.array(text), signatures: z.array(Signature), signedOn: maybe }).openapi("AgreementAmendment");
const StepRow = z.strictObject({ number: count, step: text, by: text, at: text, content: LifeStep, changeSet: count.nullable().openapi({ description: "What it made of the title records; null: nothing." }) });
const Next = z.strictObject({ step: text, why: maybe.openapi({ description: "Why it cannot come next; null: it can." }) });

export const AgreementDetail = AgreementRow.extend({
  versions: z.array(VersionRow), signatures: z.array(Signature).openapi({ description: "On the newest version." }), amended: z.array(AmendmentRow), timeline: z.array(StepRow), next: z.array(Next),
  end: z.strictObject({ on: text, how: text, side: Side, why: text, evidence: maybe }).nullable(), withdrawn: z.strictObject({ on: text, side: Side, why: text }).nullable(), problems: z.array(text),
}).openapi("AgreementDetail");

const Clause = z.strictObject({ topic: text, number: count.openapi({ description: "The number of its topic, by which it is cited." }), inDocument: maybe.openapi({ description: "Its number in the document; null: an amendment brought it." }), title: text, version: text, text: z.array(text), amendedBy: maybe.openapi({ description: "The amendment that it comes from; null: it is as it was signed." }) }).openapi("AgreementClause");
const Unsaid = z.strictObject({ topic: text, cite: text, text, why: text, touches: z.union([z.array(text), z.literal("all")]).nullable() });
const Day = z.strictObject({ topic: text, id: text, cite: text, what: text, on: maybe, waitsFor: maybe });
export const DealFinding = z.strictObject({ code: text, rule: count.nullable(), severity: text, topics: z.array(text), cite: maybe, message: text, remedy: text });

export const Terms = z
  .strictObject({ clauses: z.array(Clause), norms: z.array(WrittenNorm).openapi({ description: "What the engine decides with; each cites its sentence." }), days: z.array(Day), notCompiled: z.array(Unsaid) })
  .openapi("AgreementTerms");

export const Duty = z
  .strictObject({ id: text, agreement: text, kind: z.enum(["duty", "day", "window"]), topic: text, cite: text, who: z.array(text), what: text, trigger: maybe, within: maybe, every: maybe, on: maybe })
  .openapi("AgreementDuty");

const RunbookStep = z.strictObject({
  kind: z.enum(["stop", "delete", "certify", "do", "keep", "find-out"]), asset: maybe, roles: z.array(text), what: text, who: text, by: maybe.openapi({ description: "Last day; null: no day is known." }), when: maybe,
  instrument: maybe, cite: maybe, quote: maybe, acts: z.array(text), settle: z.array(text),
});
const Status = z.enum(["cleared", "conditional", "unresolved", "blocked"]);
export const RunbookAnswer = z
  .strictObject({
    agreement: text, lastDay: text, from: text, how: z.enum(["term", "termination", "withdrawal"]), steps: z.array(RunbookStep), survives: z.array(z.strictObject({ cite: text, quote: maybe, norms: z.array(text), isConditional: z.boolean() })),
    releases: z.array(z.strictObject({ use: text, of: text, before: Status, after: Status })), cut: z.strictObject({ budget: count, left: z.array(text) }).nullable(), supposed: z.boolean().openapi({ description: "It is not signed: told as if it were." }), changeSet: count,
  })
  .openapi("AgreementRunbook");

const Said = z.strictObject({ version: text, text: z.array(text) }).nullable();
export const ClauseChange = z.strictObject({ topic: text, title: text, change: z.enum(["same", "words", "new", "gone"]), before: Said, after: Said }).openapi("AgreementClauseChange");

export const dayField = { day: z.optional(CalendarDate).openapi({ description: "The day for which it is told; default: today." }) } as const;
