import { plainWords } from "@cleartitle/engine";
import type { AssetRow } from "../../api/asset-rows.js";
import { AssetLink } from "../../part/asset-link.js";
import { type Column, Table } from "../../part/table.js";
import { Verdict } from "../../part/verdict.js";
import { Under } from "../../part/under.js";

interface AssetTableProps {
  readonly rows: readonly AssetRow[];
  /** null: whoever looks may change nothing. */
  readonly marks: { readonly has: (id: string) => boolean; readonly mark: (ids: readonly string[], isMarked: boolean) => void } | null;
}

/** The license as it is read, or what stands in the way of reading one. */
function License({ row: { license, licenseClass, licenseSaid } }: { readonly row: AssetRow }) {
  const said = licenseSaid.filter((each) => each !== license);
  return (
    <>
      {license === null ? <span className="soft">{plainWords(licenseClass)}</span> : <bdi>{license}</bdi>}
      {said.length > 0 && <Under>as <bdi>{said.slice(0, 3).join(" · ")}</bdi>{said.length > 3 && ` and ${said.length - 3} more`}</Under>}
      {license !== null && licenseClass !== "terms-known" && <Under>{plainWords(licenseClass)}</Under>}
    </>
  );
}

/** Assets as rows: what each is, under which license, what answers say of it, and how much is open. */
export function AssetTable({ rows, marks }: AssetTableProps) {
  const columns: Column<AssetRow>[] = [
    { head: "Asset", sort: "id", cell: ({ id, version }) => <><AssetLink id={id} />{version !== null && <Under><bdi>{version}</bdi></Under>}</> },
    { head: "Kind", sort: "kind", cell: ({ kind, placeholder }) => <>{kind}{placeholder && <Under>only named</Under>}</> },
    { head: "License", sort: "license", cell: (row) => <License row={row} /> },
    { head: "Licensor", cell: ({ licensor }) => (licensor === null ? <span className="soft">not recorded</span> : <bdi>{licensor}</bdi>) },
    { head: "In answers", sort: "severity", cell: ({ severity }) => (severity === null ? <span className="soft">in none</span> : <Verdict status={severity} />) },
    { head: "Findings", sort: "findings", isNumber: true, cell: ({ findings }) => findings },
    { head: "Uses", sort: "uses", isNumber: true, cell: ({ uses }) => uses },
    { head: "Made of", isNumber: true, cell: ({ sources }) => sources },
    { head: "Became", sort: "results", isNumber: true, cell: ({ results }) => results },
  ];
  const marking: Column<AssetRow>[] = marks === null ? [] : [{ head: "Mark", cell: ({ id }) => <input type="checkbox" aria-label={`Mark ${id}`} checked={marks.has(id)} onChange={({ target }) => marks.mark([id], target.checked)} /> }];
  return <div className="asset-table"><Table label="Assets" rows={rows} keyOf={({ id }) => id} columns={[...marking, ...columns]} /></div>;
}
