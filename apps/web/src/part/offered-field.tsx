import { useId, useState } from "react";
import { Field } from "./field.js";
import { useSearchState } from "./search-state.js";

/** Names that are offered while one is written. */
export const mostOffered = 20;

/** A name, and what it is a name of where it does not say so itself. */
interface Offered {
  readonly id: string;
  readonly says?: string;
}

interface OfferedFieldProps {
  readonly label: string;
  /** The key in the address. */
  readonly of: string;
  readonly hint?: string;
  /** `/` leads to it. */
  readonly isSearch?: boolean;
  /** Keys of the address that another name forgets. */
  readonly forgets?: readonly string[];
  /** Names that have in them what is written; of nothing none are asked for. */
  readonly useOffered: (written: string) => readonly Offered[];
}

/** Something by its name, with those offered that have in them what is written. Taken once the field is left, or by Enter. */
export function OfferedField({ label, of: name, hint, isSearch = false, forgets = [], useOffered }: OfferedFieldProps) {
  const [state, change] = useSearchState();
  const taken = state[name] ?? "";
  const [{ written, of }, setWritten] = useState({ written: taken, of: taken });
  const now = of === taken ? written : taken;
  const list = useId();
  const offered = useOffered(now === taken ? "" : now.trim());
  const take = (value: string): void => {
    if (value.trim() !== taken) change({ [name]: value.trim(), ...Object.fromEntries(forgets.map((key) => [key, undefined])) });
  };
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(own) => (
        <>
          <input
            {...own} {...(isSearch ? { "data-search": "" } : {})} list={list} value={now} maxLength={2000} dir="auto" autoComplete="off"
            onChange={({ target }) => (offered.some(({ id }) => id === target.value) ? take(target.value) : setWritten({ written: target.value, of: taken }))} onBlur={() => take(now)} onKeyDown={({ key }) => key === "Enter" && take(now)}
          />
          <datalist id={list}>{offered.map(({ id, says }) => <option key={id} value={id}>{says}</option>)}</datalist>
        </>
      )}
    </Field>
  );
}
