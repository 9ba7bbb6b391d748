import { z } from "@hono/zod-openapi";
import { count, maybe, text } from "../agreement/schema.js";

const texts = z.array(text);
export const Place = z.strictObject({ file: text.openapi({ description: "`agreements/ID`, `agreements/ID/AMENDMENT`, or `readings/NUMBER/NAME`." }), cite: maybe.openapi({ description: "Number of the clause, or of the paragraph." }), page: count.nullable(), start: count.nullable().openapi({ description: "Offset into the text of a document that was read." }), quote: text }).openapi("PortfolioPlace");
export const Day = z.strictObject({ on: maybe.openapi({ description: "null: it is not known, or there is none." }), why: maybe.openapi({ description: "Why it is not known." }) });
export const Family = z
  .strictObject({
    id: text.openapi({ description: "Of an agreement, or of a contract that was read: `readings/NUMBER/NAME`." }), form: z.enum(["agreement", "reading"]), title: maybe,
    isSigned: z.boolean().nullable().openapi({ description: "false: it is asked as if it were signed as it stands; null: a contract that was read, of which that is not known." }), parties: z.array(z.strictObject({ id: maybe, name: text, role: maybe })), from: Day, to: Day, noticeBy: Day,
    topics: z.array(z.strictObject({ topic: text, state: z.enum(["found", "open"]), version: maybe, from: maybe.openapi({ description: "The day of the amendment that it comes from; null: it is as it was signed." }), place: Place.nullable() })), notFound: texts, takenOut: texts, findings: count.openapi({ description: "Findings that it is named in." }),
  })
  .openapi("PortfolioAgreement");

export const Kind = z.enum(["family", "inconsistent", "exclusivity", "most-favored", "wider-than-in", "law", "transfer", "notice-window", "unusual"]);
export const Severity = z.enum(["conflict", "look", "open"]).openapi({ description: "`open`: it could not be compared, which is no word that it fits." });
/** Agreements that one finding names at most. */
export const mostNamed = 20;
export const Finding = z
  .strictObject({
    id: text, kind: Kind, severity: Severity, agreements: texts.openapi({ description: `The first ${mostNamed} that it is of; all of them are the agreements of this \`finding\`.` }), named: count.openapi({ description: "Of how many agreements it is." }), message: text,
    places: z.array(Place).openapi({ description: "What it rests on." }),
  })
  .openapi("PortfolioFinding");

export const DayState = z.enum(["past", "coming", "unknown"]);
export const Entry = z.strictObject({ agreement: text, kind: z.enum(["begins", "notice", "ends", "renewed-until", "other"]), what: text, on: maybe, state: DayState, why: maybe }).openapi("PortfolioDay");
export const SumKind = z.enum(["fee", "minimum", "ceiling", "cap", "damages", "insurance", "other price"]);
export const Sum = z.strictObject({ what: SumKind, agreement: text, currency: text, amount: text }).openapi("PortfolioSum");
export const CapForm = z.enum(["without limit", "not found", "open", "relative", "sum"]);
export const Cap = z.strictObject({ agreement: text, cap: CapForm, says: text }).openapi("PortfolioCap");
export const LeftOut = z.strictObject({ agreement: text, why: text }).openapi("PortfolioLeftOut");

const Counts = z.strictObject({ conflict: count, look: count, open: count });
/** What a portfolio comes to; what it is made of is told in lists. */
export const PortfolioAnswer = z.strictObject({
  day: text, agreements: count, total: count.openapi({ description: "Findings in all." }), counts: Counts.openapi({ description: "How many of them are how grave." }),
  coverage: z.array(z.strictObject({ topic: text, found: count, open: count, notFound: count })).openapi({ description: "In how many agreements each topic was found. Not found is no word that there is nothing." }),
  money: z.array(z.strictObject({ what: SumKind, totals: z.array(z.strictObject({ currency: text, amount: text })), agreements: count, sums: count })).openapi({ description: "By currency; of each agreement the largest sum of a kind. Nothing is exchanged." }),
  caps: z.array(z.strictObject({ cap: CapForm, agreements: count })).openapi({ description: "How many agreements are capped how far, what leaves most open first." }),
  leftOut: count, notAsked: count.openapi({ description: "Agreements of which nobody asked whether they pass on more than they were given." }),
});

/** What the agreements that a page names are called: by their titles, and by their ids as well where several have the same. */
export const Titles = z.array(z.strictObject({ agreement: text, title: text })).openapi({ description: "What the agreements that this page names are called." });
export const BySeverity = z.array(z.strictObject({ severity: Severity, findings: count })).openapi({ description: "What the other filters leave, by how grave it is." });
export const ByKind = z.array(z.strictObject({ kind: Kind, findings: count })).openapi({ description: "What the other filters leave, by kind, the kind with the gravest first." });
