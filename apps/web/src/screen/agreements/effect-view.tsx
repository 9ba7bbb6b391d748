import { plainWords, sayCount } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "../../api/workspace.js";
import { sentence } from "../../answer/sentence.js";
import { Places } from "../../part/places.js";
import { Verdict } from "../../part/verdict.js";
import { releaseAt } from "../../shell/address.js";
import { ChangedWords } from "./changed-words.js";
import type { Effect } from "./deal.js";
import { sayEffect } from "./say-effect.js";

type UseChange = Effect["uses"][number];
type Terms = Effect["terms"];

/** From one answer to another. */
export function Turn({ before, after }: Pick<UseChange, "before" | "after">) {
  return before === after ? <Verdict status={after} /> : <span className="turn"><Verdict status={before} /> <span aria-hidden="true">→</span><span className="unseen">becomes</span> <Verdict status={after} /></span>;
}

/** What makes a place be answered otherwise: clauses, and the sentences of them that do it. */
function Cause({ because: { alone, together, sentences }, titleOf }: { readonly because: UseChange["places"][number]["because"]; readonly titleOf: (id: string) => string }) {
  const said = alone.length > 0 ? `by ${alone.map(titleOf).join(", or ")} alone` : together.length > 0 ? `by ${together.map(titleOf).join(" and ")} together` : "";
  return (
    <>
      {said !== "" && <p className="small">{said}</p>}
      {sentences.map(({ topic, cite, before, after }) => <ChangedWords key={`${topic} ${cite}`} before={before} after={after} />)}
    </>
  );
}

function Use({ use, titleOf }: { readonly use: UseChange; readonly titleOf: (id: string) => string }) {
  const workspace = useWorkspace();
  return (
    <li data-row="" tabIndex={-1}>
      <p><Link to={releaseAt(workspace, use.use)}><bdi>{use.use}</bdi></Link> <Turn before={use.before} after={use.after} /></p>
      {use.places.map((place) => (
        <div key={place.territories.join()} className="effect-place">
          <div className="small"><Turn before={place.before} after={place.after} /> <Places places={place.territories} /></div>
          <Cause because={place.because} titleOf={titleOf} />
          {place.stands.slice(0, 3).map(({ asset, layer, action, outcome, cite }) => <p key={`${asset} ${layer} ${action} ${outcome} ${cite}`} className="small soft"><bdi>{asset}</bdi>, {plainWords(action)} ({plainWords(layer)}): {plainWords(outcome)}{cite !== null && `, ${cite}`}</p>)}
        </div>
      ))}
      {use.obligations.length > 0 && <ul className="small">{use.obligations.map((each) => <li key={`${each.do} ${each.object} ${each.cite} ${each.change}`}>{each.change} obligation: {plainWords(each.do)} <bdi>{each.object}</bdi> ({each.cite})</li>)}</ul>}
      {use.exposure.length > 0 && (
        <details className="small">
          <summary>{use.exposure.length === 1 ? "1 past act counts otherwise" : `Past acts count otherwise in ${use.exposure.length} ways`}</summary>
          <ul>{use.exposure.map((each) => <li key={`${each.act} ${each.action} ${each.asset} ${each.layer} ${each.why}`}><bdi>{each.act}</bdi>, {plainWords(each.action)} <bdi>{each.asset}</bdi> ({plainWords(each.layer)}): {each.before ?? "none"}, now {each.after ?? "none"} <span className="soft">{each.why}</span></li>)}</ul>
        </details>
      )}
    </li>
  );
}

const termWords: Readonly<Record<keyof Terms, string>> = { duties: "Duties", dates: "Days", bans: "Bans", grants: "Grants", unread: "Sentences that norms do not carry" };

function TermList({ terms }: { readonly terms: Terms }) {
  const kinds = (Object.keys(termWords) as (keyof Terms)[]).filter((kind) => terms[kind].length > 0);
  if (kinds.length === 0) return null;
  return (
    <details>
      <summary>What the deal itself says otherwise: {kinds.map((kind) => `${termWords[kind].toLowerCase()} ${terms[kind].length}`).join(", ")}</summary>
      {kinds.map((kind) => (
        <div key={kind}>
          <h3>{termWords[kind]}</h3>
          <ul>{terms[kind].map((each) => <li key={`${each.cite} ${each.what} ${each.change} ${each.before} ${each.after}`}>{each.change}, {each.cite}: {sentence(each.what)}<ChangedWords before={each.before} after={each.after} /></li>)}</ul>
        </div>
      ))}
    </details>
  );
}

/** What it does to the releases that a deal is agreed otherwise, and by which clause. `titleOf`: what a part of the deal is called. */
export function EffectView({ effect, titleOf }: { readonly effect: Effect; readonly titleOf: (id: string) => string }) {
  const { uses, asIfSigned, notInTitle, cut, terms } = effect;
  return (
    <div className="effect">
      <p role="status"><strong>{sayEffect(effect)}</strong></p>
      {(asIfSigned.before || asIfSigned.after) && <p className="small soft">Asked as if it were signed as it stands.</p>}
      {uses.length > 0 && <ul className="effect-uses">{uses.map((use) => <Use key={use.use} use={use} titleOf={titleOf} />)}</ul>}
      <TermList terms={terms} />
      {notInTitle.length > 0 && <p className="small">Not among the records, so that nothing is said of what is done with them: <bdi>{notInTitle.join(", ")}</bdi>.</p>}
      {cut !== null && <p className="small">Not all was asked: {sayCount(cut.uses.length, "release")} and {sayCount(cut.clauses.length, "clause")} are left out, and of {sayCount(cut.causes.length, "change")} the cause was not looked for to the end.</p>}
    </div>
  );
}

/** Releases that are named beside a version; the rest is counted. */
const mostBeside = 4;

/** The same beside a version of a clause: only which releases turn. */
export function EffectBrief({ effect }: { readonly effect: Effect }) {
  const rest = effect.uses.length - mostBeside;
  return (
    <div className="effect-brief">
      <p>{sayEffect(effect)}</p>
      <ul>{effect.uses.slice(0, mostBeside).map((use) => <li key={use.use}><bdi>{use.use}</bdi>: <Turn before={use.before} after={use.after} /></li>)}</ul>
      {rest > 0 && <p className="soft">and {sayCount(rest, "more release")}: take the version to see them all</p>}
    </div>
  );
}
