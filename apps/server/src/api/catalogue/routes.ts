import { z } from "@hono/zod-openapi";
import { lawCalendar } from "@cleartitle/catalogue";
import { compareInstruments } from "@cleartitle/engine";
import { CalendarDate, nameHint, Verified } from "@cleartitle/norms";
import type { Api } from "../api.js";
import { listName, pageOf, paging, readCursor, writeCursor } from "../cursor.js";
import type { Backing } from "../backing.js";
import { namesRoute } from "./names.js";
import { stopWith } from "../stop.js";
import { wordsRoute } from "./words.js";

const text = z.string();
const maybe = text.nullable();
const Brief = z.strictObject({ id: text, title: text, kind: text, verified: Verified, reviewed: maybe }).openapi("CatalogueRecord");
/** A record as it is written in the catalogue. */
const Whole = z.record(z.string(), z.unknown()).openapi("CatalogueText", { description: "The record as the catalogue has it, in the norm language." });

const kinds = ["instruments", "laws", "positions"] as const;
type Kind = (typeof kinds)[number];

interface CatalogueText {
  readonly id: string;
  readonly title?: string;
  readonly question?: string;
  readonly kind?: string;
  readonly verified?: Verified;
  readonly reviewed?: string;
}

const briefOf = (kind: Kind, { id, title, question, kind: own, verified, reviewed }: CatalogueText): z.infer<typeof Brief> => ({ id, title: title ?? question ?? id, kind: own ?? kind.slice(0, -1), verified: verified ?? "unverified", reviewed: reviewed ?? null });

const recordsOf = ({ catalogue }: Backing, kind: Kind): ReadonlyMap<string, CatalogueText> => catalogue[kind];

function recordNamed<T>(records: ReadonlyMap<string, T>, id: string, pointer: string): T {
  const record = records.get(id);
  if (record === undefined) throw stopWith("not-found", `the catalogue has no \`${id.slice(0, 200)}\``, { pointer, offending: id.slice(0, 200), hint: nameHint(id, [...records.keys()]) });
  return record;
}

const id = z.string().min(1).max(300);

function kindRoutes(api: Api, kind: Kind): void {
  api.route(
    { exact: true, method: "get", path: `/catalogue/${kind}`, needs: "catalogue:read", feature: "catalogue", summary: `List ${kind} of the catalogue`, query: z.strictObject({ ...paging, verified: Verified.optional(), contains: z.string().min(1).max(200).optional().openapi({ description: "Part of the id or the title, in letters of any case." }) }), answer: pageOf(Brief) },
    ({ query: { limit, cursor, ...filters }, backing }) => {
      const name = listName(`catalogue/${kind}/${backing.catalogue.digests.catalogue}`, filters);
      const from = Number(readCursor(cursor, name)?.after ?? 0);
      const part = filters.contains?.toLowerCase();
      const all = [...recordsOf(backing, kind).values()].map((each) => briefOf(kind, each)).filter((each) => (filters.verified === undefined || each.verified === filters.verified) && (part === undefined || each.id.toLowerCase().includes(part) || each.title.toLowerCase().includes(part)));
      return { body: { items: all.slice(from, from + limit), next: from + limit < all.length ? writeCursor({ after: from + limit, at: null, of: name }) : null } };
    },
  );
  api.route(
    { exact: true, method: "get", path: `/catalogue/${kind}/{id}`, needs: "catalogue:read", feature: "catalogue", summary: `One of the ${kind}`, params: z.strictObject({ id }), answer: Whole },
    ({ params, backing }) => ({ body: recordNamed(recordsOf(backing, kind), params.id, "#path/id") as never }),
  );
}

const Entry = z.strictObject({ on: maybe, kind: z.enum(["begins", "ends", "announced", "pending", "review"]), record: text, jurisdiction: maybe, what: text, cite: maybe, verified: Verified }).openapi("CalendarEntry");

const TextChange = z
  .strictObject({ what: z.enum(["new", "gone", "changed"]), about: text, whom: text, before: text.nullable(), after: text.nullable(), details: z.array(text), cites: z.array(text) })
  .openapi("TextChange", { description: "What is said otherwise, and for whom." });

function lastReviewed({ instruments, laws, positions }: Backing["catalogue"]): string | null {
  const days = [instruments, laws, positions].flatMap((records: ReadonlyMap<string, CatalogueText>) => [...records.values()].flatMap(({ reviewed }) => reviewed ?? []));
  return days.toSorted().at(-1) ?? null;
}

/** Licenses, law and positions, as the server decides with them. */
export function catalogueRoutes(api: Api): void {
  api.route(
    { exact: true, method: "get", path: "/catalogue", needs: "catalogue:read", feature: "catalogue", summary: "Which catalogue decides, by its digests", description: "The basis of every decision names the same digests. `ETag` is of the answer, and changes with them.", answer: z.strictObject({ digests: z.strictObject({ catalogue: text, taxonomies: text, groups: text }), reviewed: maybe.openapi({ description: "The day on which a record of it was reviewed last." }), instruments: z.int(), laws: z.int(), positions: z.int() }) },
    ({ backing: { catalogue } }) => ({ body: { digests: catalogue.digests, reviewed: lastReviewed(catalogue), instruments: catalogue.instruments.size, laws: catalogue.laws.size, positions: catalogue.positions.size } }),
  );
  namesRoute(api);
  for (const kind of kinds) {
    kindRoutes(api, kind);
    wordsRoute(api, kind);
  }
  api.route(
    { exact: true, method: "get", path: "/catalogue/compare", needs: "catalogue:read", feature: "catalogue", summary: "What two texts say otherwise, and for whom", query: z.strictObject({ before: id, after: id }), answer: z.strictObject({ before: text, after: text, changes: z.array(TextChange) }) },
    ({ query: { before, after }, backing: { catalogue } }) => {
      const [a, b] = [recordNamed(catalogue.instruments, before, "#query/before"), recordNamed(catalogue.instruments, after, "#query/after")];
      const { taxonomies, instruments, laws, positions } = catalogue;
      return { body: { before: a.id, after: b.id, changes: compareInstruments(a, b, { names: { taxonomies, instruments, laws, positions }, groups: taxonomies.groups }) } };
    },
  );
  api.route(
    { exact: true, method: "get", path: "/catalogue/calendar", needs: "catalogue:read", feature: "catalogue", summary: "Law that begins, ends or is announced, and records to be reviewed", query: z.strictObject({ from: CalendarDate.optional(), to: CalendarDate.optional() }), answer: z.strictObject({ items: z.array(Entry) }) },
    ({ query, backing: { catalogue } }) => ({ body: { items: lawCalendar(catalogue, { ...(query.from === undefined ? {} : { from: query.from }), ...(query.to === undefined ? {} : { to: query.to }) }) } }),
  );
}
