import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { answered, api } from "../../api/client.js";
import { useNames } from "../../api/names.js";
import { queryKey } from "../../api/query-key.js";
import { useNameOf } from "../../api/people.js";
import { useWorkspace } from "../../api/workspace.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { reviewAt } from "../../shell/address.js";
import { Impact } from "./impact.js";
import "./review.css";
import { Revise } from "./revise.js";
import { Ruling } from "./ruling.js";
import { sayChange } from "./say-change.js";
import { type Proposal, useProposal } from "./use-proposals.js";

/** What it would do to every answer, decided again now. */
function WouldDo({ proposal: { number } }: { readonly proposal: Proposal }) {
  const workspace = useWorkspace();
  const { data, error, isPending, refetch } = useQuery({ queryKey: queryKey.of(workspace, "proposal-impact", number), queryFn: async () => answered(api.GET("/workspaces/{workspace}/proposals/{number}/impact", { params: { path: { workspace, number } } })) });
  if (isPending) return <Loading what="Deciding every use again, with and without it" />;
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  return <Impact impact={data} />;
}

function Rulings({ proposal: { rulings, digest }, nameOf }: { readonly proposal: Proposal; readonly nameOf: (person: string) => string }) {
  if (rulings.length === 0) return <p>Nobody has said anything of it yet.</p>;
  return <ul>{rulings.map(({ verdict, by, at, why, digest: of, revision }) => <li key={`${at} ${by}`}><bdi>{nameOf(by)}</bdi>: {verdict}, {at.slice(0, 10)}{of === digest ? "" : `, of revision ${revision}, which was changed since`}{why !== null && <>; <bdi>{why}</bdi></>}</li>)}</ul>;
}

/** What was proposed before it was put otherwise, the latest first. */
function EarlierTexts({ proposal: { earlier }, nameOf }: { readonly proposal: Proposal; readonly nameOf: (person: string) => string }) {
  const names = useNames();
  return (
    <ol className="earlier-texts">
      {earlier.toReversed().map(({ revision, why, changes, by, at }) => (
        <li key={revision} value={revision}>
          <p><bdi>{nameOf(by)}</bdi>, <span className="day">{at.slice(0, 10)}</span>: <bdi>{why}</bdi></p>
          <ul>{changes.map((change) => <li key={JSON.stringify(change)}><bdi>{sayChange(change, names)}</bdi></li>)}</ul>
        </li>
      ))}
    </ol>
  );
}

/** One proposal: what it changes, why, what it would do, and the word on it. */
export default function ProposalPage() {
  const workspace = useWorkspace();
  const names = useNames();
  const nameOf = useNameOf(workspace);
  const { number = "" } = useParams({ strict: false }) as { readonly number?: string };
  const { data, error, isPending, refetch } = useProposal(workspace, Number(number));
  return (
    <>
      <Heading title={`Proposal ${number}`} {...(data === undefined ? {} : { lead: <>A {data.matter}, proposed by <bdi>{data.authors.map(nameOf).join(", ")}</bdi> on {data.at.slice(0, 10)}{data.revision > 1 ? `; revision ${data.revision}` : ""}: {data.state}</> })}><Link to={reviewAt(workspace)}>All proposals</Link></Heading>
      {isPending && <Loading what="Reading the proposal" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && (
        <article className="proposal" aria-label="Proposal">
          <ul>{data.changes.map((change) => <li key={JSON.stringify(change)}><bdi>{sayChange(change, names)}</bdi></li>)}</ul>
          <p>Why: <bdi>{data.why}</bdi></p>
          <Ruling proposal={data} />
          <Revise proposal={data} />
          {data.changeSet !== null && <p>It is in the records since change set {data.changeSet}.</p>}
          {data.state === "open" && <Section id="impact" title="What it would do">{data.matter === "waiver" && <p>A waiver changes what a check lets through, and no answer.</p>}<WouldDo proposal={data} /></Section>}
          <Section id="rulings" title="What was said of it"><Rulings proposal={data} nameOf={nameOf} /></Section>
          {data.earlier.length > 0 && <Section id="texts" title="Earlier texts"><EarlierTexts proposal={data} nameOf={nameOf} /></Section>}
        </article>
      )}
    </>
  );
}
