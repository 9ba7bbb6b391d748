import { decide } from "@cleartitle/engine";
import { CalendarDate } from "@cleartitle/norms";
import { type Portfolio, portfolioOf, recordedSources } from "@cleartitle/portfolio";
import { z } from "@hono/zod-openapi";
import { agreementsIn, clausesOf } from "../agreement/reading.js";
import { count, dayField, maybe, text } from "../agreement/schema.js";
import type { Api } from "../api.js";
import { paging } from "../cursor.js";
import { readSourcesOf } from "../reading/in-portfolio.js";
import { inWorkspace } from "../workspace/name.js";

const texts = z.array(text);
const Place = z.strictObject({ file: text.openapi({ description: "`agreements/ID`, `agreements/ID/AMENDMENT`, or `readings/NUMBER/NAME`." }), cite: maybe.openapi({ description: "Number of the clause, or of the paragraph." }), page: count.nullable(), start: count.nullable().openapi({ description: "Offset into the text of a document that was read." }), quote: text }).openapi("PortfolioPlace");
const Day = z.strictObject({ on: maybe.openapi({ description: "null: it is not known, or there is none." }), why: maybe.openapi({ description: "Why it is not known." }) });
const Family = z
  .strictObject({
    id: text.openapi({ description: "Of an agreement, or of a contract that was read: `readings/NUMBER/NAME`." }), form: z.enum(["agreement", "reading"]), title: maybe,
    isSigned: z.boolean().nullable().openapi({ description: "false: it is asked as if it were signed as it stands; null: a contract that was read, of which that is not known." }), parties: z.array(z.strictObject({ id: maybe, name: text, role: maybe })), from: Day, to: Day, noticeBy: Day,
    topics: z.array(z.strictObject({ topic: text, state: z.enum(["found", "open"]), version: maybe, from: maybe.openapi({ description: "The day of the amendment that it comes from; null: it is as it was signed." }), place: Place.nullable() })), notFound: texts, takenOut: texts,
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
type Told = z.input<typeof Answer>;
const Answer = z.strictObject({
  day: text, agreements: z.array(Family), findings: z.array(Finding), total: count.openapi({ description: "Findings in all." }), calendar: z.array(Entry), money: z.array(Line).openapi({ description: "By currency; of each agreement the largest sum of a kind. Nothing is exchanged." }), caps: z.array(Cap),
  leftOut: z.array(z.strictObject({ agreement: text, why: text })), cut: texts.openapi({ description: "Agreements of which nobody asked whether they pass on more than they were given." }),
});

/** Each chain is some dozens of decisions: a request waits for no more, and names the rest. */
const mostChains = 3;

const placeTold = ({ file, cite, page, start, quote }: Portfolio["findings"][number]["places"][number]): z.input<typeof Place> => ({ file, cite, page, start, quote });
const dayTold = ({ on, why }: Portfolio["families"][number]["days"]["to"]): z.input<typeof Day> => ({ on, why });

const familyTold = ({ id, title, deal, parties, days, terms, notFound, takenOut }: Portfolio["families"][number]): z.input<typeof Family> => ({
  id, title: title?.value ?? null, form: deal === null ? "reading" : "agreement", isSigned: deal === null ? null : deal.isSigned, parties: parties.map(({ id: party, name, role }) => ({ id: party, name, role })), from: dayTold(days.from), to: dayTold(days.to), noticeBy: dayTold(days.noticeBy),
  topics: terms.map(({ topic, state, term, from }) => ({ topic, state, version: term?.version ?? null, from, place: term === null ? null : placeTold(term.place) })), notFound: [...notFound], takenOut: takenOut.map(({ value }) => value),
});

/** Nothing that could not be put together is passed over. */
const leftTold = (agreement: string | null, why: string): Told["leftOut"][number] => ({ agreement: (agreement ?? "").replace(/^agreements\//, ""), why });

function told({ asOf, families, findings, calendar, money, leftOut, problems, cut }: Portfolio, limit: number): z.input<typeof Answer> {
  return {
    day: asOf, agreements: families.map(familyTold), total: findings.length, cut: [...cut], leftOut: [...leftOut.map(({ file, why }) => leftTold(file, why)), ...problems.map(({ file, message }) => leftTold(file, message))],
    findings: findings.slice(0, limit).map(({ id, kind, severity, families: agreements, message, places }) => ({ id, kind, severity, agreements: [...agreements], message, places: places.map(placeTold) })),
    calendar: calendar.map(({ family, kind, what, on, state, why }) => ({ agreement: family, kind, what, on, state, why })),
    money: money.lines.map(({ what, totals, sums }) => ({ what, totals: totals.map(({ currency, amount }) => ({ currency, amount })), sums: sums.map(({ family, currency, amount }) => ({ agreement: family, currency, amount })) })),
    caps: money.caps.map(({ family, cap, says }) => ({ agreement: family, cap, says })),
  };
}

/** All agreements of a workspace together. */
export function portfolioRoutes(api: Api): void {
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/portfolio", needs: "agreements:read", feature: "agreements", summary: "All agreements and contracts together: what counts on a day, what does not fit between them, what is due", params: inWorkspace, answer: Answer,
      description: "Of agreements that are recorded, and of contracts that were read, as persons left them. What a license out gives beyond the licenses in is asked of the engine, of three agreements at most; the others are named. Not found is no word that there is nothing.",
      query: z.strictObject({ ...dayField, until: z.optional(CalendarDate).openapi({ description: "Windows of notice that close by then are told; left out: the day itself." }), limit: paging.limit }),
    },
    async (asked) => {
      const { backing, query: { day = backing.now().slice(0, 10), until, limit } } = asked;
      const house = clausesOf(backing);
      const read = recordedSources(await agreementsIn(asked), house, day);
      const others = await readSourcesOf(asked);
      const together = { ...read, documents: [...read.documents, ...others.documents], leftOut: [...read.leftOut, ...others.leftOut] };
      return { body: told(portfolioOf(together, { house, catalogue: backing.catalogue, decide, asOf: day, soon: until ?? day, mostChains }), limit) };
    },
  );
}
