import { plainWords, sayLayer } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { useNameOf } from "../../api/people.js";
import { useWorkspace } from "../../api/workspace.js";
import { AssetField } from "../../part/asset-field.js";
import { Empty } from "../../part/empty.js";
import { type Facet, Facets } from "../../part/facets.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Pages, Table } from "../../part/table.js";
import { Verdict } from "../../part/verdict.js";
import { sentence } from "../../answer/sentence.js";
import { assetAt, importAt, releaseAt, releasesAt, waiversAt } from "../../shell/address.js";
import { type Finding, useFindingCounts, useFindings } from "./use-findings.js";
import { Waive } from "./waive.js";
import "./findings.css";

const severities = ["blocked", "unresolved", "conditional", "cleared", "none"] as const;
const aboutWords = { rights: "a right that a use lacks", records: "the records" } as const;

/** Kinds that are told, the most frequent first; a chosen one always. */
const mostKinds = 12;

function useFacets(): { readonly facets: readonly Facet[]; readonly isPending: boolean } {
  const workspace = useWorkspace();
  const [state] = useSearchState();
  const asked = [useFindingCounts(workspace, state, "kind"), useFindingCounts(workspace, state, "severity"), useFindingCounts(workspace, state, "waived")];
  const [kinds, bySeverity, all] = asked.map(({ counts }) => counts);
  const known = Object.entries(kinds?.kinds ?? {});
  const shown = known.filter(([kind], at) => at < mostKinds || kind === state["kind"]);
  const facets: readonly Facet[] = [
    { key: "severity", title: "Bears on an answer that is", values: severities.flatMap((value) => (bySeverity?.severities[value] === undefined && state["severity"] !== value ? [] : [{ value, says: value === "none" ? "no use reaches it" : value, count: bySeverity?.severities[value] ?? null }])) },
    { key: "about", title: "About", values: (["rights", "records"] as const).map((value) => ({ value, says: aboutWords[value], count: null })) },
    { key: "kind", title: "Kind", values: shown.map(([value, count]) => ({ value, says: plainWords(value), count })) },
    { key: "waived", title: "Waived", values: all === undefined || all === null ? [] : [{ value: "false", says: "no", count: all.total - all.waived }, { value: "true", says: "yes", count: all.waived }] },
  ];
  return { facets, isPending: asked.some(({ isPending }) => isPending) };
}

function Filter() {
  const [state, change] = useSearchState();
  return (
    <div className="fields finding-filter">
      <AssetField label="Asset" of="asset" isSearch forgets={["cursor"]} />
      {state["use"] !== undefined && <p className="small">of the use <bdi>{state["use"]}</bdi> <button type="button" className="bare" onClick={() => change({ use: undefined, cursor: undefined })}>of every use</button></p>}
    </div>
  );
}

function Uses({ finding: { uses, useCount, severity } }: { readonly finding: Finding }) {
  const workspace = useWorkspace();
  // What was not read may bear on any of them.
  if (useCount === 0) return <span className="soft">{severity === null ? "none" : "not known"}</span>;
  const links = uses.map((use, at) => <span key={use}>{at > 0 && ", "}<Link to={releaseAt(workspace, use)}><bdi>{use}</bdi></Link></span>);
  if (useCount <= 2) return <>{links}</>;
  return <details><summary>{useCount} uses</summary>{links}{useCount > uses.length && <span className="soft"> and {useCount - uses.length} more</span>}</details>;
}

/** A long detail is cut in a list, and there on a click. */
const most = 280;
function Detail({ text }: { readonly text: string }) {
  if (text.length <= most) return <bdi>{text}</bdi>;
  return <details><summary><bdi>{text.slice(0, most)}…</bdi></summary><bdi>{text}</bdi></details>;
}

function What({ finding }: { readonly finding: Finding }) {
  const nameOf = useNameOf(useWorkspace());
  const { kind, detail, layer, settle, cite, instrument, waiver, expired } = finding;
  const source = [instrument, cite].filter((each) => each !== null).join(", ");
  return (
    <div className="finding">
      <p><strong>{plainWords(kind)}</strong>{layer !== null && <span className="soft"> ({sayLayer(layer)})</span>}</p>
      <p><Detail text={sentence(detail)} /></p>
      {source !== "" && <p className="small soft">Source: <bdi>{source}</bdi></p>}
      <p className="small">{settle === "" ? <span className="soft">Nothing is known to settle it; a waiver accepts it for a time.</span> : <>To settle: <bdi>{settle}</bdi></>}</p>
      {waiver !== null && <p className="small">Waived until {waiver.until} by <bdi>{nameOf(waiver.by)}</bdi>: <bdi>{waiver.reason}</bdi></p>}
      {expired !== null && <p className="small">The waiver <bdi>{expired}</bdi> has ended.</p>}
    </div>
  );
}

/** What is wrong or worth a look, the worst first, with how it is settled; and what is accepted for a time. */
export default function Findings() {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const { data: found, error, isPending: isPage, refetch } = useFindings(workspace, state);
  const { facets, isPending: areCounts } = useFacets();
  // What stands above is there first, so that no row is pushed away under somebody's hand.
  const isPending = isPage || areCounts;
  const data = isPending ? undefined : found;
  const isFiltered = ["about", "severity", "waived", "kind", "asset", "use"].some((key) => state[key] !== undefined);
  return (
    <>
      <Heading title="Findings" lead="What keeps a use from being clear, and where the records contradict themselves or are thin: the worst first, each with how to settle it."><Link to={waiversAt(workspace)}>Waivers</Link></Heading>
      <Filter />
      {!isPending && <Facets facets={facets} />}
      {isPending && <Loading what="Looking at every recorded use" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && data.items.length === 0 && (isFiltered
        ? <Empty title="No finding is like that"><button type="button" onClick={() => change({ about: undefined, severity: undefined, waived: undefined, kind: undefined, asset: undefined, use: undefined, cursor: undefined })}>Show all findings</button></Empty>
        : data.changeSet === 0 ? <Empty title="Nothing is recorded here yet"><p>What is wrong or thin is found in the records. <Link to={importAt(workspace)}>Import</Link> a title file, a folder, or what a server tells of itself.</p></Empty>
        : <Empty title="Nothing was found"><p>The records contradict themselves nowhere, and nothing keeps a recorded use from being clear. <Link to={releasesAt(workspace)}>See what the uses come to</Link>.</p></Empty>)}
      {data !== undefined && data.items.length > 0 && (
        <>
          <Table
            label="Findings" rows={data.items} keyOf={({ fingerprint }) => fingerprint}
            columns={[
              { head: "Bears on", cell: ({ severity }) => (severity === null ? <span className="soft">no use</span> : <Verdict status={severity} />) },
              { head: "Asset", cell: ({ asset }) => (asset === null ? <span className="soft">all records</span> : <Link to={assetAt(workspace, asset)}><bdi>{asset}</bdi></Link>) },
              { head: "Finding", cell: (finding) => <What finding={finding} /> },
              { head: "Uses", cell: (finding) => <Uses finding={finding} /> },
              { head: "Waiver", cell: (finding) => (finding.waiver === null ? <Waive finding={finding} day={data.day} /> : <span className="soft">holds</span>) },
            ]}
          />
          <Pages shown={data.items.length} next={data.next} />
        </>
      )}
    </>
  );
}
