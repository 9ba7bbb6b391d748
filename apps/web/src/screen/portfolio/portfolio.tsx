import { sayCount } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Facets } from "../../part/facets.js";
import { DateField } from "../../part/field.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Tabs } from "../../part/tabs.js";
import { agreementsAt, draftAt } from "../../shell/address.js";
import { AgreementField } from "./agreement-field.js";
import { Days } from "./due.js";
import { FindingsOf } from "./finding-list.js";
import { Caps, Sums } from "./money.js";
import { Coverage, LeftOut, Standing } from "./read-of.js";
import { type Kind, kindWords, narrowedIn, type Portfolio, severities, severityWords, useChosen, useFindingCounts, usePortfolio } from "./use-portfolio.js";
import "./portfolio.css";

const tabs = [
  { value: "findings", title: "Findings" }, { value: "days", title: "Days" }, { value: "money", title: "Sums and caps" }, { value: "agreements", title: "Agreements" }, { value: "coverage", title: "What was found" },
] as const;

interface Told {
  readonly portfolio: Portfolio;
}

const kept = ["agreement", "day", "until", "severity", "kind"] as const;

function Asked({ chosen }: { readonly chosen: string | null }) {
  const [state, change] = useSearchState();
  return (
    <div className="fields portfolio-filter">
      <AgreementField hint={chosen ?? "every one, where left empty"} />
      <DateField label="For the day" value={state["day"] ?? ""} onChange={(day) => change({ day })} hint="today, where left empty" />
      <DateField label="Windows of notice until" value={state["until"] ?? ""} onChange={(until) => change({ until })} hint="those that close by then are told" />
    </div>
  );
}

/** How much there is, and how grave; and at once what is not in it. */
function Head({ portfolio: { agreements, counts, leftOut, notAsked, day } }: Told) {
  const said = severities.map((severity) => `${counts[severity].toLocaleString("en")} ${severity === "conflict" && counts[severity] !== 1 ? "conflicts" : severityWords[severity]}`);
  return (
    <div className="portfolio-head">
      <p><strong>{said.join(", ")}</strong> in {sayCount(agreements, "agreement")}, on <span className="day">{day}</span>.</p>
      {(leftOut > 0 || notAsked > 0) && <p>{[...(leftOut === 0 ? [] : [`${sayCount(leftOut, "agreement")} left out`]), ...(notAsked === 0 ? [] : [`${sayCount(notAsked, "chain")} not asked`])].join(", ")}: <a href="#left-out">see which</a>.</p>}
    </div>
  );
}

function Findings({ portfolio: { total } }: Told) {
  const [state, change] = useSearchState();
  const { data, error, isPending, refetch } = useFindingCounts();
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  if (isPending) return <Loading what="Counting the findings" />;
  const { kind } = narrowedIn(state);
  const [bySeverity, byKind] = [new Map(data.severities.map(({ severity, findings }) => [severity, findings])), new Map(data.kinds.map((each) => [each.kind, each.findings]))];
  return (
    <>
      <Facets facets={[
        { key: "severity", title: "How grave", values: severities.flatMap((value) => (bySeverity.has(value) || state["severity"] === value ? [{ value, says: severityWords[value], count: bySeverity.get(value) ?? 0 }] : [])) },
        { key: "kind", title: "Kind", values: (Object.keys(kindWords) as readonly Kind[]).flatMap((value) => (byKind.has(value) || state["kind"] === value ? [{ value, says: kindWords[value], count: byKind.get(value) ?? 0 }] : [])) },
      ]} />
      {total === 0 && <p>Nothing was found that does not fit. What was not found in a text was compared with nothing.</p>}
      {total > 0 && data.total === 0 && <Empty title="No finding is like that"><button type="button" onClick={() => change({ severity: undefined, kind: undefined, agreement: undefined })}>Show all findings</button></Empty>}
      {[...byKind].map(([of, count]) => (kind === undefined || kind === of) && <FindingsOf key={of} kind={of} count={count} />)}
    </>
  );
}

function Part(told: Told) {
  const [{ show }] = useSearchState();
  const { day } = told.portfolio;
  if (show === "days") return <Days day={day} />;
  if (show === "money") return <><Sums {...told} /><Caps {...told} /></>;
  if (show === "agreements") return <Standing day={day} />;
  return show === "coverage" ? <Coverage {...told} /> : <Findings {...told} />;
}

/** All agreements as one thing: what does not fit between them, what is due, what is owed at most, and what nobody could tell. */
export default function PortfolioScreen() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [, change] = useSearchState();
  const { data, error, isPending, refetch } = usePortfolio();
  const { data: chosen } = useChosen();
  const told = data === undefined ? null : { portfolio: data };
  return (
    <>
      <Heading title="Portfolio" lead="All agreements as one: what does not fit between them, which days come, and what is owed at most."><Link to={agreementsAt(workspace)}>Agreements</Link></Heading>
      {(data === undefined || data.agreements > 0) && <Asked chosen={chosen?.titles[0]?.title ?? null} />}
      {isPending && <Loading what="Holding the agreements against each other" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && data.agreements === 0 && (
        <Empty title={data.leftOut === 0 ? "No agreement is recorded yet" : "No agreement counts"}>
          <p>{mayIn(session, workspace, "decisions:ask") ? <><Link to={draftAt(workspace)}>Draft one</Link> from a deal file or a template and record it: from the second on they are held against each other.</> : <>Somebody who may draft records the first one: from the second on they are held against each other.</>}</p>
        </Empty>
      )}
      {told !== null && told.portfolio.agreements > 0 && (
        <>
          <Head {...told} />
          <Tabs label="Parts of the portfolio" of="show" tabs={tabs} keeps={kept} />
          {chosen?.total === 0 ? <Empty title="No agreement of the portfolio is called that"><button type="button" onClick={() => change({ agreement: undefined })}>Show every agreement</button></Empty> : <Part {...told} />}
        </>
      )}
      {told !== null && (told.portfolio.agreements > 0 || told.portfolio.leftOut > 0) && <LeftOut {...told} />}
    </>
  );
}
