import { shapes } from "@cleartitle/engine";
import type { Status } from "@cleartitle/norms";
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { Quote } from "../../part/quote.js";
import { Words } from "../../part/words.js";
import "../../part/verdict.css";
import { AgreementNames, memberAt } from "./agreement-name.js";
import { Later } from "./later.js";
import { Listed } from "./listed.js";
import { type Kind, kindWords, type PortfolioFinding, type Severity, severityWords, useAgreementsOf, useFindings } from "./use-portfolio.js";

/** The status whose shape and color each has. */
const colors: Readonly<Record<Severity, Status>> = { conflict: "blocked", look: "conditional", open: "unresolved" };

/** How grave a finding is, in word, shape and color. */
function SeverityMark({ severity }: { readonly severity: Severity }) {
  return <span className={`verdict ${colors[severity]}`}><span className="shape" aria-hidden="true">{shapes[colors[severity]]}</span>{severityWords[severity]}</span>;
}

type Place = NonNullable<PortfolioFinding["places"][number]>;

/** Longer words are cut in a list, and whole on a click. */
const longest = 480;

function PlaceQuote({ place: { file, cite, page, quote }, titles }: { readonly place: Place; readonly titles: ReadonlyMap<string, string> }) {
  const workspace = useWorkspace();
  const isRead = file.startsWith("readings/");
  const [, named = "", amended] = file.split("/");
  const [id, amendment] = isRead ? [file, undefined] : [named, amended];
  return (
    <li>
      <p className="small"><Link to={memberAt(workspace, id)} search={isRead ? {} : { show: "terms" }}><bdi>{titles.get(id) ?? id}</bdi></Link><span className="soft">{titles.get(id)?.includes(id) === false && <>, <bdi>{id}</bdi></>}{amendment !== undefined && <>, amendment <bdi>{amendment}</bdi></>}{page !== null && <>, page {page}</>}{cite !== null && <>, {isRead ? "paragraph" : "clause"} <bdi>{cite}</bdi></>}</span></p>
      <Quote text={quote.length <= longest ? quote : `${quote.slice(0, longest)}…`} />
      {quote.length > longest && <details className="small"><summary>The whole clause</summary><Quote text={quote} /></details>}
    </li>
  );
}

/** Places that are read at once; the rest on a click. */
const atOnce = 2;

function Places({ places, titles }: { readonly places: readonly Place[]; readonly titles: ReadonlyMap<string, string> }) {
  const [near, far] = [places.slice(0, atOnce), places.slice(atOnce)];
  const list = (of: readonly Place[], from: number) => <ul className="finding-places">{of.map((place, at) => <PlaceQuote key={`${from + at} ${place.file}`} place={place} titles={titles} />)}</ul>;
  return (
    <>
      {near.length > 0 && list(near, 0)}
      {far.length > 0 && <div className="small"><Later says={far.length === 1 ? "1 more place that it rests on" : `${far.length} more places that it rests on`}>{() => list(far, atOnce)}</Later></div>}
    </>
  );
}

/** Agreements that are named at once. */
const mostNamed = 4;

function NamedIn({ finding }: { readonly finding: string }) {
  return <Listed of={`of-${finding}`} list={useAgreementsOf(finding)}>{({ items, titles }) => <AgreementNames ids={items.map(({ id }) => id)} titles={titles} />}</Listed>;
}

function OneFinding({ finding: { id, severity, agreements, named, message, places }, titles }: { readonly finding: PortfolioFinding; readonly titles: ReadonlyMap<string, string> }) {
  return (
    <li data-row="" tabIndex={-1}>
      <p className="finding-head"><SeverityMark severity={severity} /> <span><AgreementNames ids={agreements.slice(0, mostNamed)} titles={titles} /></span></p>
      {named > mostNamed && <div className="small"><Later says={named === mostNamed + 1 ? "and 1 more agreement" : `and ${(named - mostNamed).toLocaleString("en")} more agreements`}>{() => (named > agreements.length ? <NamedIn finding={id} /> : <AgreementNames ids={agreements.slice(mostNamed)} titles={titles} />)}</Later></div>}
      <p className="finding-message"><Words text={`${message.slice(0, 1).toUpperCase()}${message.slice(1)}`} /></p>
      <Places places={places.flatMap((place) => place ?? [])} titles={titles} />
    </li>
  );
}

/** What does not fit, of one kind. `count`: of how many it is known that there are. */
export function FindingsOf({ kind, count }: { readonly kind: Kind; readonly count: number }) {
  return (
    <Section id={`kind-${kind}`} title={kindWords[kind]} note={count.toLocaleString("en")}>
      <Listed of={kind} list={useFindings(kind)}>
        {({ items, titles }) => <ul className="portfolio-findings">{items.map((finding) => <OneFinding key={finding.id} finding={finding} titles={titles} />)}</ul>}
      </Listed>
    </Section>
  );
}
