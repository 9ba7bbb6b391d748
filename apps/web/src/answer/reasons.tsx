import { type OptionWords, reasonEntries, type ReasonEntry, reasonLines, sayIds } from "@cleartitle/engine";
import { Section } from "../part/heading.js";
import { Quote } from "../part/quote.js";
import { CopyText } from "../part/copy-text.js";
import { Verdict } from "../part/verdict.js";
import { Cited } from "./cited.js";
import { sentence } from "./sentence.js";
import { sayStanding } from "./stands-for.js";
import type { Told } from "./told.js";
import "./reasons.css";

const marks = (option: OptionWords): readonly [string, string] => (option.fails ? ["✖", "fails"] : option.open ? ["?", "open"] : ["✔", "serves"]);

function Options({ options, names }: { readonly options: readonly OptionWords[] } & Pick<Told, "names">) {
  if (options.length === 0) return null;
  return (
    <ul className="options">
      {options.map((option) => {
        const [mark, word] = marks(option);
        return (
          <li key={`${option.instrument} ${option.text}`}>
            <span className="mark" aria-hidden="true">{mark}</span><span className="unseen">{word}: </span>
            <div>
              <bdi>{option.text}</bdi>{option.cite !== null && <> <Cited cite={option.cite} instrument={option.instrument} names={names} /></>}
              {option.quote !== null && <Quote text={option.quote} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function List({ entries }: { readonly entries: readonly string[] }) {
  return entries.length === 0 ? null : <ul>{entries.map((text) => <li key={text}><bdi>{text}</bdi></li>)}</ul>;
}

/** What a short text leaves out, behind a summary: one click, and it is all there. */
function More({ facts, folded, say, names }: { readonly facts: readonly string[]; readonly folded: readonly OptionWords[]; readonly say: string | null } & Pick<Told, "names">) {
  const parts = [...(facts.length === 0 ? [] : [`${facts.length} more ${facts.length === 1 ? "fact" : "facts"}`]), ...(folded.length === 0 ? [] : [say ?? `${folded.length} other options`])];
  if (parts.length === 0) return null;
  return (
    <details>
      <summary>{parts.join("; ")}</summary>
      <List entries={facts} />
      <Options options={folded} names={names} />
    </details>
  );
}

const said = (text: string, cite: string | null, quoted: string | null): string => [text, ...(cite === null ? [] : [cite]), ...(quoted === null ? [] : [`“${quoted}”`])].join(", ");

/** A reason as it is put into a letter: what it says, the text that says so in its words, and where it stands here. */
function citationOf({ words, reasons: [first] }: ReasonEntry, source: string | null, quote: string | null, options: readonly OptionWords[], stands: string | null): string {
  const { origin, pathname, search } = window.location;
  return [`${first.id} ${words.status}: ${words.title}`, [sentence(words.says), ...(stands === null ? [] : [stands])].join(" "), ...(source === null ? [] : [said("Source", source, quote)]), ...options.map((each) => said(each.text, each.cite, each.quote)), `${origin}${pathname}${search}#${first.id}`].join("\n");
}

function Entry({ entry, decision, wording, names, standing }: { readonly entry: ReasonEntry } & Told) {
  const { words, reasons } = entry;
  const [first, ...others] = reasons;
  const lines = reasonLines(entry, decision, wording);
  const shown = words.options.filter((option) => !option.folded && (first.basisKind === "none" || option.fails || option.open));
  const basis = words.options.find((option) => !shown.includes(option) && !option.folded);
  const quote = words.quote ?? basis?.quote ?? null;
  const ids = sayIds(reasons.map((reason) => reason.id));
  const stands = standing === undefined ? null : sayStanding(standing, reasons);
  return (
    <li id={first.id} className={words.status} data-row="" tabIndex={-1}>
      {others.map((reason) => <span key={reason.id} id={reason.id} />)}
      <h3><a className="number" href={`#${first.id}`} aria-label={`Link to reason ${ids}`}>{ids}</a> <Verdict status={words.status} /> <bdi>{words.title}</bdi> <CopyText what={`reason ${ids}`} text={() => citationOf(entry, lines.source, quote, shown, stands)} /></h3>
      <p><bdi>{sentence(words.says)}</bdi>{stands !== null && <strong> {stands}</strong>}</p>
      {quote !== null && <Quote text={quote} />}
      {lines.source !== null && <p className="small soft">Source: <Cited cite={lines.source} instrument={first.instrument} names={names} />{lines.weak !== null && ` (${lines.weak})`}</p>}
      <p className="small soft"><bdi>{sentence(lines.where)}.</bdi></p>
      <Options options={shown} names={names} />
      <List entries={lines.because} />
      <More facts={words.because.slice(lines.because.length)} folded={words.options.filter((option) => option.folded)} say={words.folded} names={names} />
    </li>
  );
}

/** Why: one numbered reason after the other, what decides first. */
export function Reasons(told: Told) {
  const { shown, total } = told.decision.reasonTotals;
  const entries = reasonEntries(told.decision, told.wording);
  return (
    <Section id="reasons" title="Reasons" {...(total > shown ? { note: `${shown} of ${total} groups are shown` } : {})}>
      {entries.length === 0 ? <p>No right of others is in question.</p> : <ol className="reasons">{entries.map((entry) => <Entry key={entry.reasons[0].id} entry={entry} {...told} />)}</ol>}
    </Section>
  );
}
