import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { assetRowsAsCsv } from "../../api/asset-rows.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Told } from "../../part/told.js";
import { saveFile } from "../../part/save-file.js";
import { SearchField } from "../../part/search-field.js";
import { useSearchState } from "../../part/search-state.js";
import { Pages } from "../../part/table.js";
import { ViewBar } from "../../part/view-bar.js";
import { importAt } from "../../shell/address.js";
import { AssetFacetBar } from "./asset-facets.js";
import { filteredIds, useFacets, useRows, viewOf } from "./asset-list.js";
import { AssetTable } from "./asset-table.js";
import { BulkBar } from "./bulk-bar.js";
import { mostAtOnce } from "./bulk-change.js";
import "./assets.css";

/** What is marked stays so from page to page, until the filters are others. */
function useMarks(of: string) {
  const [{ marked, seen }, setMarks] = useState<{ readonly marked: ReadonlySet<string>; readonly seen: string }>({ marked: new Set(), seen: of });
  const now = seen === of ? marked : new Set<string>();
  const mark = (ids: readonly string[], isMarked: boolean): void => {
    const next = new Set(now);
    for (const id of ids) if (isMarked) next.add(id);
      else next.delete(id);
    setMarks({ marked: next, seen: of });
  };
  return { marked: now, mark, forget: () => setMarks({ marked: new Set(), seen: of }) };
}

/** Everything rights attach to: found, narrowed, taken along as a table, and spoken of many at once. */
export default function Assets() {
  const workspace = useWorkspace();
  const [state] = useSearchState();
  const session = useSignedIn();
  const rows = useRows(workspace, state);
  const facets = useFacets(workspace, state);
  const filtered = JSON.stringify(viewOf(state));
  const marks = useMarks(filtered);
  const [told, setTold] = useState<string | null>(null);
  const csv = useMutation({ mutationFn: async () => saveFile(await assetRowsAsCsv(workspace, viewOf(state)), `${workspace}-assets.csv`) });
  const all = useMutation({ mutationFn: async () => marks.mark(await filteredIds(workspace, state, mostAtOnce), true) });
  const mayWrite = mayIn(session, workspace, "records:write");
  // What stands above is there first, so that no row is pushed away under somebody's hand.
  const data = facets.isLoading ? undefined : rows.data;
  const problem = rows.error ?? facets.error ?? csv.error ?? all.error;
  const isNarrowed = filtered !== "{}";
  return (
    <>
      <Heading title="Assets" lead="Everything rights attach to, with its license as the records are read and what answers say of it.">
        <button type="button" disabled={csv.isPending || data === undefined || data.total === 0} onClick={() => csv.mutate()}>{csv.isPending ? "Fetching" : "Save as CSV"}</button>
      </Heading>
      <div className="asset-search"><SearchField label="Name, kind, license, licensor" /><ViewBar of="assets" viewOf={viewOf} /></div>
      {facets.data !== undefined && <AssetFacetBar facets={facets.data} />}
      {problem !== null && <ProblemBox problem={problem} again={() => void rows.refetch()} />}
      {told !== null && <Told text={told} />}
      {(rows.isLoading || facets.isLoading) && <Loading what="Reading assets" />}
      {data !== undefined && data.total === 0 && (isNarrowed
        ? <Empty title="No asset is like that"><p>Take a filter back, or search with fewer words.</p></Empty>
        : <Empty title="No asset is recorded here yet"><p><Link to={importAt(workspace)}>Import</Link> a title file, a folder or what a server tells of itself; each thing that it names is an asset here.</p></Empty>)}
      {data !== undefined && data.total > 0 && (
        <>
          {mayWrite && (
            <p className="marking small">
              <span className="soft">Mark</span>
              <button type="button" className="bare" onClick={() => marks.mark(data.items.map(({ id }) => id), true)}>this page</button>
              <button type="button" className="bare" disabled={all.isPending} onClick={() => all.mutate()}>{data.total <= mostAtOnce ? `all ${data.total.toLocaleString("en")} shown by the filters` : `the first ${mostAtOnce.toLocaleString("en")} of ${data.total.toLocaleString("en")}`}</button>
            </p>
          )}
          {marks.marked.size > 0 && (
            <Suspense fallback={<Loading what="Reading the licenses of the catalogue" />}>
              <BulkBar key={filtered} ids={[...marks.marked]} forget={marks.forget} done={(text) => {
                setTold(text);
                marks.forget();
              }} />
            </Suspense>
          )}
          <AssetTable rows={data.items} marks={mayWrite ? { has: (id) => marks.marked.has(id), mark: marks.mark } : null} />
          <Pages shown={data.items.length} next={data.next} total={data.total} />
        </>
      )}
    </>
  );
}
