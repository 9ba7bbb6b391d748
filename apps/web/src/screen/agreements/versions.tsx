import { Link } from "@tanstack/react-router";
import { useNameOf } from "../../api/people.js";
import { useWorkspace } from "../../api/workspace.js";
import { instant } from "../../part/days.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Table } from "../../part/table.js";
import { compareVersionsAt, draftAt } from "../../shell/address.js";
import { VersionDocuments } from "./document-links.js";
import { TermsText } from "./terms.js";
import { type AgreementDetail, useVersion } from "./use-agreements.js";

function Whole({ agreement: { id }, number }: { readonly agreement: AgreementDetail; readonly number: number }) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useVersion(workspace, id, number);
  return (
    <Section id="version" title={`Version ${number}`}>
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading what="Reading the version" />}
      {data !== undefined && data.problems.length > 0 && <ul role="alert">{data.problems.map((each) => <li key={each}><bdi>{each}</bdi></li>)}</ul>}
      {data !== undefined && data.terms !== null && <TermsText terms={data.terms} />}
    </Section>
  );
}

/** Versions that went back and forth; what was seen by the other side is frozen. */
export function Versions({ agreement }: { readonly agreement: AgreementDetail }) {
  const workspace = useWorkspace();
  const nameOf = useNameOf(workspace);
  const [state] = useSearchState();
  const { id, versions, ours, amended } = agreement;
  const newest = versions.at(-1)?.number ?? 1;
  const chosen = versions.find(({ number }) => String(number) === state["version"])?.number;
  return (
    <>
      <Section id="versions" title="Versions">
        <Table
          label="Versions" rows={versions.toReversed()} keyOf={({ number }) => String(number)}
          columns={[
            { head: "Version", cell: ({ number }) => <Link to="." search={{ ...state, version: String(number) }}>{number}</Link> },
            { head: "Of", cell: ({ side }) => (side === ours ? "us" : "them") },
            { head: "Frozen", cell: ({ frozenOn }) => (frozenOn === null ? <span className="soft">not yet: nobody else has seen it</span> : <span className="day">{frozenOn}</span>) },
            { head: "Recorded", cell: ({ by, at }) => <><bdi>{nameOf(by)}</bdi>, <span className="day">{instant(at)}</span></> },
            { head: "Compare", cell: ({ number }) => (number === 1 ? <span className="soft">the first</span> : <Link to={compareVersionsAt(workspace, id)} search={{ from: String(number - 1), to: String(number) }}>with version {number - 1}</Link>) },
            { head: "Document", cell: ({ number }) => <VersionDocuments id={id} version={number} /> },
            { head: "Draft", cell: ({ number }) => <Link to={draftAt(workspace)} search={{ agreement: id, version: String(number) }}>from it</Link> },
          ]}
        />
        {newest > 2 && <p><Link to={compareVersionsAt(workspace, id)} search={{ from: "1", to: String(newest) }}>Compare the first with the newest</Link></p>}
      </Section>
      {amended.length > 0 && (
        <Section id="amendments" title="Amendments">
          <Table
            label="Amendments" rows={amended} keyOf={({ id: each }) => each}
            columns={[
              { head: "Amendment", cell: ({ id: each }) => <bdi>{each}</bdi> }, { head: "From", cell: ({ from }) => <span className="day">{from}</span> }, { head: "Changes", cell: ({ topics }) => topics.join(", ") },
              { head: "Signed", cell: ({ signedOn, signatures }) => (signedOn !== null ? <span className="day">{signedOn}</span> : <span className="soft">{signatures.length === 0 ? "by nobody yet" : `by the ${signatures.map(({ side }) => side).join(", ")} alone`}</span>) },
            ]}
          />
        </Section>
      )}
      {chosen !== undefined && <Whole agreement={agreement} number={chosen} />}
    </>
  );
}
