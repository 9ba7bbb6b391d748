import type { Change } from "@cleartitle/engine";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../../api/client.js";
import { useNames } from "../../api/names.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Facets } from "../../part/facets.js";
import { Field } from "../../part/field.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Table } from "../../part/table.js";
import { catalogueAt, recordAt } from "../../shell/address.js";
import "./catalogue.css";

const marks: Readonly<Record<Change["what"], string>> = { new: "+ new", gone: "− gone", changed: "≠ different" };

function useChanges(before: string | undefined, after: string | undefined) {
  return useQuery({
    queryKey: queryKey.catalogue("compare", before, after), enabled: before !== undefined && after !== undefined,
    queryFn: async () => (await answered(api.GET("/catalogue/compare", { params: { query: { before: before!, after: after! } } }))).changes as unknown as readonly Change[],
  });
}

function Side({ text, details }: { readonly text: string | null; readonly details: readonly string[] }) {
  return <div className="side">{text ?? <span className="soft">nothing</span>}{details.map((detail) => <p key={detail} className="soft small">{detail}</p>)}</div>;
}

const columns: readonly Column<Change>[] = [
  { head: "Difference", cell: ({ what }) => <span className={`difference ${what}`}>{marks[what]}</span> },
  { head: "Of", cell: ({ about, whom }) => <div className="side">{about}<p className="soft small">for {whom}</p></div> },
  { head: "Before", cell: ({ what, before, details }) => <Side text={before} details={what === "gone" ? details : []} /> },
  { head: "After", cell: ({ what, after, details }) => <Side text={after} details={what === "gone" ? [] : details} /> },
  { head: "Where it says so", cell: ({ cites }) => <span className="small">{[...new Set(cites)].join(" → ")}</span> },
];

/** What two texts give, forbid and ask otherwise, from their norms. */
export default function Compare() {
  const workspace = useWorkspace();
  const [{ before, after, what }, change] = useSearchState();
  const { data, error, isLoading, refetch } = useChanges(before, after);
  const shown = data?.filter((each) => what === undefined || each.what === what) ?? [];
  const counts = (["gone", "changed", "new"] as const).map((value) => ({ value, says: marks[value], count: data?.filter((each) => each.what === value).length ?? null })).filter(({ count }) => count !== 0);
  return (
    <>
      <p className="small"><Link to={catalogueAt(workspace)}>Licenses and terms</Link></p>
      <Heading title="Two texts compared" lead="What they give, forbid and ask otherwise, and for whom; read from their norms, not from their wording." />
      <div className="fields narrow">
        <TextChoice label="Before" of="before" />
        <TextChoice label="After" of="after" />
        {before !== undefined && after !== undefined && <button type="button" className="swap" onClick={() => change({ before: after, after: before })}>Swap</button>}
      </div>
      {(before === undefined || after === undefined) && <Empty title="Choose two texts"><p>Two versions of a license, or what you have and what you are offered.</p></Empty>}
      {isLoading && <Loading what="Comparing" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data?.length === 0 && <Empty title="Nothing that they give, forbid or ask is different"><p>Their wording may be.</p></Empty>}
      {data !== undefined && data.length > 0 && (
        <>
          <Facets facets={[{ key: "what", title: "Difference", values: counts }]} />
          <Table label="Differences" columns={columns} rows={shown} keyOf={(each) => JSON.stringify(each)} />
        </>
      )}
    </>
  );
}

function TextChoice({ label, of }: { readonly label: string; readonly of: "before" | "after" }) {
  const workspace = useWorkspace();
  const { instruments } = useNames();
  const [state, change] = useSearchState();
  const chosen = state[of];
  return (
    <div className="text-choice">
      <Field label={label}>
        {(own) => (
          <select {...own} value={chosen ?? ""} onChange={({ target }) => change({ [of]: target.value, what: undefined })}>
            <option value="" disabled>choose one</option>
            {chosen !== undefined && instruments[chosen] === undefined && <option value={chosen}>{chosen}</option>}
            {Object.keys(instruments).map((id) => <option key={id} value={id}>{id}</option>)}
          </select>
        )}
      </Field>
      {chosen !== undefined && instruments[chosen] !== undefined && <Link className="small" to={recordAt(workspace, "instruments", chosen)}>{instruments[chosen].title}</Link>}
    </div>
  );
}
