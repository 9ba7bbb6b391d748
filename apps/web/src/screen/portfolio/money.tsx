import { sayCount } from "@cleartitle/engine";
import { Section } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";
import { Table } from "../../part/table.js";
import { AgreementName } from "./agreement-name.js";
import { Later } from "./later.js";
import { Listed } from "./listed.js";
import { type Portfolio, type PortfolioCap, type PortfolioSum, sayAmount, useCaps, useSums } from "./use-portfolio.js";

/** How far something is capped, what leaves most open first. */
const capWords: Readonly<Record<PortfolioCap["cap"], string>> = { "without limit": "without limit", "not found": "not found", open: "not known", relative: "by fees", sum: "a sum" };

function SumsOf({ what }: { readonly what: PortfolioSum["what"] }) {
  const of = `${what.replaceAll(" ", "-")}-sum`;
  return <Listed of={of} list={useSums(what, of)}>{({ items, titles }) => <ul className="sums">{items.map(({ agreement, currency, amount }) => <li key={`${agreement} ${currency}`}><AgreementName id={agreement} titles={titles} />: <span className="day">{currency} {sayAmount(amount)}</span></li>)}</ul>}</Listed>;
}

/** What all agreements name, by currency: exact, and nothing is exchanged. */
export function Sums({ portfolio: { money } }: { readonly portfolio: Portfolio }) {
  return (
    <Section id="sums" title="Sums" note="of all agreements, of each the largest of a kind; nothing is exchanged">
      {money.length === 0 && <p>No agreement names a sum in a field that holds one. That is no word that nothing is owed.</p>}
      {money.length > 0 && (
        <Table
          label="Sums by kind and currency" rows={money} keyOf={({ what }) => what}
          columns={[
            { head: "What", cell: ({ what }) => <span className="what-sum">{what}</span> },
            { head: "In all", isNumber: true, cell: ({ totals }) => totals.map(({ currency, amount }) => <p key={currency}>{currency} {sayAmount(amount)}</p>) },
            { head: "Of", cell: ({ what, agreements }) => <Later says={sayCount(agreements, "agreement")}>{() => <SumsOf what={what} />}</Later> },
          ]}
        />
      )}
    </Section>
  );
}

/** Of each agreement whether what is owed is capped, and how. */
export function Caps({ portfolio: { caps } }: { readonly portfolio: Portfolio }) {
  const [{ agreement: chosen }] = useSearchState();
  const note = caps.map(({ cap, agreements }) => `${capWords[cap]}: ${agreements.toLocaleString("en")}`).join(" · ");
  return (
    <Section id="caps" title="Caps on liability" {...(chosen === undefined ? { note } : {})}>
      <Listed of="cap" list={useCaps()}>
        {({ items, titles }) => (
          <Table
            label="Caps on liability" rows={items} keyOf={({ agreement }) => agreement}
            columns={[
              { head: "Cap", cell: ({ cap }) => (cap === "without limit" || cap === "not found" ? <strong className="day">{capWords[cap]}</strong> : <span className="day">{capWords[cap]}</span>) },
              { head: "Says", cell: ({ says }) => <bdi>{says}</bdi> },
              { head: "Agreement", cell: ({ agreement }) => <AgreementName id={agreement} titles={titles} /> },
            ]}
          />
        )}
      </Listed>
    </Section>
  );
}
