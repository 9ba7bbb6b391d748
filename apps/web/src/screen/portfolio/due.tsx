import { Link } from "@tanstack/react-router";
import { Section } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";
import { Table } from "../../part/table.js";
import { AgreementName } from "./agreement-name.js";
import { Listed } from "./listed.js";
import { useDays } from "./use-portfolio.js";

/** Days of all agreements: those to come, then those that nobody knows; those past on a click. */
export function Days({ day }: { readonly day: string }) {
  const [state] = useSearchState();
  const list = useDays();
  const past = list.data?.first.states.past ?? 0;
  const { past: _, ...withoutPast } = state;
  return (
    <Section id="days" title="Days to come" note={`from ${day}`}>
      <Listed of="day" list={list}>
        {({ items, titles }) => (items.length === 0 ? <p>{past === 0 ? "No agreement says a day." : "No day is to come."}</p> : (
          <Table
            label="Days of the agreements" rows={items} keyOf={({ agreement, kind, what, on }) => `${agreement} ${kind} ${what} ${on}`}
            columns={[
              { head: "Day", cell: ({ on, state: stands }) => (on === null ? <span className="soft">not known</span> : <><span className="day">{on}</span>{stands === "past" && <span className="soft small"> past</span>}</>) },
              { head: "What", cell: ({ what, why }) => <div className="side"><bdi>{what}</bdi>{why !== null && <p className="soft small"><bdi>{why}</bdi></p>}</div> },
              { head: "Agreement", cell: ({ agreement }) => <AgreementName id={agreement} titles={titles} /> },
            ]}
          />
        ))}
      </Listed>
      {past > 0 && <p className="small">{state["past"] === "shown" ? <Link to="." search={withoutPast} resetScroll={false}>Leave the past ones out</Link> : <Link to="." search={{ ...state, past: "shown" }} resetScroll={false}>{past === 1 ? "Show 1 day that is past" : `Show ${past.toLocaleString("en")} days that are past`}</Link>}</p>}
    </Section>
  );
}
