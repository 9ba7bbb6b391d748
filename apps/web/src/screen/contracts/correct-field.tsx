import { problemAt } from "../../api/problem.js";
import { useWorkspace } from "../../api/workspace.js";
import { useKeptWords } from "../../part/kept-words.js";
import { ProblemBox } from "../../part/problem-box.js";
import { WordsField } from "../../part/words-field.js";
import { type ReadField, type ReadKind, useSaying } from "./use-readings.js";

/** Lines of a field, each a value. */
export const linesOf = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");

/** What a clause states, as a person writes it: what was read stays beside it. */
export function CorrectField({ number, kind, field, onDone }: { readonly number: number; readonly kind: ReadKind; readonly field: ReadField; readonly onDone: () => void }) {
  const { saying } = useSaying(useWorkspace(), number);
  const [values, why] = [useKeptWords(`reading ${number} ${field.id} values`, field.values.map(({ says }) => says).join("\n")), useKeptWords(`reading ${number} ${field.id} why`)];
  const done = (): void => {
    values.drop();
    why.drop();
    onDone();
  };
  return (
    <form
      className="correct-field"
      onSubmit={(event) => {
        event.preventDefault();
        saying.mutate({ verdict: "corrected", field: field.id, values: linesOf(values.text), ...(why.text.trim() === "" ? {} : { why: why.text.trim() }) }, { onSuccess: done });
      }}
      onKeyDown={({ key }) => key === "Escape" && onDone()}
    >
      <WordsField label="It states" hint={`a value a line, like ${kind.writtenLike?.replaceAll("`", "") ?? ""}`} wrong={problemAt(saying.error, "/values")} words={values} autoFocus required rows={Math.max(2, field.values.length)} />
      <WordsField label="Why" hint="may be left empty" words={why} isLine maxLength={2000} />
      <p className="choices"><button className="main" disabled={saying.isPending}>Correct</button><button type="button" onClick={done}>Cancel</button></p>
      {saying.error !== null && <ProblemBox problem={saying.error} />}
    </form>
  );
}
