import { plainWords } from "@cleartitle/engine";
import { type RefObject, useEffect, useState } from "react";
import { problemAt } from "../../api/problem.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { linesOf } from "./correct-field.js";
import { type MarkedText, markedIn } from "./marked-text.js";
import { type ReadingDetail, useSaying } from "./use-readings.js";

/** What is marked in the text; what was marked last stays when the mark is taken to the fields beside it. */
function useMarked(text: RefObject<HTMLElement | null>) {
  const [marked, setMarked] = useState<MarkedText | null>(null);
  useEffect(() => {
    const changed = (): void => {
      const found = text.current === null ? null : markedIn(text.current);
      if (found !== null) setMarked(found);
    };
    document.addEventListener("selectionchange", changed);
    return () => document.removeEventListener("selectionchange", changed);
  }, [text]);
  return [marked, setMarked] as const;
}

/** A clause that the program missed: marked in the text, or by its words. */
export function AddClause({ reading: { number, kinds }, text }: { readonly reading: ReadingDetail; readonly text: RefObject<HTMLElement | null> }) {
  const [, change] = useSearchState();
  const { adding } = useSaying(useWorkspace(), number);
  const [marked, setMarked] = useMarked(text);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [kind, setKind] = useState("");
  const [values, setValues] = useState("");
  const [why, setWhy] = useState("");
  useEffect(() => {
    if (marked !== null) setOpen(true);
  }, [marked]);
  const like = kinds.find((each) => each.kind === kind)?.writtenLike ?? null;
  const close = (): void => {
    setOpen(false);
    setMarked(null);
    setTyped("");
    setValues("");
    setWhy("");
  };
  if (!isOpen) return <p><button type="button" onClick={() => setOpen(true)}>Add a clause</button> <span className="soft small">or mark it in the text</span></p>;
  return (
    <form className="add-clause" aria-label="Add a clause" onSubmit={(event) => {
      event.preventDefault();
      const place = marked === null ? { quote: typed } : { start: marked.start, end: marked.end };
      adding.mutate({ kind, ...place, values: linesOf(values), ...(why.trim() === "" ? {} : { why: why.trim() }) }, {
        onSuccess: ({ fields: [field] }) => {
          close();
          if (field !== undefined) change({ field, kind: undefined, state: undefined }, true);
        },
      });
    }}>
      {marked === null
        ? <Field label="Words of the clause" hint="as they stand in the text, or mark them there" wrong={problemAt(adding.error, "/quote")}>{(own) => <textarea {...own} required rows={3} maxLength={20_000} value={typed} onChange={({ target }) => setTyped(target.value)} />}</Field>
        : <p className="small">Marked: “<bdi>{marked.words.length > 200 ? `${marked.words.slice(0, 200)}…` : marked.words}</bdi>” <button type="button" className="bare" onClick={() => setMarked(null)}>Write the words instead</button></p>}
      <Field label="Is a clause on" wrong={problemAt(adding.error, "/kind")}>
        {(own) => (
          <select {...own} required value={kind} onChange={({ target }) => setKind(target.value)}>
            <option value="" disabled>choose</option>
            {[["Contracts", false], ["AI", true]].map(([label, isAi]) => <optgroup key={String(label)} label={String(label)}>{kinds.filter((each) => each.isAi === isAi).map((each) => <option key={each.kind} value={each.kind}>{plainWords(each.kind)}</option>)}</optgroup>)}
          </select>
        )}
      </Field>
      {like !== null && <Field label="It states" hint={`left empty: read from the words; a value a line, like ${like.replaceAll("`", "")}`} wrong={problemAt(adding.error, "/values")}>{(own) => <textarea {...own} rows={2} value={values} onChange={({ target }) => setValues(target.value)} />}</Field>}
      <Field label="Why" hint="may be left empty">{(own) => <input {...own} maxLength={2000} value={why} onChange={({ target }) => setWhy(target.value)} />}</Field>
      <p className="choices"><button className="main" disabled={adding.isPending}>Add</button><button type="button" onClick={close}>Cancel</button></p>
      {adding.error !== null && <ProblemBox problem={adding.error} />}
    </form>
  );
}
