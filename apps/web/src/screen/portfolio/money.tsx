import { sayCount } from "@cleartitle/engine";
import { Section } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";
import { Table } from "../../part/table.js";
import { AgreementName } from "./agreement-name.js";
import { FirstRows } from "./first-rows.js";
import { Later } from "./later.js";
import { type Portfolio, sayAmount, tally } from "./use-portfolio.js";

interface Told {
  readonly portfolio: Portfolio;
  readonly titles: ReadonlyMap<string, string>;
}

type Cap = Portfolio["caps"][number];

/** How far something is capped, what leaves most open first. */
const capWords: Readonly<Record<Cap["cap"], string>> = { "without limit": "without limit", "not found": "not found", open: "not known", relative: "by fees", sum: "a sum" };
const caps = Object.keys(capWords) as readonly Cap["cap"][];

/** What all agreements name, by currency: exact, and nothing is exchanged. */
export function Sums({ portfolio: { money }, titles }: Told) {
  return (
    <Section id="sums" title="Sums" note="of all agreements, of each the largest of a kind; nothing is exchanged">
      {money.length === 0 && <p>No agreement names a sum in a field that holds one. That is no word that nothing is owed.</p>}
      {money.length > 0 && (
        <Table
          label="Sums by kind and currency" rows={money} keyOf={({ what }) => what}
          columns={[
            { head: "What", cell: ({ what }) => <span className="what-sum">{what}</span> },
            { head: "In all", isNumber: true, cell: ({ totals }) => totals.map(({ currency, amount }) => <p key={currency}>{currency} {sayAmount(amount)}</p>) },
            { head: "Of", cell: ({ what, sums }) => <Later says={sayCount(new Set(sums.map(({ agreement }) => agreement)).size, "agreement")}>{() => <FirstRows of={`${what.replaceAll(" ", "-")}-sum`} rows={sums}>{(rows) => <ul className="sums">{rows.map(({ agreement, currency, amount }) => <li key={`${agreement} ${currency}`}><AgreementName id={agreement} titles={titles} />: <span className="day">{currency} {sayAmount(amount)}</span></li>)}</ul>}</FirstRows>}</Later> },
          ]}
        />
      )}
    </Section>
  );
}

/** Of each agreement whether what is owed is capped, and how. */
export function Caps({ portfolio, titles }: Told) {
  const [state] = useSearchState();
  const own = portfolio.caps.filter(({ agreement }) => state["agreement"] === undefined || agreement === state["agreement"]).toSorted((a, b) => caps.indexOf(a.cap) - caps.indexOf(b.cap));
  const counts = tally(own.map(({ cap }) => cap));
  const note = caps.flatMap((cap) => (counts.has(cap) ? [`${capWords[cap]}: ${counts.get(cap)!.toLocaleString("en")}`] : [])).join(" · ");
  return (
    <Section id="caps" title="Caps on liability" note={note}>
      <FirstRows of="cap" rows={own}>
        {(rows) => (
          <Table
            label="Caps on liability" rows={rows} keyOf={({ agreement }) => agreement}
            columns={[
              { head: "Cap", cell: ({ cap }) => (cap === "without limit" || cap === "not found" ? <strong className="day">{capWords[cap]}</strong> : <span className="day">{capWords[cap]}</span>) },
              { head: "Says", cell: ({ says }) => <bdi>{says}</bdi> },
              { head: "Agreement", cell: ({ agreement }) => <AgreementName id={agreement} titles={titles} /> },
            ]}
          />
        )}
      </FirstRows>
    </Section>
  );
}
