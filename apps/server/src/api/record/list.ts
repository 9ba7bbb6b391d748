import { z } from "@hono/zod-openapi";
import type { TitleGraph } from "@cleartitle/title";
import type { Api } from "../api.js";
import { listName, type Page, pageOf, paging, readCursor, writeCursor } from "../cursor.js";
import { etagOf, moment, stateAsked } from "../moment.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";

/** How one section of the title records is listed. */
export interface Section<S extends z.ZodType, F extends z.core.$ZodLooseShape> {
  readonly section: string;
  readonly schema: S;
  readonly of: (graph: TitleGraph) => Iterable<z.input<S>>;
  readonly filters: F;
  /** Whether a record is meant; made once for each request. */
  readonly keeping: (filters: z.output<z.ZodObject<F>>, graph: TitleGraph) => (record: z.input<S>) => boolean;
}

/** Records of a graph as a list. A graph never changes. */
const lists = new WeakMap<TitleGraph, Map<string, readonly unknown[]>>();

function listed<T>(graph: TitleGraph, section: string, of: (graph: TitleGraph) => Iterable<T>): readonly T[] {
  let sections = lists.get(graph);
  if (sections === undefined) lists.set(graph, (sections = new Map()));
  let list = sections.get(section) as readonly T[] | undefined;
  if (list === undefined) sections.set(section, (list = [...of(graph)]));
  return list;
}

/** A page out of a list that stays as it is: the cursor names the state of the records and the place in it. */
function pageIn<T>(list: readonly T[], keeps: (record: T) => boolean, from: number, limit: number, cursor: (after: number) => string): Page<T> {
  const items: T[] = [];
  for (let index = from; index < list.length; index += 1) {
    const record = list[index]!;
    if (!keeps(record)) continue;
    if (items.length === limit) return { items, next: cursor(index - 1) };
    items.push(record);
  }
  return { items, next: null };
}

/** Lists a section: filtered, paged, at any state. Later pages are of the state in which the first was read. */
export function listRoute<S extends z.ZodType, F extends z.core.$ZodLooseShape>(api: Api, { section, schema, of, filters, keeping }: Section<S, F>): void {
  const path = `/workspaces/{workspace}/${section}` as const;
  api.route(
    { method: "get", path, needs: "records:read", feature: "records", summary: `List ${section}`, params: inWorkspace, query: z.strictObject({ ...paging, ...moment, ...filters }), answer: pageOf(schema).extend({ changeSet: z.int().nonnegative() }) },
    async (asked) => {
      const { limit, cursor, at, asOf, ...wanted } = asked.query as { limit: number; cursor?: string; at?: number; asOf?: string };
      const name = listName(`${asked.workspace}/${section}`, wanted);
      const place = readCursor(cursor, name);
      const { number, world } = await stateAsked(asked, place === null ? { at, asOf } : { at: place.at ?? undefined });
      const list = world === null ? [] : listed(world.graph, section, of);
      const keeps = world === null ? () => true : keeping(wanted as z.output<z.ZodObject<F>>, world.graph);
      const page = pageIn(list, keeps, place === null ? 0 : Number(place.after) + 1, limit, (after) => writeCursor({ after, at: number, of: name }));
      return { body: { ...page, changeSet: number } as never, headers: { ETag: etagOf(number) } };
    },
  );
}

/** Reads one record by its id. */
export function oneRoute<S extends z.ZodType>(api: Api, { section, one, schema, find }: { readonly section: string; readonly one: string; readonly schema: S; readonly find: (graph: TitleGraph, id: string) => z.input<S> | undefined }): void {
  api.route(
    { method: "get", path: `/workspaces/{workspace}/${section}/{id}`, needs: "records:read", feature: "records", summary: `Read one ${one}`, params: inWorkspace.extend({ id: z.string().min(1).max(2000) }), query: z.strictObject(moment), answer: schema },
    async (asked) => {
      const { id } = asked.params;
      const { number, world } = await stateAsked(asked, asked.query);
      const record = world === null ? undefined : find(world.graph, id);
      if (record === undefined) throw stopWith("not-found", `there is no ${one} \`${id.slice(0, 200)}\` at change set ${number}`, { pointer: "#path/id", offending: id.slice(0, 200) });
      return { body: record as never, headers: { ETag: etagOf(number) } };
    },
  );
}
