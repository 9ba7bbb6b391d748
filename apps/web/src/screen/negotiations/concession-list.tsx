import { sayCount } from "@cleartitle/engine";
import { Section } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";
import { Verdict } from "../../part/verdict.js";
import { packageText, type Packages, sayPoints, wordsOf } from "./use-negotiations.js";

/** What a side could give next, the best first, each with what speaks for it. */
export function ConcessionList({ packages: { issues, concessions, for: own, further, notLookedAt }, other }: { readonly packages: Packages; readonly other: string }) {
  const [, change] = useSearchState();
  const sayIssue = (id: string, from: string, to: string): string => {
    const issue = issues.find((each) => each.id === id)!;
    return `${id}: ${wordsOf(issue, from)} → ${wordsOf(issue, to)}`;
  };
  return (
    <Section id="concessions" title={`What ${own} could give next`} note="best first: what costs nothing, then what gives most for what it costs">
      {concessions.length === 0 && <p>Nothing: each step from this package gives {other} nothing more, or leaves {own} below the least that it takes.</p>}
      <ol className="concessions">
        {concessions.map(({ changes, costs, gives, uses, to }) => (
          <li key={packageText(to.settled)} data-row="" tabIndex={-1}>
            <p><strong><bdi>{changes.map((each) => sayIssue(each.issue, each.from, each.to)).join(", ")}</bdi></strong></p>
            <p>{costs <= 0 ? `costs ${own} nothing${costs < 0 ? ` (it wins ${sayPoints(-costs)})` : ""}` : `costs ${own} ${sayPoints(costs)}`}, gives {other} {sayPoints(gives)}</p>
            {changes.length > 1 && <ul className="small">{changes.map((each) => <li key={each.issue}><bdi>{each.issue}</bdi> by their own weights: costs {sayPoints(each.costs)}, gives {sayPoints(each.gives)}</li>)}</ul>}
            {uses.map(({ use, before, after, obligations }) => <p key={use} className="small"><bdi>{use}</bdi>: {before === after ? <>stays <Verdict status={after} />, with {sayCount(obligations, "obligation")}</> : <><Verdict status={before} /> → <Verdict status={after} /></>}</p>)}
            <p className="choices"><button type="button" onClick={() => change({ from: packageText(to.settled), show: undefined })}>Take this step</button></p>
          </li>
        ))}
      </ol>
      {further > 0 && <p className="soft small">and {sayCount(further, "further step")}</p>}
      {notLookedAt > 0 && <p className="small">Cut: {notLookedAt.toLocaleString("en")} packages nearby were not looked at.</p>}
    </Section>
  );
}
