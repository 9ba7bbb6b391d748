import { useState } from "react";
import { Field } from "../../part/field.js";
import "../../part/terms.css";

interface CountsProps {
  readonly quantities: Readonly<Record<string, { readonly title: string }>>;
  readonly scale: Readonly<Record<string, number>>;
  readonly onChange: (scale: Readonly<Record<string, number>>) => void;
}

/** How much is planned: of what, and how many. */
export function Counts({ quantities, scale, onChange }: CountsProps) {
  const [amount, setAmount] = useState("");
  const [of, setOf] = useState("monthly-active-users");
  const isNumber = /^\d+(\.\d+)?$/.test(amount);
  return (
    <Field label="At which scale">
      {(own) => (
        <div className="terms">
          {Object.entries(scale).map(([id, count]) => (
            <button key={id} type="button" aria-label={`Take ${quantities[id]?.title ?? id} out`} onClick={() => onChange(Object.fromEntries(Object.entries(scale).filter(([each]) => each !== id)))}>{count.toLocaleString("en")} {quantities[id]?.title ?? id} <span aria-hidden="true">×</span></button>
          ))}
          <input {...own} className="amount" inputMode="decimal" placeholder="2000000" value={amount} onChange={({ target }) => setAmount(target.value.trim())} />
          <select aria-label="Of what" value={of} onChange={({ target }) => setOf(target.value)}>{Object.entries(quantities).map(([id, { title }]) => <option key={id} value={id}>{title}</option>)}</select>
          <button type="button" className="add" disabled={!isNumber} onClick={() => {
            onChange({ ...scale, [of]: Number(amount) });
            setAmount("");
          }}>Add</button>
        </div>
      )}
    </Field>
  );
}
