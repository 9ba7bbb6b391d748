import { type ReactNode, useId } from "react";
import "./field.css";

/** What is asked, where it is written, and what is wrong with it. `children`: gets the id to stand under and whether what was written is wrong. */
export function Field({ label, hint, wrong, children }: { readonly label: string; readonly hint?: string; readonly wrong?: string | null; readonly children: (own: { readonly id: string; readonly "aria-describedby"?: string; readonly "aria-invalid"?: true }) => ReactNode }) {
  const id = useId();
  const isWrong = wrong !== undefined && wrong !== null;
  const note = isWrong ? wrong : hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(note === undefined ? {} : { "aria-describedby": `${id}-note` }), ...(isWrong ? { "aria-invalid": true as const } : {}) })}
      {note !== undefined && <p id={`${id}-note`} className={isWrong ? "wrong small" : "soft small"}>{note}</p>}
    </div>
  );
}

/** A day, as all dates here are written. */
export function DateField({ label, value, onChange, hint, wrong }: { readonly label: string; readonly value: string; readonly onChange: (day: string) => void; readonly hint?: string; readonly wrong?: string | null }) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} wrong={wrong ?? null}>
      {(own) => <input {...own} type="date" min="1900-01-01" max="2999-12-31" value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}
