import { useState } from "react";
import { problemAt } from "../../api/problem.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { ProblemBox } from "../../part/problem-box.js";
import { type ReadField, type ReadKind, useSaying } from "./use-readings.js";

/** Lines of a field, each a value. */
export const linesOf = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");

/** What a clause states, as a person writes it: what was read stays beside it. */
export function CorrectField({ number, kind, field, onDone }: { readonly number: number; readonly kind: ReadKind; readonly field: ReadField; readonly onDone: () => void }) {
  const { saying } = useSaying(useWorkspace(), number);
  const [values, setValues] = useState(field.values.map(({ says }) => says).join("\n"));
  const [why, setWhy] = useState("");
  return (
    <form
      className="correct-field"
      onSubmit={(event) => {
        event.preventDefault();
        saying.mutate({ verdict: "corrected", field: field.id, values: linesOf(values), ...(why.trim() === "" ? {} : { why: why.trim() }) }, { onSuccess: onDone });
      }}
      onKeyDown={({ key }) => key === "Escape" && onDone()}
    >
      <Field label="It states" hint={`a value a line, like ${kind.writtenLike?.replaceAll("`", "") ?? ""}`} wrong={problemAt(saying.error, "/values")}>{(own) => <textarea {...own} autoFocus required rows={Math.max(2, field.values.length)} value={values} onChange={({ target }) => setValues(target.value)} />}</Field>
      <Field label="Why" hint="may be left empty">{(own) => <input {...own} maxLength={2000} value={why} onChange={({ target }) => setWhy(target.value)} />}</Field>
      <p className="choices"><button className="main" disabled={saying.isPending}>Correct</button><button type="button" onClick={onDone}>Cancel</button></p>
      {saying.error !== null && <ProblemBox problem={saying.error} />}
    </form>
  );
}
