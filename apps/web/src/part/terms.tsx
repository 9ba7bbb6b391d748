import { Field } from "./field.js";
import "./terms.css";

interface TermsProps {
  readonly label: string;
  /** Ids with what they are called. */
  readonly terms: Readonly<Record<string, { readonly title: string }>>;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly hint?: string;
  readonly wrong?: string | null;
}

/** Several terms of a list: each chosen one is taken back by its button. */
export function Terms({ label, terms, chosen, onChange, hint, wrong = null }: TermsProps) {
  const left = Object.entries(terms).filter(([id]) => !chosen.includes(id));
  return (
    <Field label={label} wrong={wrong} {...(hint === undefined ? {} : { hint })}>
      {(own) => (
        <div className="terms">
          {chosen.map((id) => (
            <button key={id} type="button" aria-label={`Take ${terms[id]?.title ?? id} out`} onClick={() => onChange(chosen.filter((each) => each !== id))}>{terms[id]?.title ?? id} <span aria-hidden="true">×</span></button>
          ))}
          <select {...own} value="" onChange={({ target }) => onChange([...chosen, target.value])}>
            <option value="" disabled>{chosen.length === 0 ? "choose" : "and"}</option>
            {left.map(([id, { title }]) => <option key={id} value={id}>{title}</option>)}
          </select>
        </div>
      )}
    </Field>
  );
}
