import type { Status } from "@cleartitle/norms";

/** One entry of a list: what is said, and what stands under it. `quote` is another's text and is set apart as such. */
export interface Item {
  readonly status: Status | null;
  readonly text: string;
  readonly details: readonly string[];
  readonly quote: string | null;
  readonly ids: readonly string[];
}

/** What a decision is said in, before it is laid out for a terminal, a document or a page. */
export type Block =
  | { readonly kind: "verdict"; readonly status: Status; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  /** `ids`: each entry is known by the first of its ids, by which others refer to it. */
  | { readonly kind: "items"; readonly ordered: boolean | "ids"; readonly items: readonly Item[] };

/** The shape that goes with each status, so that none is told by color alone. */
export const shapes: Readonly<Record<Status, string>> = { cleared: "✔", conditional: "◐", unresolved: "?", blocked: "✖" };

export const item = (text: string, rest: Partial<Omit<Item, "text">> = {}): Item => ({ status: null, details: [], quote: null, ids: [], ...rest, text });

/** A heading with its items; nothing at all where there are none. */
export function section(heading: string, items: readonly Item[], ordered: boolean | "ids" = false): Block[] {
  return items.length === 0 ? [] : [{ kind: "heading", text: heading }, { kind: "items", ordered, items }];
}
