import { plainWords, sayCount } from "@cleartitle/engine";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useNameOf } from "../../api/people.js";
import { useWorkspace } from "../../api/workspace.js";
import { instant } from "../../part/days.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Quote } from "../../part/quote.js";
import { useSearchState } from "../../part/search-state.js";
import { saySure } from "./confidence.js";
import { CorrectField } from "./correct-field.js";
import type { ShownField } from "./fields-shown.js";
import { type ReadField, sayPlace, stateWords, useSaying } from "./use-readings.js";

/** Longer words are cut in the list; the text has them whole. */
const longest = 280;
const cut = (words: string): string => (words.length > longest ? `${words.slice(0, longest)}…` : words);

function Reviews({ reviews }: Pick<ReadField, "reviews">) {
  const nameOf = useNameOf(useWorkspace());
  if (reviews.length === 0) return null;
  return (
    <ol className="reviews small">
      {reviews.map(({ verdict, by, at, why, values }) => (
        <li key={`${at} ${verdict}`}>{stateWords[verdict]} by <bdi>{nameOf(by)}</bdi>, {instant(at)}{values.length > 0 && <>: <bdi>{values.join("; ")}</bdi></>}{why !== null && <span className="soft"> — <bdi>{why}</bdi></span>}</li>
      ))}
    </ol>
  );
}

function Values({ values }: Pick<ReadField, "values">) {
  if (values.length === 0) return null;
  return <ul className="read-values">{values.map(({ says, quote, start }) => <li key={`${start} ${says}`}><strong><bdi>{says}</bdi></strong>{quote !== null && quote.trim() !== says && <span className="soft small"> “<bdi>{cut(quote)}</bdi>”</span>}</li>)}</ul>;
}

interface Told {
  readonly shown: ShownField;
  readonly number: number;
  readonly mayWrite: boolean;
}

function FieldCard({ shown: { kind, field }, number, mayWrite }: Told) {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const [isCorrecting, setCorrecting] = useState(false);
  const { saying } = useSaying(workspace, number);
  const isChosen = state["field"] === field.id;
  const own = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) own.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const say = (verdict: "accepted" | "rejected"): void => {
    if (mayWrite && !saying.isPending) saying.mutate({ verdict, fields: [field.id] });
  };
  const canCorrect = mayWrite && kind.writtenLike !== null;
  const keys: Readonly<Record<string, () => void>> = { a: () => say("accepted"), r: () => say("rejected"), c: () => setCorrecting(canCorrect) };
  const pressed = (event: KeyboardEvent<HTMLLIElement>): void => {
    const work = event.target === event.currentTarget && !event.ctrlKey && !event.metaKey && !event.altKey ? keys[event.key] : undefined;
    if (work === undefined) return;
    event.preventDefault();
    work();
  };
  return (
    <li ref={own} data-row="" tabIndex={-1} className={`${field.state}${isChosen ? " chosen" : ""}`} onKeyDown={pressed}>
      <p className="field-head"><button type="button" className="bare" aria-pressed={isChosen} onClick={() => change({ field: field.id }, true)}>{plainWords(kind.kind)}</button> <span className="soft small">{sayPlace(field)}; {saySure(field.confidence)}</span></p>
      <p className="small"><strong>{stateWords[field.state]}</strong></p>
      <Values values={field.values} />
      <Quote text={cut(field.quote)} />
      <Reviews reviews={field.reviews} />
      {mayWrite && !isCorrecting && (
        <p className="choices small">
          <button type="button" disabled={saying.isPending || field.state === "accepted"} onClick={() => say("accepted")}>Accept</button>
          {canCorrect && <button type="button" onClick={() => setCorrecting(true)}>Correct</button>}
          <button type="button" disabled={saying.isPending || field.state === "rejected"} onClick={() => say("rejected")}>Reject</button>
        </p>
      )}
      {isCorrecting && <CorrectField number={number} kind={kind} field={field} onDone={() => {
        setCorrecting(false);
        own.current?.focus();
      }} />}
      {saying.error !== null && <ProblemBox problem={saying.error} />}
    </li>
  );
}

/** Fields that are drawn at once; the rest on a click. */
const atOnce = 40;

/** The clauses that were found, in the order of the text, with what each states and what persons said. */
export function FieldList({ number, shown, mayWrite }: { readonly number: number; readonly shown: readonly ShownField[]; readonly mayWrite: boolean }) {
  const [state] = useSearchState();
  const [most, setMost] = useState(atOnce);
  const chosen = shown.findIndex(({ field }) => field.id === state["field"]);
  const drawn = Math.max(most, chosen + 1);
  return (
    <section aria-labelledby="fields">
      <h2 id="fields">What it says <span className="soft note">{sayCount(shown.length, "clause")}</span></h2>
      {mayWrite && shown.length > 0 && <p className="soft small"><kbd>j</kbd> and <kbd>k</kbd> go through, <kbd>a</kbd> accepts, <kbd>c</kbd> corrects, <kbd>r</kbd> rejects, <kbd>Enter</kbd> shows it in the text.</p>}
      {shown.length === 0 && <p className="soft">No clause is like that.</p>}
      <ul className="read-fields">{shown.slice(0, drawn).map((each) => <FieldCard key={each.field.id} shown={each} number={number} mayWrite={mayWrite} />)}</ul>
      {shown.length > drawn && <p><button type="button" onClick={() => setMost(drawn + atOnce)}>Show {Math.min(atOnce, shown.length - drawn)} more of {(shown.length - drawn).toLocaleString("en")}</button></p>}
    </section>
  );
}
