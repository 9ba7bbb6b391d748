import type { ComponentProps } from "react";
import { Field } from "./field.js";
import type { KeptWords } from "./kept-words.js";
import { UnsentNote } from "./unsent-note.js";

interface WordsFieldProps extends Pick<ComponentProps<"textarea">, "required" | "maxLength" | "rows" | "spellCheck" | "className" | "autoFocus"> {
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string | null;
  readonly words: KeptWords;
  /** Words of one line. */
  readonly isLine?: true;
}

/** A field for words that would be missed: those that were not sent are there again, and it says so. */
export function WordsField({ label, hint, wrong = null, words: { text, write, drop, areBack }, isLine, required, maxLength, autoFocus, ...ofText }: WordsFieldProps) {
  const both = { required, maxLength, autoFocus, value: text };
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} wrong={wrong}>
      {(own) => (
        <>
          {isLine === true ? <input {...own} {...both} onChange={({ target }) => write(target.value)} /> : <textarea {...own} {...both} {...ofText} onChange={({ target }) => write(target.value)} />}
          {areBack && <UnsentNote drop={drop} />}
        </>
      )}
    </Field>
  );
}
