import { canonicalJson, sha256 } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import { stopWith } from "./stop.js";

/** A place in a list: after which entry, of which state of the records, under which filters. */
const Cursor = z.strictObject({ after: z.union([z.string().max(2000), z.int().nonnegative()]), at: z.int().nonnegative().nullable(), of: z.string().length(16) });
type Cursor = z.infer<typeof Cursor>;

/** Entries of a list and where it goes on. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export const pageOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable().openapi({ description: "`cursor` of the next page; null: this is the last." }) });

/** Parameters of every list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(1000).default(100).openapi({ description: "Entries of a page at most." }),
  cursor: z.string().max(4000).optional().openapi({ description: "`next` of the page before." }),
} as const;

/** Parameters of a list of what was recorded one after the other. */
export const ordered = { ...paging, order: z.enum(["oldest", "newest"]).default("oldest").openapi({ description: "Which end it begins at." }) } as const;

/** What a list is of: its address and filters. A cursor of another list is refused. */
export const listName = (path: string, filters: unknown): string => sha256(canonicalJson([path, filters])).slice(7, 23);

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

export function readCursor(text: string | undefined, of: string): Omit<Cursor, "of"> | null {
  if (text === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    value = null;
  }
  const { data } = Cursor.safeParse(value);
  if (data === undefined) throw stopWith("bad-value", "that is no cursor of a list", { pointer: "#query/cursor", hint: "take `next` of the page before, or leave it out" });
  if (data.of !== of) throw stopWith("bad-value", "the cursor is of another list", { pointer: "#query/cursor", hint: "ask with the same filters as for the page before, or begin anew" });
  return data;
}

/** Numbered entries after a number: one more than asked for is read, to see whether there is a next page. */
export function numberedPage<T>(entries: readonly T[], limit: number, of: string, numberOf: (entry: T) => number | string): Page<T> {
  const items = entries.slice(0, limit);
  const last = items.at(-1);
  return { items, next: entries.length > limit && last !== undefined ? writeCursor({ after: numberOf(last), at: null, of }) : null };
}
