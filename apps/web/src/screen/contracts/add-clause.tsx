import { plainWords } from "@cleartitle/engine";
import { type RefObject, useEffect, useState } from "react";
import { problemAt } from "../../api/problem.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { useKeptWords } from "../../part/kept-words.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { WordsField } from "../../part/words-field.js";
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
  const [typed, values, why] = [useKeptWords(`reading ${number} clause`), useKeptWords(`reading ${number} clause values`), useKeptWords(`reading ${number} clause why`)];
  // What was written of one is shown at once.
  const [isOpen, setOpen] = useState(typed.areBack || values.areBack || why.areBack);
  const [kind, setKind] = useState("");
  useEffect(() => {
    if (marked !== null) setOpen(true);
  }, [marked]);
  const like = kinds.find((each) => each.kind === kind)?.writtenLike ?? null;
  const close = (): void => {
    setOpen(false);
    setMarked(null);
    for (const words of [typed, values, why]) words.drop();
  };
  if (!isOpen) return <p><button type="button" onClick={() => setOpen(true)}>Add a clause</button> <span className="soft small">or mark it in the text</span></p>;
  return (
    <form className="add-clause" aria-label="Add a clause" onSubmit={(event) => {
      event.preventDefault();
      const place = marked === null ? { quote: typed.text } : { start: marked.start, end: marked.end };
      adding.mutate({ kind, ...place, values: linesOf(values.text), ...(why.text.trim() === "" ? {} : { why: why.text.trim() }) }, {
        onSuccess: ({ fields: [field] }) => {
          close();
          if (field !== undefined) change({ field, kind: undefined, state: undefined }, true);
        },
      });
    }}>
      {marked === null
        ? <WordsField label="Words of the clause" hint="as they stand in the text, or mark them there" wrong={problemAt(adding.error, "/quote")} words={typed} required rows={3} maxLength={20_000} />
        : <p className="small">Marked: “<bdi>{marked.words.length > 200 ? `${marked.words.slice(0, 200)}…` : marked.words}</bdi>” <button type="button" className="bare" onClick={() => setMarked(null)}>Write the words instead</button></p>}
      <Field label="Is a clause on" wrong={problemAt(adding.error, "/kind")}>
        {(own) => (
          <select {...own} required value={kind} onChange={({ target }) => setKind(target.value)}>
            <option value="" disabled>choose</option>
            {[["Contracts", false], ["AI", true]].map(([label, isAi]) => <optgroup key={String(label)} label={String(label)}>{kinds.filter((each) => each.isAi === isAi).map((each) => <option key={each.kind} value={each.kind}>{plainWords(each.kind)}</option>)}</optgroup>)}
          </select>
        )}
      </Field>
      {like !== null && <WordsField label="It states" hint={`left empty: read from the words; a value a line, like ${like.replaceAll("`", "")}`} wrong={problemAt(adding.error, "/values")} words={values} rows={2} />}
      <WordsField label="Why" hint="may be left empty" words={why} isLine maxLength={2000} />
      <p className="choices"><button className="main" disabled={adding.isPending}>Add</button><button type="button" onClick={close}>Cancel</button></p>
      {adding.error !== null && <ProblemBox problem={adding.error} />}
    </form>
  );
}
