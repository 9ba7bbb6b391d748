import { useState } from "react";
import { Field } from "../../part/field.js";
import type { ClauseTopic, FieldValue } from "./deal.js";

type FieldOf = ClauseTopic["fields"][number];

/** Types of fields that hold several words. */
const lists = new Set(["words", "acts", "places", "purposes", "fields", "recipients", "assets"]);

const written = (value: unknown): string => (value === undefined || value === null ? "" : Array.isArray(value) ? value.join(", ") : typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value));

/** What was written, as the field holds it. What is no value of the field is told by the server, which reads the deal. */
function valueOf(text: string, { type }: FieldOf): FieldValue {
  if (lists.has(type)) return text.split(",").map((each) => each.trim()).filter((each) => each !== "");
  return type === "number" && text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text.trim();
}

interface FieldInputProps {
  readonly field: FieldOf;
  readonly value: unknown;
  /** What it is asked by; left out: what the field is. */
  readonly label?: string;
  readonly wrong?: string | null;
  readonly onChange: (value: FieldValue | undefined) => void;
}

/** One value of a clause. */
export function FieldInput({ field, value, label = field.is, wrong = null, onChange }: FieldInputProps) {
  const now = written(value);
  const [text, setText] = useState(now);
  const take = (next: string): void => {
    if (next.trim() !== now) onChange(next.trim() === "" ? undefined : valueOf(next, field));
  };
  const hint = field.default !== null ? `${written(field.default)}, where left empty` : `has to be said, like ${written(field.example)}`;
  return (
    <Field label={label} wrong={wrong} hint={lists.has(field.type) ? `${hint}; several with commas` : hint}>
      {(own) => field.options.length > 0
        ? <select {...own} value={now} onChange={({ target }) => take(target.value)}><option value="">{field.default === null ? "choose one" : written(field.default)}</option>{field.options.map((option) => <option key={option} value={option}>{option}</option>)}</select>
        : <input {...own} value={text} maxLength={2000} onChange={({ target }) => setText(target.value)} onBlur={() => take(text)} onKeyDown={({ key }) => key === "Enter" && take(text)} />}
    </Field>
  );
}

/** The values that a clause is agreed with. */
export function TopicFields({ topic, values, onChange }: { readonly topic: ClauseTopic; readonly values: Readonly<Record<string, unknown>>; readonly onChange: (values: Readonly<Record<string, unknown>>) => void }) {
  if (topic.fields.length === 0) return null;
  return (
    <div className="topic-fields">
      {topic.fields.map((field) => (
        <FieldInput key={`${field.name} ${written(values[field.name])}`} field={field} value={values[field.name]} onChange={(value) => {
          const { [field.name]: _before, ...rest } = values;
          onChange(value === undefined ? rest : { ...rest, [field.name]: value });
        }} />
      ))}
    </div>
  );
}
