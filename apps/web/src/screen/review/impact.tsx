import { Link } from "@tanstack/react-router";
import type { components } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";
import { Places } from "../../part/places.js";
import { Table } from "../../part/table.js";
import { Verdict } from "../../part/verdict.js";
import { releaseAt } from "../../shell/address.js";

type ImpactRecord = components["schemas"]["Impact"];
type Entry = ImpactRecord["uses"][number];

const changeWords: Readonly<Record<Entry["change"], string>> = { better: "better", worse: "worse", mixed: "better in some places, worse in others", reasons: "the same, for other reasons", same: "the same", new: "a new use", gone: "the use is gone" };

function Then({ side }: { readonly side: Entry["before"] }) {
  return side === null ? <span className="soft">no such use</span> : <Verdict status={side.decision} />;
}

/** What a change would do to each answer: before, after, and where. */
export function Impact({ impact: { uses, untouched, cut } }: { readonly impact: ImpactRecord }) {
  const workspace = useWorkspace();
  const rest = `${untouched === 1 ? "1 use is" : `${untouched} uses are`} not touched by it.`;
  return (
    <>
      {uses.length > 0 && (
        <Table
          label="Impact" rows={uses} keyOf={({ use }) => use}
          columns={[
            { head: "Use", cell: ({ use }) => <Link to={releaseAt(workspace, use)}><bdi>{use}</bdi></Link> },
            { head: "Before", cell: ({ before }) => <Then side={before} /> },
            { head: "After", cell: ({ after }) => <Then side={after} /> },
            { head: "Change", cell: ({ change }) => changeWords[change] },
            { head: "Where", cell: ({ effects }) => (effects.length === 0 ? <span className="soft">nowhere</span> : effects.map(({ territories, before, after }) => <div key={territories.join()}><Places places={territories} /> {before} → {after}</div>)) },
            { head: "Reasons", cell: ({ reasons }) => <><span>{reasons.new.length} new</span>, {reasons.gone.length} gone</> },
          ]}
        />
      )}
      {(untouched > 0 || uses.length === 0) && <p className="soft">{rest}</p>}
      {cut !== null && <p>Not all were decided again: {cut.left.length} uses are left.</p>}
    </>
  );
}
