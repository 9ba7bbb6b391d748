import { plainWords } from "@cleartitle/engine";
import { useWorkspace } from "../../api/workspace.js";
import { AssetLink } from "../../part/asset-link.js";
import { sayDays } from "../../part/days.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Table } from "../../part/table.js";
import { Under } from "../../part/under.js";
import type { components } from "../../api/schema.gen.js";
import { useSteps } from "./sheet.js";

type Side = components["schemas"]["GraphSide"];

function Steps({ name, title, empty, side }: { readonly name: "sources" | "results"; readonly title: string; readonly empty: string; readonly side: Side }) {
  const [state, change] = useSearchState();
  return (
    <div>
      <h3>{title} <span className="soft">{side.total.toLocaleString("en")}</span></h3>
      {side.total === 0 ? <p className="soft">{empty}</p> : (
        <Table
          label={title} rows={side.items} keyOf={({ derivation, node }) => `${derivation} ${node.id}`}
          columns={[
            { head: "Asset", cell: ({ node }) => <AssetLink id={node.id} /> },
            { head: "Kind", cell: ({ node }) => <>{node.kind}{node.placeholder && <Under>only named</Under>}</> },
            { head: "By", cell: ({ by, derivation }) => <>{plainWords(by)}<Under><bdi>{derivation}</bdi></Under></> },
            { head: "Who", cell: ({ who }) => <bdi>{who}</bdi> },
            { head: "When", cell: ({ from, to }) => sayDays(from, to) },
          ]}
        />
      )}
      {(side.next !== null || state[name] !== undefined) && (
        <p className="pages small">
          <span className="soft">{side.items.length} of {side.total.toLocaleString("en")}</span>
          {state[name] !== undefined && <button type="button" className="bare" onClick={() => change({ [name]: undefined })}>First ones</button>}
          {side.next !== null && <button type="button" className="bare" onClick={() => change({ [name]: side.next! })}>Next ones</button>}
        </p>
      )}
    </div>
  );
}

/** One step each way: what it was made of, and what was made of it. */
export function Derivations({ asset }: { readonly asset: string }) {
  const workspace = useWorkspace();
  const [{ sources, results }] = useSearchState();
  const steps = useSteps(workspace, asset, { ...(sources === undefined ? {} : { sources }), ...(results === undefined ? {} : { results }) });
  return (
    <Section id="derivations" title="Derivations">
      {steps.error !== null && <ProblemBox problem={steps.error} again={() => void steps.refetch()} />}
      {steps.isLoading && <Loading what="Reading derivations" />}
      {steps.data !== undefined && (
        <>
          <Steps name="sources" title="Made of" empty="No source of it is recorded." side={steps.data.sources} />
          <Steps name="results" title="Became" empty="Nothing is recorded to be made of it." side={steps.data.results} />
        </>
      )}
    </Section>
  );
}
