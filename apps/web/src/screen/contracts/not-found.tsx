import { plainWords } from "@cleartitle/engine";
import { useWorkspace } from "../../api/workspace.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Quote } from "../../part/quote.js";
import { saySure } from "./confidence.js";
import { type ReadKind, sayPlace, useSaying } from "./use-readings.js";

function Nearest({ number, kind: { kind, nearest }, mayWrite }: { readonly number: number; readonly kind: ReadKind; readonly mayWrite: boolean }) {
  const { adding } = useSaying(useWorkspace(), number);
  if (nearest === null) return null;
  const { start, end, confidence, quote } = nearest;
  return (
    <>
      <p className="soft small">the nearest: {sayPlace(nearest)}; {saySure(confidence)}</p>
      <Quote text={quote.length > 200 ? `${quote.slice(0, 200)}…` : quote} />
      {mayWrite && <p className="small"><button type="button" disabled={adding.isPending} onClick={() => adding.mutate({ kind, start, end, values: [] })}>It is one: add it</button></p>}
      {adding.error !== null && <ProblemBox problem={adding.error} />}
    </>
  );
}

/** Kinds of which the program found nothing, those with something near first. */
export function NotFound({ number, kinds, mayWrite }: { readonly number: number; readonly kinds: readonly ReadKind[]; readonly mayWrite: boolean }) {
  const none = kinds.filter(({ fields }) => fields.length === 0);
  const near = none.filter(({ nearest }) => nearest !== null);
  if (none.length === 0) return null;
  return (
    <section aria-labelledby="not-found">
      <h2 id="not-found">Not found <span className="soft note">{none.length} kinds; no word that the contract is silent</span></h2>
      <ul className="read-fields">{near.map((kind) => <li key={kind.kind} data-row="" tabIndex={-1}><p><strong>{plainWords(kind.kind)}</strong>: not found</p><Nearest number={number} kind={kind} mayWrite={mayWrite} /></li>)}</ul>
      {none.length > near.length && <p>Nor anything near: {none.filter(({ nearest }) => nearest === null).map(({ kind }) => plainWords(kind)).join(", ")}.</p>}
    </section>
  );
}
