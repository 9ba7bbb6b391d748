import { z } from "zod";
import { usageStop } from "../stop.js";

/** Characters of what one answer lists: whoever asks has little room, and asks for more where he needs it. */
const mostCharacters = 16_000;
const mostOfText = 12_000;

export const paging = { after: z.string().optional(), most: z.int().min(1).max(100).optional() };

interface Paging {
  readonly after?: string | undefined;
  readonly most?: number | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** To be given as `after`; null: that was all. */
  readonly next: string | null;
}

/** A page of a list whose order stays the same: as many as were asked for, and fewer where they are long; never none. */
export function page<T>(all: readonly T[], { after = "0", most = 20 }: Paging): Page<T> {
  if (!/^\d{1,9}$/.test(after)) throw usageStop(`\`${after.slice(0, 40)}\` is no place in a list`, "give what `next` said, or leave it out");
  const start = Number(after);
  const items: T[] = [];
  let characters = 0;
  for (const each of all.slice(start, start + most)) {
    characters += JSON.stringify(each).length;
    if (items.length > 0 && characters > mostCharacters) break;
    items.push(each);
  }
  const end = start + items.length;
  return { items, total: all.length, next: end < all.length && items.length > 0 ? String(end) : null };
}

/** A text with its end left out where it is too long, which it then says. */
export const bounded = (text: string): string => (text.length <= mostOfText ? text : `${text.slice(0, mostOfText)}\n… ${text.length - mostOfText} more characters; ask \`cleartitle\` on the command line for all of it`);

/** Long words of others, as far as a list has room for them. */
export const brief = (text: string | null, most = 300): string | null => (text === null || text.length <= most ? text : `${text.slice(0, most)}…`);
