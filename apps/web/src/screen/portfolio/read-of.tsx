import { plainWords, sayCount } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { Section } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";
import { Table } from "../../part/table.js";
import { Words } from "../../part/words.js";
import { AgreementName, AgreementNames } from "./agreement-name.js";
import { Listed } from "./listed.js";
import { type Portfolio, type PortfolioAgreement, useLeftOut, useNotAsked, useStanding } from "./use-portfolio.js";

function DayCell({ day: { on, why } }: { readonly day: PortfolioAgreement["to"] }) {
  if (on !== null) return <span className="day">{on}</span>;
  return <span className="soft"><bdi>{why ?? "none"}</bdi></span>;
}

/** Each agreement as it stands on the day, with what was found in it. */
export function Standing({ day }: { readonly day: string }) {
  const [{ show: _, ...state }] = useSearchState();
  return (
    <Section id="standing" title="Agreements" note={`as they stand on ${day}`}>
      <Listed of="agreement" list={useStanding()}>
        {({ items, titles }) => (
          <Table
            label="Agreements of the portfolio" rows={items} keyOf={({ id }) => id}
            columns={[
              { head: "Agreement", cell: ({ id, isSigned }) => <div className="side"><AgreementName id={id} titles={titles} />{isSigned !== true && <p className="small">{isSigned === null ? "a contract that was read" : "not signed: asked as if it were"}</p>}</div> },
              { head: "Parties", cell: ({ parties }) => <bdi>{parties.map(({ name }) => name).join(", ")}</bdi> },
              { head: "Begins", cell: ({ from }) => <DayCell day={from} /> },
              { head: "Ends", cell: ({ to }) => <DayCell day={to} /> },
              { head: "Say no by", cell: ({ noticeBy }) => <DayCell day={noticeBy} /> },
              { head: "Clauses", cell: ({ topics, notFound, takenOut }) => <div className="side">{topics.filter((each) => each.state === "found").length} found{topics.some((each) => each.state === "open") && <strong>, {topics.filter((each) => each.state === "open").length} open</strong>}{notFound.length > 0 && <p className="soft small">{sayCount(notFound.length, "topic")} not found</p>}{takenOut.length > 0 && <p className="soft small">taken out: <bdi>{takenOut.map(plainWords).join(", ")}</bdi></p>}</div> },
              { head: "Findings", isNumber: true, cell: ({ id, findings }) => (findings === 0 ? 0 : <Link to="." search={{ ...state, agreement: id }}>{findings.toLocaleString("en")}</Link>) },
            ]}
          />
        )}
      </Listed>
    </Section>
  );
}

/** What was found, of how many. */
export function Coverage({ portfolio: { agreements, coverage } }: { readonly portfolio: Portfolio }) {
  return (
    <Section id="coverage" title="What was found, of how many" note={`of ${sayCount(agreements, "agreement")}; not found is no word that there is nothing`}>
      <Table
        label="Topics by how often they were found" rows={coverage} keyOf={({ topic }) => topic}
        columns={[
          { head: "Topic", cell: ({ topic }) => <bdi>{plainWords(topic)}</bdi> },
          { head: "Found", isNumber: true, cell: ({ found }) => found.toLocaleString("en") },
          { head: "Open", isNumber: true, cell: ({ open }) => open.toLocaleString("en") },
          { head: "Not found", isNumber: true, cell: ({ notFound }) => notFound.toLocaleString("en") },
        ]}
      />
    </Section>
  );
}

function LeftOutList() {
  return <Listed of="left-out" list={useLeftOut()}>{({ items, titles }) => <ul className="left-out">{items.map(({ agreement, why }, at) => <li key={`${at} ${agreement}`} data-row="" tabIndex={-1}><AgreementName id={agreement} titles={titles} />: <Words text={why} /></li>)}</ul>}</Listed>;
}

function NotAsked() {
  return <Listed of="not-asked" list={useNotAsked()}>{({ items, titles }) => <p>Nobody asked whether these pass on more than they were given, since one request asks three chains at most: <AgreementNames ids={items.map(({ agreement }) => agreement)} titles={titles} />. The command line asks more of a folder: <code>cleartitle portfolio FOLDER --most-chains N</code>.</p>}</Listed>;
}

/** What is not in it: agreements that were left out, and chains that nobody asked. */
export function LeftOut({ portfolio: { leftOut, notAsked } }: { readonly portfolio: Portfolio }) {
  return (
    <Section id="left-out" title="Left out">
      {leftOut === 0 && notAsked === 0 && <p>Nothing: every recorded agreement and every contract that was read was looked at.</p>}
      {leftOut > 0 && <LeftOutList />}
      {notAsked > 0 && <NotAsked />}
    </Section>
  );
}
