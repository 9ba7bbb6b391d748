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
const Finding = z
  .strictObject({
    id: text, kind: z.enum(["family", "inconsistent", "exclusivity", "most-favored", "wider-than-in", "law", "transfer", "notice-window", "unusual"]), severity: z.enum(["conflict", "look", "open"]).openapi({ description: "`open`: it could not be compared, which is no word that it fits." }), agreements: texts, message: text,
    places: z.array(Place).openapi({ description: "What it rests on." }),
  })
  .openapi("PortfolioFinding");
const Entry = z.strictObject({ agreement: text, kind: z.enum(["begins", "notice", "ends", "renewed-until", "other"]), what: text, on: maybe, state: z.enum(["past", "coming", "unknown"]), why: maybe }).openapi("PortfolioDay");
const Sum = z.strictObject({ currency: text, amount: text });
const Line = z.strictObject({ what: text, totals: z.array(Sum), sums: z.array(Sum.extend({ agreement: text })) });
const Cap = z.strictObject({ agreement: text, cap: z.enum(["sum", "relative", "without limit", "open", "not found"]), says: text });
/** What a portfolio tells. */
export const PortfolioAnswer = z.strictObject({
  day: text, agreements: z.array(Family), findings: z.array(Finding), total: count.openapi({ description: "Findings in all." }), counts: z.strictObject({ conflict: count, look: count, open: count }).openapi({ description: "How many of them are how grave." }), calendar: z.array(Entry), money: z.array(Line).openapi({ description: "By currency; of each agreement the largest sum of a kind. Nothing is exchanged." }), caps: z.array(Cap),
  leftOut: z.array(z.strictObject({ agreement: text, why: text })), cut: texts.openapi({ description: "Agreements of which nobody asked whether they pass on more than they were given." }),
});
