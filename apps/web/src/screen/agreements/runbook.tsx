import { plainWords } from "@cleartitle/engine";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { AssetLink } from "../../part/asset-link.js";
import { inDays } from "../../part/days.js";
import { DateField, Field } from "../../part/field.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Quote } from "../../part/quote.js";
import { useSearchState } from "../../part/search-state.js";
import { Table } from "../../part/table.js";
import { releaseAt } from "../../shell/address.js";
import { Turn } from "./effect-view.js";
import type { AgreementDetail, Runbook } from "./use-agreements.js";

type Step = Runbook["steps"][number];
const kindWords: Readonly<Record<Step["kind"], string>> = { stop: "stop", delete: "delete", certify: "certify", do: "do", keep: "may be kept", "find-out": "find out" };
const howWords: Readonly<Record<Runbook["how"], string>> = { term: "Its term runs out", termination: "One side ends it", withdrawal: "What was given is taken back" };

function useRunbook(id: string) {
  const workspace = useWorkspace();
  const [{ endsOn, how }] = useSearchState();
  const query = { ...(endsOn === undefined ? {} : { on: endsOn }), ...(how === "withdrawal" ? { how: "withdrawal" as const } : {}) };
  return useQuery({ queryKey: queryKey.of(workspace, "runbook", id, query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/agreements/{id}/runbook", { params: { path: { workspace, id }, query } })) });
}

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  if (steps.length === 0) return <p>Nothing has to be done.</p>;
  return (
    <Table
      label="Steps of the runbook" rows={steps.map((step, at) => ({ ...step, at }))} keyOf={({ at }) => String(at)}
      columns={[
        { head: "By", cell: ({ by, when }) => (by === null ? <span className="soft">{when === null ? "no day is known" : inDays(when)}</span> : <><span className="day">{by}</span>{when !== null && <p className="soft small">{inDays(when)}</p>}</>) },
        { head: "Do", cell: ({ kind }) => <strong>{kindWords[kind]}</strong> },
        { head: "Asset", cell: ({ asset }) => (asset === null ? <span className="soft">the whole</span> : <AssetLink id={asset} />) },
        { head: "What", cell: ({ what, settle, cite, quote, acts }) => (
          <div className="side">
            <bdi>{what}</bdi>
            {acts.length > 0 && <p className="soft small">{acts.map(plainWords).join(", ")}</p>}
            {settle.length > 0 && <ul className="small">{settle.map((each) => <li key={each}><bdi>{each}</bdi></li>)}</ul>}
            {(cite !== null || quote !== null) && <details><summary className="small">{cite ?? "by which clause"}</summary>{quote !== null && <Quote text={quote} />}</details>}
          </div>
        ) },
        { head: "Who", cell: ({ who }) => <bdi>{who}</bdi> },
      ]}
    />
  );
}

/** What the end of an agreement asks for, computed from what was made under it. */
export function RunbookView({ agreement: { id } }: { readonly agreement: AgreementDetail }) {
  const workspace = useWorkspace();
  const [{ endsOn, how }, change] = useSearchState();
  const { data, error, isLoading, refetch } = useRunbook(id);
  return (
    <>
      <div className="fields">
        <DateField label="First day without rights" value={endsOn ?? ""} hint="its own end, where left empty" onChange={(day) => change({ endsOn: day })} />
        {endsOn !== undefined && <Field label="How it ends">{(own) => <select {...own} value={how ?? "termination"} onChange={({ target }) => change({ how: target.value === "termination" ? undefined : target.value })}><option value="termination">{howWords.termination}</option><option value="withdrawal">{howWords.withdrawal}</option></select>}</Field>}
      </div>
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {isLoading && <Loading what="Following what was made under it" />}
      {data !== undefined && (
        <>
          <p>{howWords[data.how]}: the last day of the rights is <strong>{data.lastDay}</strong>.{data.supposed && <span className="soft"> It is not signed: told as if it were.</span>}</p>
          <Steps steps={data.steps} />
          {data.cut !== null && <p className="small">{data.cut.left.length} more things come after the {data.cut.budget} that were asked about: <bdi>{data.cut.left.slice(0, 20).join(", ")}</bdi>.</p>}
          <h3>Releases that are answered otherwise from then on</h3>
          {data.releases.length === 0 ? <p>None.</p> : <ul>{data.releases.map(({ use, of, before, after }) => <li key={use}><Link to={releaseAt(workspace, use)}><bdi>{use}</bdi></Link> <span className="soft"><bdi>{of}</bdi></span> <Turn before={before} after={after} /></li>)}</ul>}
          {data.survives.length > 0 && <><h3>Clauses that go on</h3><ul>{data.survives.map(({ cite, quote, isConditional }) => <li key={`${cite} ${quote}`}>{cite}{isConditional && <span className="soft"> on a condition</span>}{quote !== null && <Quote text={quote} />}</li>)}</ul></>}
        </>
      )}
    </>
  );
}
