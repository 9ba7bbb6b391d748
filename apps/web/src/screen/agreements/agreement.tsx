import { Link, useParams } from "@tanstack/react-router";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { sayDays } from "../../part/days.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Tabs } from "../../part/tabs.js";
import { AssetLink } from "../../part/asset-link.js";
import { agreementsAt, negotiationBeginAt, negotiationsAt, returnedAt } from "../../shell/address.js";
import { AgreementState } from "./agreement-state.js";
import { VersionDocuments } from "./document-links.js";
import { Duties } from "./duties.js";
import { NextSteps } from "./next-steps.js";
import { RunbookView } from "./runbook.js";
import { Terms } from "./terms.js";
import { Timeline } from "./timeline.js";
import { type AgreementDetail, sayTurn, useAgreement } from "./use-agreements.js";
import { Versions } from "./versions.js";
import "./agreements.css";

const tabs = [{ value: "standing", title: "Where it stands" }, { value: "terms", title: "Terms" }, { value: "versions", title: "Versions" }, { value: "duties", title: "Obligations" }, { value: "runbook", title: "Runbook" }];

function Standing({ agreement }: { readonly agreement: AgreementDetail }) {
  const { parties, assets, from, to, lastDay, renewal, evergreen, signedOn, openEnd, end, withdrawn, problems } = agreement;
  return (
    <>
      {problems.length > 0 && <div className="problem-box" role="alert"><p>The clauses of today cannot read it:</p><ul>{problems.map((each) => <li key={each}><bdi>{each}</bdi></li>)}</ul></div>}
      {renewal !== null && (openEnd !== null || renewal.open.length > 0) && <div className="problem-box"><p>The end is open:</p><ul>{openEnd !== null && <li>{openEnd}. Until a renewal is recorded, rights end with the term.</li>}{renewal.open.map(({ step, says, ends }) => <li key={step}>{says}. If it counts, the last day is {ends.counting ?? "not known"}; if not, it goes on until {ends.otherwise ?? "a day that is not known"} where nobody says no.</li>)}</ul></div>}
      <dl className="standing">
        <div><dt>Parties</dt><dd>{parties.map(({ id, role, name }) => <p key={id}><bdi>{name ?? id}</bdi> <span className="soft">{role}</span></p>)}</dd></div>
        <div><dt>Assets</dt><dd>{assets.map((id) => <p key={id}><AssetLink id={id} /></p>)}</dd></div>
        <div><dt>Signed</dt><dd>{signedOn ?? "not yet"}</dd></div>
        <div><dt>Term</dt><dd>{sayDays(from, to)}{openEnd !== null && ", which is over"}{evergreen && ", without an end"}{lastDay !== null && lastDay !== to && <p>last day in force: {lastDay}</p>}</dd></div>
        {renewal !== null && <div><dt>Renewal</dt><dd>{renewal.stopped !== null ? <>stopped on {renewal.stopped.on} by the {renewal.stopped.side}{renewal.stopped.who !== null && <>: it came too late for the term before, and counts for this one (<bdi>{renewal.stopped.who}</bdi>)</>}</> : <>{openEnd !== null ? "not recorded" : renewal.until !== null && `runs on until ${renewal.until} where nobody says no`}{renewal.noticeBy !== null && <p>last day to say no{openEnd !== null && " was"}: <strong className="day">{renewal.noticeBy}</strong></p>}</>}</dd></div>}
        {end !== null && <div><dt>End</dt><dd>{end.on}, {end.how} by the {end.side}: <bdi>{end.why}</bdi></dd></div>}
        {withdrawn !== null && <div><dt>Given up</dt><dd>{withdrawn.on} by the {withdrawn.side}: <bdi>{withdrawn.why}</bdi></dd></div>}
      </dl>
      <NextSteps agreement={agreement} />
      <Timeline agreement={agreement} />
    </>
  );
}

/** One agreement: where it stands and how it came there, its terms on a day, its versions, what it obliges to, and what its end asks for. */
export default function AgreementPage() {
  const workspace = useWorkspace();
  const { id = "" } = useParams({ strict: false }) as { readonly id?: string };
  const [{ show = "standing" }] = useSearchState();
  const session = useSignedIn();
  const { data, error, isPending, refetch } = useAgreement(workspace, id);
  return (
    <div key={id}>
      <p className="small"><Link to={agreementsAt(workspace)}>Agreements</Link></p>
      <Heading title={data?.title ?? id} lead={data === undefined ? (error === null ? "\u00a0" : undefined) : <><AgreementState state={data.state} /> <bdi>{id}</bdi>, version {data.version}{data.turn !== null && <>; the turn is <strong>{sayTurn(data)}</strong></>}<br /><span className="small">As a document: </span><VersionDocuments id={id} version={data.version} /></>}>
        {data?.next.some(({ step, why }) => step === "receive" && why === null) === true && <Link className="button" to={returnedAt(workspace, id)}>A document came back</Link>}
        {mayIn(session, workspace, "negotiations:read") && <Link className="button" to={negotiationsAt(workspace)} search={{ agreement: id }}>Negotiations</Link>}
        {(data?.state === "draft" || data?.state === "sent") && mayIn(session, workspace, "negotiations:write") && <Link className="button" to={negotiationBeginAt(workspace)} search={{ agreement: id }}>Prepare a negotiation</Link>}
      </Heading>
      {isPending && <Loading what="Reading the agreement" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && (
        <>
          <Tabs label="Parts of the agreement" of="show" tabs={tabs} />
          {show === "terms" ? <Terms agreement={data} /> : show === "versions" ? <Versions agreement={data} /> : show === "duties" ? <Duties agreement={data} /> : show === "runbook" ? <Section id="runbook" title="What its end asks for"><RunbookView agreement={data} /></Section> : <Standing agreement={data} />}
        </>
      )}
    </div>
  );
}
