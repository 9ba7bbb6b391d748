import { sayCount } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Facets } from "../../part/facets.js";
import { DateField, Field } from "../../part/field.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Tabs } from "../../part/tabs.js";
import { agreementsAt, draftAt } from "../../shell/address.js";
import { Days } from "./due.js";
import { FindingList } from "./finding-list.js";
import { Caps, Sums } from "./money.js";
import { Coverage, LeftOut, Standing } from "./read-of.js";
import { findingsIn, kindWords, type Portfolio, severities, severityWords, tally, titlesOf, usePortfolio } from "./use-portfolio.js";
import "./portfolio.css";

const tabs = [
  { value: "findings", title: "Findings" }, { value: "days", title: "Days" }, { value: "money", title: "Sums and caps" }, { value: "agreements", title: "Agreements" }, { value: "coverage", title: "What was found" },
] as const;

const kept = ["agreement", "day", "until", "severity", "kind"] as const;

function Asked({ portfolio, titles }: { readonly portfolio: Portfolio | undefined; readonly titles: ReadonlyMap<string, string> }) {
  const [state, change] = useSearchState();
  // Where not all findings are told, how many an agreement has in all is known.
  const counts = portfolio !== undefined && portfolio.total > portfolio.findings.length ? new Map(portfolio.agreements.map(({ id, findings }) => [id, findings])) : tally(findingsIn(portfolio?.findings ?? [], state, "agreement").flatMap(({ agreements }) => agreements));
  const chosen = state["agreement"];
  return (
    <div className="fields portfolio-filter">
      <Field label="Agreement">
        {(own) => (
          <select {...own} data-search="" value={chosen ?? ""} onChange={({ target }) => change({ agreement: target.value })}>
            <option value="">every agreement</option>
            {chosen !== undefined && !titles.has(chosen) && <option value={chosen}>{chosen}</option>}
            {[...titles].map(([id, title]) => <option key={id} value={id}>{title}, {sayCount(counts.get(id) ?? 0, "finding")}</option>)}
          </select>
        )}
      </Field>
      <DateField label="For the day" value={state["day"] ?? ""} onChange={(day) => change({ day })} hint="today, where left empty" />
      <DateField label="Windows of notice until" value={state["until"] ?? ""} onChange={(until) => change({ until })} hint="those that close by then are told" />
    </div>
  );
}

/** How much there is, and how grave; and at once what is not in it. */
function Head({ portfolio: { agreements, findings, total, counts, leftOut, cut, day }, isOfOne }: { readonly portfolio: Portfolio; readonly isOfOne: boolean }) {
  const said = severities.map((severity) => `${counts[severity].toLocaleString("en")} ${severity === "conflict" && counts[severity] !== 1 ? "conflicts" : severityWords[severity]}`);
  return (
    <div className="portfolio-head">
      <p><strong>{said.join(", ")}</strong> in {sayCount(agreements.length, "agreement")}, on <span className="day">{day}</span>.</p>
      {total > findings.length && <p>{!isOfOne ? `Of ${total.toLocaleString("en")} findings the ${findings.length.toLocaleString("en")} gravest are told; of one agreement, chosen above, all are.` : `Of ${total.toLocaleString("en")} findings the ${findings.length.toLocaleString("en")} that this agreement is named in are told.`}</p>}
      {(leftOut.length > 0 || cut.length > 0) && <p>{[...(leftOut.length === 0 ? [] : [`${sayCount(leftOut.length, "agreement")} left out`]), ...(cut.length === 0 ? [] : [`${sayCount(cut.length, "chain")} not asked`])].join(", ")}: <a href="#left-out">see which</a>.</p>}
    </div>
  );
}

function Findings({ portfolio: { findings, total }, titles }: { readonly portfolio: Portfolio; readonly titles: ReadonlyMap<string, string> }) {
  const [state, change] = useSearchState();
  const shown = findingsIn(findings, state);
  const [bySeverity, byKind] = [tally(findingsIn(findings, state, "severity").map(({ severity }) => severity)), tally(findingsIn(findings, state, "kind").map(({ kind }) => kind))];
  return (
    <>
      <Facets facets={[
        { key: "severity", title: "How grave", values: severities.flatMap((value) => (bySeverity.has(value) || state["severity"] === value ? [{ value, says: severityWords[value], count: bySeverity.get(value) ?? 0 }] : [])) },
        { key: "kind", title: "Kind", values: Object.entries(kindWords).flatMap(([value, says]) => (byKind.has(value as keyof typeof kindWords) || state["kind"] === value ? [{ value, says, count: byKind.get(value as keyof typeof kindWords) ?? 0 }] : [])) },
      ]} />
      {findings.length === 0 && <p>Nothing was found that does not fit. What was not found in a text was compared with nothing.</p>}
      {findings.length > 0 && shown.length === 0 && <Empty title={total > findings.length ? "None of the findings that are told is like that" : "No finding is like that"}><button type="button" onClick={() => change({ severity: undefined, kind: undefined, agreement: undefined })}>Show all findings</button></Empty>}
      <FindingList findings={shown} titles={titles} />
    </>
  );
}

function Part(told: { readonly portfolio: Portfolio; readonly titles: ReadonlyMap<string, string> }) {
  const [{ show, agreement }, change] = useSearchState();
  if (agreement !== undefined && !told.titles.has(agreement)) return <Empty title="No agreement of the portfolio is called that"><button type="button" onClick={() => change({ agreement: undefined })}>Show every agreement</button></Empty>;
  if (show === "days") return <Days {...told} />;
  if (show === "money") return <><Sums {...told} /><Caps {...told} /></>;
  if (show === "agreements") return <Standing {...told} />;
  return show === "coverage" ? <Coverage {...told} /> : <Findings {...told} />;
}

/** All agreements as one thing: what does not fit between them, what is due, what is owed at most, and what nobody could tell. */
export default function PortfolioScreen() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [state] = useSearchState();
  const { data, isOfOne, error, isPending, refetch } = usePortfolio(workspace, state);
  const titles = titlesOf(data?.agreements ?? []);
  const told = data === undefined ? null : { portfolio: data, titles };
  return (
    <>
      <Heading title="Portfolio" lead="All agreements as one: what does not fit between them, which days come, and what is owed at most."><Link to={agreementsAt(workspace)}>Agreements</Link></Heading>
      {(data === undefined || data.agreements.length > 0) && <Asked portfolio={data} titles={titles} />}
      {isPending && <Loading what="Holding the agreements against each other" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && data.agreements.length === 0 && (
        <Empty title={data.leftOut.length === 0 ? "No agreement is recorded yet" : "No agreement counts"}>
          <p>{mayIn(session, workspace, "decisions:ask") ? <><Link to={draftAt(workspace)}>Draft one</Link> from a deal file or a template and record it: from the second on they are held against each other.</> : <>Somebody who may draft records the first one: from the second on they are held against each other.</>}</p>
        </Empty>
      )}
      {told !== null && told.portfolio.agreements.length > 0 && (
        <>
          <Head {...told} isOfOne={isOfOne} />
          <Tabs label="Parts of the portfolio" of="show" tabs={tabs} keeps={kept} />
          <Part {...told} />
        </>
      )}
      {told !== null && (told.portfolio.agreements.length > 0 || told.portfolio.leftOut.length > 0) && <LeftOut {...told} />}
    </>
  );
}
