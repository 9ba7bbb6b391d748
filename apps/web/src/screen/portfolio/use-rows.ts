import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered } from "../../api/client.js";
import { ApiProblem } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { useSearchState } from "../../part/search-state.js";

/** How many rows of a list are shown until more are asked for. */
export const step = 50;

/** Most rows that one answer tells. */
const mostOfPage = 1_000;

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
  readonly titles: readonly { readonly agreement: string; readonly title: string }[];
}

/** What a page is asked with. */
interface Paged {
  readonly limit: number;
  readonly cursor?: string;
}

/** The first rows of a list, and what the agreements that they name are called. */
export interface Rows<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly titles: ReadonlyMap<string, string>;
}

type Ask<P> = (paged: Paged) => Parameters<typeof answered<P>>[0];

async function firstOf<T, P extends Page<T>>(many: number, ask: Ask<P>): Promise<Rows<T> & { readonly first: P }> {
  const first = await answered(ask({ limit: Math.min(many, mostOfPage) }));
  const pages: Page<T>[] = [first];
  for (let { items: { length }, next } = first as Page<T>; next !== null && length < many;) {
    const page: P = await answered(ask({ limit: Math.min(many - length, mostOfPage), cursor: next }));
    pages.push(page);
    [length, next] = [length + page.items.length, page.next];
  }
  return { items: pages.flatMap(({ items }) => items), total: first.total, titles: new Map(pages.flatMap(({ titles }) => titles.map(({ agreement, title }) => [agreement, title] as const))), first };
}

/** Pages of a portfolio that has changed in between are no list: it is read from its first page again. Else what nobody answered is asked again. */
const isWorthAsking = (count: number, error: Error): boolean => count < 2 && error instanceof ApiProblem && [0, 412].includes(error.status);

/** The key of the address that says how many rows of a list are shown. */
export const rowsKey = (of: string): string => `${of}Rows`;

/** As many rows of a list of the portfolio as the address asks for, page by page. `asked`: what the list is asked with beside its pages; `first`: what its first page says of all of it. */
export function useRows<P extends Page<P["items"][number]>>(of: string, asked: object, ask: Ask<P>) {
  const workspace = useWorkspace();
  const [state] = useSearchState();
  const written = Number(state[rowsKey(of)]);
  const many = Number.isSafeInteger(written) && written > step ? written : step;
  return useQuery({ queryKey: queryKey.of(workspace, "portfolio", of, asked, many), queryFn: async () => firstOf<P["items"][number], P>(many, ask), placeholderData: keepPreviousData, retry: isWorthAsking });
}
