import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../../api/client.js";
import { useNames } from "../../api/names.js";
import { placeIn } from "../../api/place-in.js";
import { queryKey } from "../../api/query-key.js";
import type { RecordKind } from "../../api/record-kind.js";
import type { components } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Facets } from "../../part/facets.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { SearchField } from "../../part/search-field.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Pages, Table } from "../../part/table.js";
import { recordAt } from "../../shell/address.js";
import { type Verified, verifiedWords } from "./verified-words.js";
import { Verification } from "./verification.js";

type Brief = components["schemas"]["CatalogueRecord"];

const titles: Readonly<Record<RecordKind, string>> = { instruments: "Licenses and terms", laws: "Rules of law", positions: "Contested questions" };
const kinds = Object.keys(verifiedWords) as Verified[];
const isVerified = (text: string | undefined): text is Verified => kinds.some((each) => each === text);

function useRecords(kind: RecordKind) {
  const [{ q, verified, cursor }] = useSearchState();
  const query = { limit: 100, ...(q === undefined ? {} : { contains: q }), ...(isVerified(verified) ? { verified } : {}), ...(cursor === undefined ? {} : { cursor }) };
  return useQuery({ queryKey: queryKey.catalogue(kind, query), queryFn: async () => answered(api.GET(`/catalogue/${kind}`, { params: { query } })), placeholderData: keepPreviousData });
}

/** Records of one kind, searched and narrowed by the server. */
export function RecordList({ kind }: { readonly kind: RecordKind }) {
  const workspace = useWorkspace();
  const names = useNames();
  const [, change] = useSearchState();
  const { data, error, refetch } = useRecords(kind);
  const where = (id: string): string => placeIn(names, names.laws[id]?.jurisdiction ?? "");
  const columns: Column<Brief>[] = [
    { head: kind === "positions" ? "Question" : "Title", cell: ({ id, title }) => <div className="side"><Link to={recordAt(workspace, kind, id)}>{title}</Link></div> },
    { head: "Id", cell: ({ id }) => <code>{id}</code> },
    ...(kind === "laws" ? [{ head: "Where", cell: ({ id }: Brief) => where(id) }] : kind === "positions" ? [{ head: "Answers", isNumber: true, cell: ({ id }: Brief) => names.positions[id]?.options.length ?? 0 }] : [{ head: "Kind", cell: (row: Brief) => row.kind }]),
    { head: "Known", cell: ({ verified }) => <Verification verified={verified} /> },
    { head: "Reviewed", cell: ({ reviewed }) => <span className="day">{reviewed}</span> },
  ];
  return (
    <>
      <div className="fields narrow">
        <SearchField label={kind === "positions" ? "Question or id" : "Title or id"} />
        <Facets facets={[{ key: "verified", title: "Known", values: kinds.map((value) => ({ value, count: null })) }]} />
      </div>
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading what="Reading the catalogue" />}
      {data !== undefined && data.items.length === 0 && (
        <Empty title="No record is like that">
          <p>Part of a title or of an id is looked for, in letters of any case. What the catalogue has no terms of grants nothing until somebody writes them.</p>
          <button type="button" onClick={() => change({ q: undefined, verified: undefined, cursor: undefined })}>Show all</button>
        </Empty>
      )}
      {data !== undefined && data.items.length > 0 && (
        <>
          <Table label={titles[kind]} columns={columns} rows={data.items} keyOf={({ id }) => id} />
          <Pages shown={data.items.length} next={data.next} />
        </>
      )}
    </>
  );
}
