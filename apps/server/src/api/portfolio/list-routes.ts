import { z } from "@hono/zod-openapi";
import { count, text } from "../agreement/schema.js";
import type { Api } from "../api.js";
import { listName, pageOf, paging, readCursor, writeCursor } from "../cursor.js";
import { stopWith } from "../stop.js";
import { wordsAsked, wordsIn } from "../words-asked.js";
import { inWorkspace } from "../workspace/name.js";
import { type KeptPortfolio, portfolioOf, type Where } from "./kept.js";
import { ofDays } from "./of-days.js";
import { ByKind, BySeverity, Cap, DayState, Entry, Family, Finding, Kind, LeftOut, Severity, Sum, SumKind, Titles } from "./schema.js";
import { capsTold, entryTold, familyTold, findingTold, leftOutTold, sumsTold } from "./told.js";

const root = "/workspaces/{workspace}/portfolio";
const common = { needs: "agreements:read", feature: "agreements", method: "get", params: inWorkspace } as const;
const name = text.max(4_000).optional();
const agreement = name.openapi({ description: "Of this agreement alone." });

interface PageAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly day?: string | undefined;
  readonly until?: string | undefined;
}

/** A list of a portfolio: of which entries, how each is told, and which agreements it names. */
interface List<T, R> {
  readonly path: string;
  readonly rows: readonly T[];
  readonly told: (row: T) => R;
  readonly names: (row: R) => readonly string[];
}

/** The portfolio that a list is asked of. */
async function kept(asked: Where & { readonly query: PageAsked }): Promise<KeptPortfolio> {
  const { backing, query: { day = backing.now().slice(0, 10), until } } = asked;
  return portfolioOf(asked, day, until ?? day);
}

/** A page of a list. It goes on in the same portfolio alone: in another one entries would be told twice, or not at all. */
function page<T, R>({ workspace, query }: Where & { readonly query: PageAsked }, { edition, titles, portfolio: { asOf } }: KeptPortfolio, { path, rows, told, names }: List<T, R>) {
  const { limit, cursor, ...wanted } = query;
  const of = listName(`${workspace}/portfolio/${path}`, { ...wanted, day: asOf });
  const place = readCursor(cursor, of);
  if (place !== null && place.at !== edition) throw stopWith("out-of-date", "of an agreement something was recorded since the page before", { pointer: "#query/cursor", hint: "read the list from its first page on" });
  const from = Number(place?.after ?? 0);
  const items = rows.slice(from, from + limit).map(told);
  const called = [...new Set(items.flatMap(names))].flatMap((id) => (titles.has(id) ? [{ agreement: id, title: titles.get(id)! }] : []));
  return { items, next: from + limit < rows.length ? writeCursor({ after: from + limit, at: edition, of }) : null, total: rows.length, titles: called };
}

const listOf = <T extends z.ZodType>(item: T) => pageOf(item).extend({ total: count, titles: Titles });

function findingRoute(api: Api): void {
  api.route(
    {
      ...common, path: `${root}/findings`, summary: "What does not fit within an agreement or between two, the gravest first",
      description: "What a license out gives beyond the licenses in is asked of the engine, of three agreements at most; the others are named under `not-asked`.",
      query: z.strictObject({ ...ofDays, kind: Kind.optional(), severity: Severity.optional(), agreement: name.openapi({ description: "Findings that it is named in." }), ...paging }), answer: listOf(Finding).extend({ severities: BySeverity, kinds: ByKind }),
    },
    async (asked) => {
      const { kind, severity, agreement: named } = asked.query;
      const whole = await kept(asked);
      const ofOne = whole.portfolio.findings.filter(({ families }) => named === undefined || families.includes(named));
      const [ofKind, ofSeverity] = [ofOne.filter((each) => kind === undefined || each.kind === kind), ofOne.filter((each) => severity === undefined || each.severity === severity)];
      const rows = ofKind.filter((each) => severity === undefined || each.severity === severity);
      const severities = Severity.options.map((each) => ({ severity: each, findings: ofKind.filter((found) => found.severity === each).length })).filter(({ findings }) => findings > 0);
      const kinds = [...new Set(ofSeverity.map((found) => found.kind))].map((each) => ({ kind: each, findings: ofSeverity.filter((found) => found.kind === each).length }));
      return { body: { ...page(asked, whole, { path: "findings", rows, told: findingTold, names: ({ agreements }) => agreements }), severities, kinds } };
    },
  );
}

function agreementRoute(api: Api): void {
  api.route(
    {
      ...common, path: `${root}/agreements`, summary: "Each agreement and contract as it stands on a day",
      query: z.strictObject({ ...ofDays, q: wordsAsked, agreement, finding: name.openapi({ description: "Those that the finding of this id is of." }), ...paging }), answer: listOf(Family),
    },
    async (asked) => {
      const { q, agreement: id, finding } = asked.query;
      const whole = await kept(asked);
      const { portfolio: { families, findings } } = whole;
      const of = finding === undefined ? null : new Set(findings.find((each) => each.id === finding)?.families ?? []);
      const hasWords = wordsIn(q);
      const rows = families.filter((each) => (id === undefined || each.id === id) && (of === null || of.has(each.id)) && hasWords([each.id, each.title?.value, ...each.parties.map((party) => party.name)]));
      return { body: page(asked, whole, { path: "agreements", rows, told: (row) => familyTold(row, whole), names: (row) => [row.id] }) };
    },
  );
}

function dayRoute(api: Api): void {
  api.route(
    {
      ...common, path: `${root}/days`, summary: "Days of all agreements in their order, those that nobody knows last",
      query: z.strictObject({ ...ofDays, agreement, past: z.enum(["true", "false"]).default("true").openapi({ description: "false: without the days that are past." }), ...paging }), answer: listOf(Entry).extend({ states: z.strictObject({ past: count, coming: count, unknown: count }).openapi({ description: "How many there are, with those that are past." }) }),
    },
    async (asked) => {
      const { agreement: id, past } = asked.query;
      const whole = await kept(asked);
      const own = whole.portfolio.calendar.filter(({ family }) => id === undefined || family === id);
      const states = { past: 0, coming: 0, unknown: 0 } satisfies Record<z.infer<typeof DayState>, number>;
      for (const { state } of own) states[state] += 1;
      const rows = past === "true" ? own : own.filter(({ state }) => state !== "past");
      return { body: { ...page(asked, whole, { path: "days", rows, told: entryTold, names }), states } };
    },
  );
}

const same = <T>(row: T): T => row;
const names = (row: { readonly agreement: string }): readonly string[] => [row.agreement];

function moneyRoutes(api: Api): void {
  api.route(
    { ...common, path: `${root}/sums`, summary: "Sums of all agreements, of each the largest of a kind and currency", query: z.strictObject({ ...ofDays, what: SumKind.optional(), agreement, ...paging }), answer: listOf(Sum) },
    async (asked) => {
      const { what, agreement: id } = asked.query;
      const whole = await kept(asked);
      const rows = whole.portfolio.money.lines.filter((line) => what === undefined || line.what === what).flatMap(sumsTold).filter((row) => id === undefined || row.agreement === id);
      return { body: page(asked, whole, { path: "sums", rows, told: same, names }) };
    },
  );
  api.route(
    { ...common, path: `${root}/caps`, summary: "Of each agreement whether what is owed is capped, what leaves most open first", query: z.strictObject({ ...ofDays, agreement, ...paging }), answer: listOf(Cap) },
    async (asked) => {
      const whole = await kept(asked);
      const rows = capsTold(whole.portfolio).filter((row) => asked.query.agreement === undefined || row.agreement === asked.query.agreement);
      return { body: page(asked, whole, { path: "caps", rows, told: same, names }) };
    },
  );
}

function absentRoutes(api: Api): void {
  api.route(
    { ...common, path: `${root}/left-out`, summary: "Agreements and contracts that are not in it, and why", query: z.strictObject({ ...ofDays, ...paging }), answer: listOf(LeftOut) },
    async (asked) => {
      const whole = await kept(asked);
      return { body: page(asked, whole, { path: "left-out", rows: leftOutTold(whole.portfolio), told: same, names }) };
    },
  );
  api.route(
    { ...common, path: `${root}/not-asked`, summary: "Agreements of which nobody asked whether they pass on more than they were given", query: z.strictObject({ ...ofDays, ...paging }), answer: listOf(z.strictObject({ agreement: text })) },
    async (asked) => {
      const whole = await kept(asked);
      return { body: page(asked, whole, { path: "not-asked", rows: whole.portfolio.cut, told: (id) => ({ agreement: id }), names }) };
    },
  );
}

/** What a portfolio is made of, in pages. */
export function portfolioListRoutes(api: Api): void {
  findingRoute(api);
  agreementRoute(api);
  dayRoute(api);
  moneyRoutes(api);
  absentRoutes(api);
}
