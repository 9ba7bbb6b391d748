import { z } from "@hono/zod-openapi";
import { shownReasons } from "@cleartitle/engine";
import { Layer } from "@cleartitle/norms";
import { Status } from "../status.js";
import type { Api } from "../api.js";
import { listName, pageOf, paging, readCursor, writeCursor } from "../cursor.js";
import { etagOf } from "../moment.js";
import { dayField, standingAsked } from "../standing/standing-asked.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { foundIn, type Found } from "./found.js";

const text = z.string();
const maybe = text.nullable();
const Severity = z.enum(["blocked", "unresolved", "conditional", "cleared", "none"]);

export const FindingEntry = z
  .strictObject({
    fingerprint: text, about: z.enum(["records", "rights"]), kind: text.openapi({ description: "What a waiver of it names." }), severity: Status.nullable().openapi({ description: "The worst answer that it has a part in; null: no use reaches it." }),
    asset: maybe, layer: Layer.nullable(), action: maybe, instrument: maybe, cite: maybe, detail: text, settle: text.openapi({ description: "How to settle it; empty: nothing is known to." }), uses: z.array(text).openapi({ description: "Uses that it bears on, 20 at most." }), useCount: z.int(),
    waiver: z.strictObject({ id: text, reason: text, by: text, until: text }).nullable().openapi({ description: "By which it is accepted for every one of these uses." }), expired: maybe.openapi({ description: "A waiver that ended, where none holds." }),
  })
  .openapi("Finding");

const Counts = z.strictObject({ kinds: z.record(text, z.int()), severities: z.record(text, z.int()), waived: z.int(), total: z.int() }).openapi("FindingCounts", { description: "Of all findings that the other filters leave, whatever page is read." });

const filters = {
  about: z.enum(["records", "rights"]).optional(), kind: text.min(1).max(300).optional(), severity: Severity.optional().openapi({ description: "`none`: no use reaches it." }), asset: text.min(1).max(2000).optional(), use: text.min(1).max(2000).optional(),
  waived: z.enum(["true", "false"]).optional(),
} as const;
type Filters = z.output<z.ZodObject<typeof filters>>;

const severityOf = ({ severity }: Found): string => severity ?? "none";

const keeping = ({ about, kind, severity, asset, use, waived }: Filters) => (each: Found): boolean =>
  (about === undefined || each.about === about) && (kind === undefined || each.kind === kind) && (severity === undefined || severityOf(each) === severity) && (asset === undefined || each.asset === asset) &&
  (use === undefined || each.uses.includes(use)) && (waived === undefined || String(each.waiver !== null) === waived);

function tally(names: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

const mostUses = 20;
export const toldFinding = (each: Found): z.infer<typeof FindingEntry> => ({ ...each, uses: each.uses.slice(0, mostUses), useCount: each.uses.length });

/** What is wrong or worth a look, of the records and of the rights that uses need. */
export function findingRoutes(api: Api): void {
  const feature = "findings";
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/findings", needs: "records:read", feature, summary: "What is wrong or worth a look, worst first", params: inWorkspace,
      description: `Of the records: where evidence contradicts itself or is thin. Of rights: what keeps a recorded use from being clear, told once for all uses; of each use the first ${shownReasons} groups of reasons, the worst. Each with how it is settled. Uses that nobody recorded are not asked.`,
      query: z.strictObject({ ...paging, ...dayField, ...filters }), answer: pageOf(FindingEntry).extend({ changeSet: z.int(), day: text, counts: Counts.nullable().openapi({ description: "On the first page alone." }) }),
    },
    async (asked) => {
      const { limit, cursor, day, ...wanted } = asked.query;
      const name = listName(`${asked.workspace}/findings`, { ...wanted, day: day ?? asked.backing.now().slice(0, 10) });
      const place = readCursor(cursor, name);
      const standing = await standingAsked(asked, day, place?.at ?? null);
      const kept = foundIn(standing).filter(keeping(wanted));
      const from = place === null ? 0 : Number(place.after);
      const counts = place === null ? { kinds: tally(kept.map((each) => each.kind)), severities: tally(kept.map(severityOf)), waived: kept.filter((each) => each.waiver !== null).length, total: kept.length } : null;
      const next = from + limit < kept.length ? writeCursor({ after: from + limit, at: standing.number, of: name }) : null;
      return { body: { items: kept.slice(from, from + limit).map(toldFinding), next, changeSet: standing.number, day: standing.day, counts } as never, headers: { ETag: etagOf(standing.number) } };
    },
  );
  api.route(
    { method: "get", path: "/workspaces/{workspace}/findings/{fingerprint}", needs: "records:read", feature, summary: "One finding", params: inWorkspace.extend({ fingerprint: text.regex(/^sha256:[0-9a-f]{64}$/, { message: "a fingerprint is `sha256:` and 64 digits" }) }), query: z.strictObject(dayField), answer: FindingEntry },
    async (asked) => {
      const standing = await standingAsked(asked, asked.query.day, null);
      const found = foundIn(standing).find((each) => each.fingerprint === asked.params.fingerprint);
      if (found === undefined) throw stopWith("not-found", "there is no such finding any more", { pointer: "#path/fingerprint", hint: "it was settled, or the records are others" });
      return { body: toldFinding(found) as never, headers: { ETag: etagOf(standing.number) } };
    },
  );
}
