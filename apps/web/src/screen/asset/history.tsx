import { useInfiniteQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";
import { instant } from "../../part/days.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Table } from "../../part/table.js";
import { sayTouched } from "./touched.js";

const atOnce = 50;

interface Page {
  readonly items: readonly components["schemas"]["AssetChange"][];
  readonly next: string | null;
  readonly total: number;
}

const useHistory = (workspace: string, asset: string) =>
  useInfiniteQuery({
    queryKey: queryKey.of(workspace, "asset-history", asset), initialPageParam: null as string | null, getNextPageParam: ({ next }: Page) => next,
    queryFn: async ({ pageParam }): Promise<Page> => answered(api.GET("/workspaces/{workspace}/assets/{id}/history", { params: { path: { workspace, id: asset }, query: { limit: atOnce, ...(pageParam === null ? {} : { cursor: pageParam }) } } })),
  });

/** Which change sets wrote of it, the newest first. */
export function History({ asset }: { readonly asset: string }) {
  const workspace = useWorkspace();
  const { data, error, isLoading, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(workspace, asset);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section id="history" title="History" {...(data === undefined ? {} : { note: `${data.pages[0]!.total.toLocaleString("en")} change ${data.pages[0]!.total === 1 ? "set" : "sets"}` })}>
      {isLoading && <Loading what="Reading the history" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {rows.length > 0 && (
        <Table
          label="History" rows={rows} keyOf={({ number }) => String(number)}
          columns={[
            { head: "Change set", isNumber: true, cell: ({ number }) => number },
            { head: "When", cell: ({ at }) => instant(at) },
            { head: "By", cell: ({ by }) => <bdi>{by}</bdi> },
            { head: "What", cell: ({ touched }) => sayTouched(touched) },
            { head: "Why", cell: ({ why }) => (why === null ? <span className="soft">no reason given</span> : <bdi>{why}</bdi>) },
          ]}
        />
      )}
      {hasNextPage && <p><button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{isFetchingNextPage ? "Reading" : "Older ones"}</button></p>}
    </Section>
  );
}
