import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import { listName, pageOf, paging, readCursor, writeCursor } from "../cursor.js";
import { inWorkspace } from "../workspace/name.js";

const count = z.int().nonnegative();
const maybe = z.string().nullable();

const Change = z
  .strictObject({
    number: count, at: z.string(), by: z.string(), why: maybe,
    touched: z.array(z.strictObject({ section: z.string(), written: count, gone: count })).openapi({ description: "Kinds of records with how many about the asset were written, and how many taken out." }),
  })
  .openapi("AssetChange");

/** Which change sets wrote about an asset. */
export function assetHistoryRoute(api: Api): void {
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/assets/{id}/history", needs: "records:read", feature: "assets", summary: "Change sets that wrote about an asset, newest first",
      description: "About the asset itself, what was said of it, what it was made of or became, who holds or claims it, and what was observed or happened. Also of an asset that is there no more; of one that never was there are none.",
      params: inWorkspace.extend({ id: z.string().min(1).max(2000) }), query: z.strictObject(paging), answer: pageOf(Change).extend({ total: count }),
    },
    async ({ params: { id }, query: { limit, cursor }, workspace, backing }) => {
      const of = listName(`${workspace}/asset-history`, { id });
      const place = readCursor(cursor, of);
      const { changes, total } = await (await backing.states.workspace(workspace)).historyOf(id, place === null ? null : Number(place.after), limit + 1);
      const items = changes.slice(0, limit);
      const next = changes.length > limit ? writeCursor({ after: items.at(-1)!.number, at: null, of }) : null;
      return { body: { items, next, total } as never };
    },
  );
}
