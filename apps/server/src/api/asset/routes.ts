import { z } from "@hono/zod-openapi";
import { licenseClasses } from "@cleartitle/engine";
import type { Api } from "../api.js";
import { listName, pageOf, paging, readCursor, writeCursor } from "../cursor.js";
import { etagOf } from "../moment.js";
import { Status } from "../status.js";
import { dayField, standingAsked } from "../standing/standing-asked.js";
import { inWorkspace } from "../workspace/name.js";
import { assetCsv } from "./csv.js";
import { facetCounts, facetNames, filtered, sorted, sortings } from "./filter.js";
import { assetRows } from "./row.js";
import { assetHistoryRoute } from "./history.js";
import { sheetRoute } from "./sheet.js";

const text = z.string();
const maybe = text.nullable();
const count = z.int().nonnegative();
const word = text.min(1).max(500).optional();

const Row = z
  .strictObject({
    id: text, kind: text, version: maybe, licensor: maybe, license: maybe.openapi({ description: "The one license of the catalogue that the records name." }), licenseClass: z.enum(licenseClasses), licenseSaid: z.array(text).openapi({ description: "As it was recorded; several where sources differ." }),
    layers: z.array(text), findings: count, severity: Status.nullable().openapi({ description: "The worst that it is a reason for in an answer; null: no use reaches it." }), uses: count, sources: count, results: count, placeholder: z.boolean(),
  })
  .openapi("AssetRow");

const filters = {
  q: text.max(500).optional().openapi({ description: "Words that are all somewhere in id, kind, version, licensor or license, in letters of any case." }),
  kind: word, license: word.openapi({ description: "As it is read: an id of the catalogue." }), licenseClass: z.enum(licenseClasses).optional(), layer: word, severity: z.enum([...Status.options, "none"]).optional(),
  findings: z.enum(["true", "false"]).optional().openapi({ description: "Whether anything was found of it." }), placeholder: z.enum(["true", "false"]).optional(),
} as const;

const Facets = z.strictObject(Object.fromEntries(facetNames.map((name) => [name, z.array(z.strictObject({ value: text, count }))])) as Record<(typeof facetNames)[number], z.ZodArray<z.ZodObject<{ value: z.ZodString; count: z.ZodInt }>>>).openapi("AssetFacets");

/** Whether a table is asked for rather than JSON. */
const wantsCsv = (accept: string | undefined): boolean => (accept ?? "").split(",").some((each) => each.split(";")[0]!.trim().toLowerCase() === "text/csv");

/** Assets as lists show them: searched, filtered, counted, sorted, and taken along as a table. */
export function assetRoutes(api: Api): void {
  const of = { method: "get", needs: "records:read", feature: "assets", params: inWorkspace } as const;
  api.route(
    {
      ...of, path: "/workspaces/{workspace}/asset-rows", summary: "Assets with their license as it is read, and what was found of them", description: "With `Accept: text/csv` all that the filters leave, as a table.",
      query: z.strictObject({ ...paging, ...dayField, ...filters, sort: z.enum(sortings).default("id").openapi({ description: "By what; with `-` the other way around." }) }), answer: pageOf(Row).extend({ changeSet: count, total: count }), media: ["text/csv"],
    },
    async (asked) => {
      const { limit, cursor, day, sort, ...filter } = asked.query;
      const name = listName(`${asked.workspace}/asset-rows`, { ...filter, sort, day: day ?? asked.backing.now().slice(0, 10) });
      const place = readCursor(cursor, name);
      const standing = await standingAsked(asked, day, place?.at ?? null);
      const rows = sorted(filtered(assetRows(standing), filter), sort);
      const headers = { ETag: etagOf(standing.number), Vary: "Accept" };
      if (wantsCsv(asked.c.req.header("accept"))) return new Response(assetCsv(rows), { headers: { ...headers, "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${asked.workspace}-assets.csv"` } });
      const from = Number(place?.after ?? 0);
      const next = from + limit < rows.length ? writeCursor({ after: from + limit, at: standing.number, of: name }) : null;
      return { body: { items: rows.slice(from, from + limit), next, changeSet: standing.number, total: rows.length } as never, headers };
    },
  );
  api.route(
    {
      ...of, path: "/workspaces/{workspace}/asset-facets", summary: "How many assets there are of each kind, license, layer and so on", description: "Each facet is counted among what all other filters leave; the 50 most frequent values.",
      query: z.strictObject({ ...dayField, ...filters }), answer: z.strictObject({ changeSet: count, facets: Facets }),
    },
    async (asked) => {
      const { day, ...filter } = asked.query;
      const standing = await standingAsked(asked, day, null);
      return { body: { changeSet: standing.number, facets: facetCounts(assetRows(standing), filter) } as never, headers: { ETag: etagOf(standing.number) } };
    },
  );
  sheetRoute(api);
  assetHistoryRoute(api);
}
