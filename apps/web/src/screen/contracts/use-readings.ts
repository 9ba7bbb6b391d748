import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import type { SearchState } from "../../part/search-state.js";

export type ReadingRow = components["schemas"]["Reading"];
export type ReadingDetail = components["schemas"]["ReadingDetail"];
export type ReadKind = ReadingDetail["kinds"][number];
export type ReadField = ReadKind["fields"][number];
/** A run that reads a document. */
interface ReadingRun {
  readonly number: number;
  readonly by: string;
  /** Why it broke off; null: it did not. */
  readonly why: string | null;
}

const pageSize = 50;

/** Contracts that were read, the newest first. */
export function useReadings(workspace: string, { cursor, q }: SearchState) {
  const query = { limit: pageSize, order: "newest" as const, ...(q === undefined ? {} : { q }), ...(cursor === undefined ? {} : { cursor }) };
  return useQuery({ queryKey: queryKey.of(workspace, "readings", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/readings", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
}

export const useReading = (workspace: string, number: number) =>
  useQuery({ queryKey: queryKey.of(workspace, "reading", number), queryFn: async () => answered(api.GET("/workspaces/{workspace}/readings/{number}", { params: { path: { workspace, number } } })) });

/** A part of the text; it never changes. */
export const useBlock = (workspace: string, number: number, block: number, isNear: boolean) =>
  useQuery({ queryKey: queryKey.of(workspace, "reading-text", number, block), enabled: isNear, staleTime: Number.POSITIVE_INFINITY, queryFn: async () => answered(api.GET("/workspaces/{workspace}/readings/{number}/text/{block}", { params: { path: { workspace, number, block } } })) });

const runsIn = async (workspace: string, state: components["schemas"]["Run"]["state"]): Promise<readonly ReadingRun[]> =>
  (await answered(api.GET("/workspaces/{workspace}/runs", { params: { path: { workspace }, query: { state, limit: 1000 } } }))).items.flatMap(({ number, by, kind, problem }) => (kind === "reading" ? [{ number, by, why: (problem as { readonly message: string } | null)?.message ?? null }] : []));

/** How often it is asked how far reading is. */
const look = 1_500;

/** Documents that are being read or wait for it, and those of which reading broke off. While there are any, the list is asked for anew as they come through. */
export function useReadingRuns(workspace: string, isAllowed: boolean) {
  const client = useQueryClient();
  return useQuery({
    queryKey: queryKey.of(workspace, "runs", "reading"), enabled: isAllowed, refetchInterval: ({ state: { data } }) => (data !== undefined && data.open.length > 0 ? look : false),
    queryFn: async () => {
      const [working, waiting, dead] = await Promise.all((["working", "waiting", "dead"] as const).map(async (state) => runsIn(workspace, state)));
      const open = [...working!, ...waiting!];
      const before = client.getQueryData<{ readonly open: readonly ReadingRun[] }>(queryKey.of(workspace, "runs", "reading"));
      if (before !== undefined && before.open.some(({ number }) => open.every((each) => each.number !== number))) void askAnew(client, { queryKey: queryKey.of(workspace, "readings") });
      return { open, dead: dead! };
    },
  });
}

/** What a person says of fields. */
export type Said = { readonly verdict: "accepted" | "rejected"; readonly fields: string[]; readonly why?: string } | { readonly verdict: "corrected"; readonly field: string; readonly values: string[]; readonly why?: string };
/** A clause that a person adds. */
export type Added = { readonly kind: string; readonly values: string[]; readonly why?: string } & ({ readonly start: number; readonly end: number } | { readonly quote: string });

/** Says something of a reading; whatever is shown of it, and of the portfolio, is asked for anew. */
export function useSaying(workspace: string, number: number) {
  const client = useQueryClient();
  const path = { workspace, number };
  const isFresh = ["reading", "readings", "portfolio"];
  const onSuccess = async (): Promise<void> => askAnew(client, { queryKey: queryKey.of(workspace), predicate: ({ queryKey: key }) => isFresh.includes(String(key[2])) });
  const saying = useMutation({ mutationFn: async (body: Said) => answered(api.POST("/workspaces/{workspace}/readings/{number}/reviews", { params: { path }, body })), onSuccess });
  const adding = useMutation({ mutationFn: async (body: Added) => answered(api.POST("/workspaces/{workspace}/readings/{number}/clauses", { params: { path }, body })), onSuccess });
  return { saying, adding };
}

export const stateWords: Readonly<Record<ReadField["state"], string>> = { open: "not looked at", accepted: "accepted", corrected: "corrected", rejected: "rejected", added: "added" };
export const fieldStates = Object.keys(stateWords) as readonly ReadField["state"][];

/** Where a clause stands, in words. */
export const sayPlace = ({ page, number, heading }: Pick<ReadField, "page" | "number" | "heading">): string => [page === null ? null : `page ${page}`, [number, heading].filter((part) => part !== null).join(" ")].filter((part) => part !== null && part !== "").join(", ") || "in the text";
